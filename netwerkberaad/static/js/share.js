// A button that opens the phone's own share sheet; shown only where there is one.
(() => {
  if (!navigator.share) return;
  const show = () => { for (const button of document.querySelectorAll("[data-share]")) button.hidden = false; };
  show();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share]");
    // Only the address: a title or text could end up in somebody's list of messages.
    if (button) navigator.share({ url: button.dataset.share }).catch(() => { /* closed again without sharing */ });
  });
})();
