// Two people in one field: when somebody else changed what this form is about, an untouched form shows it at once, and
// under a form that holds typed words it is said. Nothing is overwritten: the server asks which text it has to be.
(() => {
  const text = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";
  const touched = (form) => form.querySelector("[data-refused]") || Array.from(form.elements).some((one) =>
    one.matches(text) ? one.value !== one.defaultValue : one.matches("[type=radio], [type=checkbox]") && one.checked !== one.defaultChecked);
  const same = (page, form) => (form.id ? page.getElementById(form.id) : page.querySelector(`form[action="${CSS.escape(form.getAttribute("action"))}"]`));

  const say = (form, words) => {
    const field = (form.contains(document.activeElement) && document.activeElement.matches(text) ? document.activeElement : form.querySelector(text)) ?? form.lastElementChild;
    if (form.querySelector(".both-told")) return;
    const line = Object.assign(document.createElement("p"), { className: "both-told", role: "status" });
    (field.closest(".field-row, .quick-add") ?? field).after(line);
    line.textContent = words;
  };
  document.addEventListener("live:page", async ({ detail: page }) => {
    for (const seen of document.querySelectorAll("form input[data-changed]")) {
      const form = seen.form, fresh = same(page, form), now = fresh?.querySelector(`[name="${seen.name}"][data-changed]`);
      if (!now || now.value === seen.value) continue;
      if (touched(form)) { say(form, seen.dataset.changed); continue; }
      for (const one of fresh.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
      await window.htmx.swap({ text: fresh.outerHTML, target: form, swap: "outerMorph" });
      form.reset();
      if (form.querySelector(text)) {
        form.classList.add("is-fresh");
        setTimeout(() => form.classList.remove("is-fresh"), 3000);
      }
    }
  });
})();
