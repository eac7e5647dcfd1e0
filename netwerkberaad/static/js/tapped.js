// After a tap by finger or mouse the focus is in the field that data-tapped names, so that what is called out next
// arrives there at once. By keyboard it stays with whoever was pressed.
(() => {
  let tapped = "", field = "", byHand = false;
  document.addEventListener("pointerdown", () => { byHand = true; }, true);
  document.addEventListener("keydown", () => { byHand = false; }, true);

  const focusField = () => {
    const input = field && document.querySelector(field);
    if (input && document.activeElement !== input) input.focus({ preventScroll: true });
    return Boolean(input);
  };
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-tapped]")) return;
    tapped = event.submitter?.closest("li[id]")?.id ?? "";
    field = byHand ? event.target.dataset.tapped : "";
    focusField();
  }, true);
  document.addEventListener("htmx:after:swap", () => {
    if (tapped && !focusField()) document.getElementById(tapped)?.querySelector("button, a")?.focus();
    tapped = field = "";
  });
})();
