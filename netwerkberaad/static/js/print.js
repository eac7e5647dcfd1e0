// A button for the printer; without script the browser's own menu does the same.
(() => {
  const show = () => { for (const button of document.querySelectorAll("[data-print]")) button.hidden = false; };
  show();
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });
})();
