// The size of a beamer's letters: a switch that this device remembers.
(() => {
  const room = document.documentElement;
  const remembered = () => { try { return localStorage.getItem("beamer") === "on"; } catch { return false; } };
  const show = (on) => {
    room.classList.toggle("is-beamer", on);
    for (const knob of document.querySelectorAll("[data-beamer]")) {
      knob.hidden = false;
      knob.lastElementChild.textContent = on ? knob.dataset.smaller : knob.dataset.larger;
    }
  };
  show(remembered());
  document.addEventListener("DOMContentLoaded", () => show(remembered()));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-beamer]")) return;
    const on = !room.classList.contains("is-beamer");
    try { localStorage.setItem("beamer", on ? "on" : "off"); } catch { /* not remembered then */ }
    show(on);
    window.dispatchEvent(new Event("resize"));
  });
})();
