// A button that copies what stands in a field; shown only where copying can work.
(() => {
  const show = () => { for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false; };
  show();
  document.addEventListener("htmx:after:swap", show);
  const copy = async (field) => {
    try { await navigator.clipboard.writeText(field.value); return true; } catch { /* no permission, or no https */ }
    field.focus();
    field.select();
    return document.execCommand("copy");
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.querySelector(button.dataset.copy);
    const words = button.querySelector("span") || button;
    button.dataset.words ||= words.textContent;
    button.setAttribute("aria-live", "polite");
    if (!(await copy(field))) return;
    words.textContent = button.dataset.copied || button.dataset.words;
    button.focus();
    setTimeout(() => { words.textContent = button.dataset.words; }, 3000);
  });
})();
