// Leaving at once: cover the page, end the session, put a page that says nothing in its place.
(() => {
  const exit = () => document.querySelector("a.quick-exit[data-quick-exit]");
  const note = (left) => { try { left ? sessionStorage.setItem("left", "1") : sessionStorage.removeItem("left"); } catch { /* Back may show the page then */ } };
  const noted = () => { try { return sessionStorage.getItem("left") === "1"; } catch { return false; } };

  const leave = () => {
    const link = exit();
    document.documentElement.classList.add("is-leaving");
    document.title = link.dataset.leftTitle;
    note(true);
    if (link.dataset.leave) {
      const words = new FormData();
      words.append("csrf_token", link.dataset.token);
      navigator.sendBeacon(link.dataset.leave, words);
    }
    location.replace(link.href);
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-quick-exit]")) return;
    event.preventDefault();
    leave();
  });

  // Only a bare Shift counts: whoever types a capital letter does not want to leave.
  let presses = [], alone = false;
  const count = (number) => {
    const link = exit(), says = document.querySelector("[data-quick-exit-says]");
    if (number) link.dataset.pressed = number; else delete link.dataset.pressed;
    if (says) says.textContent = [ "", link.dataset.twice, link.dataset.once ][number] || "";
  };
  const forget = () => { if (presses.length) { presses = []; count(0); } };
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) forget();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || !exit()) return;
    alone = false;
    const now = event.timeStamp;
    presses = presses.filter((then) => now - then < 5000).concat(now);
    if (presses.length >= 3) return leave();
    count(presses.length);
    setTimeout(() => { if (presses[presses.length - 1] === now) forget(); }, 5000);
  });

  // Back after leaving must not bring the page out of the browser's memory.
  addEventListener("pageshow", (event) => {
    if (event.persisted && noted() && exit()) location.replace(exit().href);
    else note(false);
  });
})();
