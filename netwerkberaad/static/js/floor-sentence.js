// What must always hold, said again while its rule is chosen. The server makes the sentence, so that it is the same
// one that is kept.
(() => {
  let asked;
  document.addEventListener("change", async (event) => {
    const rule = event.target.closest?.("[data-rule]");
    const form = rule?.closest("form[data-sentence]");
    if (!form) return;
    const chosen = new URLSearchParams();
    for (const field of rule.querySelectorAll("input, select")) {
      if (field.tagName === "SELECT" || field.checked) chosen.append(field.name, field.value);
    }
    asked?.abort();
    asked = new AbortController();
    try {
      const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
      const answer = await fetch(`${form.dataset.sentence}?${chosen}`, { headers, signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("zin").textContent = page.getElementById("zin").textContent;
    } catch {
      // No connection, or chosen again meanwhile: the sentence stands when the form comes back.
    }
  });
})();
