// What must always hold, said again while its rule is chosen or other words are typed. The server makes the sentence, so
// that it is the same one that is kept.
(() => {
  const TYPING = 400;
  let asked, waiting;
  const sayAgain = async (form) => {
    asked?.abort();
    asked = new AbortController();
    try {
      const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.sentence, { method: "POST", body, headers, signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("zin").textContent = page.getElementById("zin").textContent;
    } catch {
      // No connection, or chosen again meanwhile: the sentence stands when the form comes back.
    }
  };
  const soon = (event, wait) => {
    const form = event.target.closest?.("[data-rule], [name=words]")?.closest("form[data-sentence]");
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(sayAgain, wait, form);
  };
  document.addEventListener("change", (event) => soon(event, 0));
  document.addEventListener("input", (event) => soon(event, TYPING));
})();
