// What is typed is kept while it is typed, and the field is free again as soon as it was said.
(() => {
  let waiting = null, sent = [];
  // What this window knows to wait at a place: what another one left there meanwhile stays beside it.
  const known = new Map();
  const field = (form) => form.querySelector("[name=words], [name=name], [name=number], [name=what], [name=action]");
  const keep = (form) => {
    if (!form.dataset.draft) return;  // what is private waits nowhere
    const words = new FormData();
    words.append("csrf_token", form.elements.csrf_token.value);
    words.append("place", form.dataset.place);
    words.append("words", field(form).value);
    words.append("seen", known.get(form.dataset.place) ?? field(form).defaultValue);
    known.set(form.dataset.place, field(form).value);
    fetch(form.dataset.draft, { method: "POST", body: words, keepalive: true }).catch(() => { /* it still stands in the field */ });
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || event.target !== field(form)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form), 800);
  });
  document.addEventListener("submit", () => clearTimeout(waiting), true);
  // The table goes on, and this page with it: what stands in the field now is there when we come back.
  document.addEventListener("live:leave", () => {
    clearTimeout(waiting);
    for (const form of document.querySelectorAll("form[data-draft]")) {
      const typed = field(form);  // a question with only cards to tap has none
      if (typed && (typed.value !== typed.defaultValue || form.querySelector("[data-refused]"))) keep(form);
    }
  });

  // sending.js has read the form by now: the next one may be typed while this one is under way.
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented || !event.target.matches("form[data-draft]")) return;
    const lines = event.target.querySelectorAll("input:not([type=hidden], [type=radio]), select");
    sent = Array.from(lines, (one) => [one, one.value]);
    for (const [one] of sent) if (one.matches("input")) one.value = "";
  });

  // The morph leaves fields alone: what the server gives back (after a "no") comes before what is typed by now.
  document.addEventListener("htmx:after:swap", () => {
    for (const [one] of sent) {
      if (one.matches("select")) one.selectedIndex = Math.max(0, Array.from(one.options).findIndex((option) => option.defaultSelected));
      else if (one.value !== one.defaultValue) one.value = [one.defaultValue, one.value].filter(Boolean).join(" ");
    }
    if (sent.length) for (const one of document.querySelectorAll("form[data-draft] [type=radio]")) one.checked = one.defaultChecked;
    sent = [];
  });
})();
