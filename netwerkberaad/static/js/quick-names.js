// Names as fast as people say them: Enter empties the field at once, and the names go to the server one by one.
(() => {
  const waiting = [];
  let underway = null;

  const field = (form) => form.querySelector("input:not([type=hidden])");
  const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(36)).join("");

  const tell = (on) => {
    const line = document.querySelector("[data-quick-names-failed]");
    if (line) { line.hidden = !on; line.textContent = on ? line.dataset.words : ""; }
  };

  // What could not be sent comes back into the field, before whatever is being typed there by now.
  const putBack = (form) => {
    const input = field(form);
    input.value = [...waiting.splice(0).map((one) => one.name), input.value.trim()].filter(Boolean).join(", ");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  };

  const send = async (form) => {
    tell(false);
    while (waiting.length) {
      const body = new URLSearchParams(new FormData(form));
      body.set("name", waiting[0].name);
      body.set("once", waiting[0].once);
      let answer;
      try {
        answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true", "HX-Request-Type": "partial" }, credentials: "same-origin" });
      } catch { /* no connection */ }
      if (!answer || answer.status >= 500) {
        putBack(form);
        tell(true);
        return false;
      }
      // Somebody has to sign in again: the server's own page keeps what was typed.
      if (answer.redirected || [400, 401, 403, 404, 413].includes(answer.status)) {
        putBack(form);
        form.dataset.plain = "";
        form.requestSubmit();
        return false;
      }
      await window.htmx.swap({ text: await answer.text(), target: "#main", swap: "innerMorph", sourceElement: form });
      document.querySelector(".chip--new")?.scrollIntoView({ block: "nearest" });
      if (!answer.ok) { putBack(form); return false; }
      waiting.shift();
    }
    return true;
  };
  const sendAll = (form) => (underway ||= send(form).finally(() => { underway = null; }));

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-quick-names]") || "plain" in form.dataset || !window.htmx) return;
    if (event.submitter?.hasAttribute("formaction")) {
      // On to another question: first let what was called out arrive.
      if (!underway) return;
      event.preventDefault();
      underway.then((arrived) => arrived && form.requestSubmit(event.submitter));
      return;
    }
    event.preventDefault();
    const input = field(form), name = input.value.trim();
    input.focus();
    if (!name) return;
    waiting.push({ name, once: fresh() });
    input.value = "";
    sendAll(form);
  });
})();
