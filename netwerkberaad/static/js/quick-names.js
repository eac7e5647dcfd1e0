// Names as fast as people say them: Enter empties the field at once, and sending.js sends the names one by one.
(() => {
  const field = (form) => form.querySelector("input:not([type=hidden])");
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-quick-names]") || event.submitter?.hasAttribute("formaction")) return;
    field(event.target).focus();
    if (field(event.target).value.trim()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("htmx:after:swap", () => document.querySelector(".chip--new")?.scrollIntoView({ block: "nearest" }));
})();
