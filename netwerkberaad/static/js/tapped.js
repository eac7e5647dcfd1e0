// After a tap the focus stays with whoever was tapped, also when they moved to another list.
(() => {
  let tapped = "";
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-tapped]")) tapped = event.submitter?.closest("li[id]")?.id ?? "";
  }, true);
  document.addEventListener("htmx:after:swap", () => {
    if (tapped) document.getElementById(tapped)?.querySelector("button, a")?.focus();
    tapped = "";
  });
})();
