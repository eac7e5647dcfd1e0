// F2 covers the wall at once, without waiting for anybody, and then tells the server, so that the other screens and
// the remote know; what they say covers this one. Only a tap on «Verder gaan» opens it again: no key, no second F2.
(() => {
  const room = document.documentElement, KEY = "screen-blank", SETTLED = 500;
  let cover = null, covered = false, cameFrom = null, coveredAt = 0, telling = false, asking = false, again = false, seen = 0, told = 0;

  // What was said here and the server has not heard yet: "on", "off" or nothing. It outlives a reload and a lost line.
  let untold = null;
  try { untold = sessionStorage.getItem(KEY); } catch { /* it lives as long as this page */ }
  const keep = (word) => {
    untold = word;
    try { if (word) sessionStorage.setItem(KEY, word); else sessionStorage.removeItem(KEY); } catch { /* see above */ }
  };

  const show = (on) => {
    room.classList.toggle("is-blank", on);
    if (!cover || on === covered) return;
    covered = on;
    for (const other of document.body.children) if (other !== cover) other.inert = on;
    cover.hidden = !on;
    if (on) {
      coveredAt = Date.now();
      cameFrom = document.activeElement;
      cover.focus();
    } else {
      const typing = cameFrom?.matches("input, textarea, select, button, a") ? cameFrom : document.querySelector("main [autofocus]");
      typing?.focus();
    }
  };
  const turn = (on) => { keep(on ? "on" : "off"); show(on); tell(); };

  const tell = async () => {
    const word = untold;
    if (telling || !word || !cover) return;
    telling = true;
    try {
      const address = word === "on" ? cover.dataset.darken : cover.querySelector("[data-blank-open]").action;
      const token = cover.querySelector("[name=csrf_token]").value;
      const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, keepalive: true, cache: "no-store" });
      if (answer.ok) {
        told = Math.max(told, (await answer.json()).number);
        if (untold === word) keep(null);
      }
    } catch { /* told again when the line is back */ }
    telling = false;
    if (untold && untold !== word) tell();
  };

  // An answer from before what was last told here is too old to open or cover anything.
  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    do {
      again = false;
      try {
        const answer = await fetch(cover.dataset.state, { cache: "no-store" });
        const now = answer.ok ? await answer.json() : null;
        if (now) seen = Math.max(seen, now.number);
        if (now && !untold && now.number >= told) show(now.dark);
      } catch { /* the next number asks again */ }
    } while (again);
    asking = false;
  };

  if (untold) show(untold === "on");
  document.addEventListener("DOMContentLoaded", () => {
    cover = document.querySelector("[data-blank-cover]");
    if (!cover) { room.classList.remove("is-blank"); return; }
    for (const link of document.querySelectorAll("[data-blank]")) link.hidden = false;
    seen = Number(document.getElementById("live")?.dataset.number ?? 0);
    show(room.classList.contains("is-blank"));
    tell();
  });
  document.addEventListener("live:number", (event) => {
    if (!cover) return;
    if (event.detail > seen) ask();
    tell();
  });
  addEventListener("online", tell);
  addEventListener("pageshow", (event) => { if (event.persisted && cover) ask(); });

  document.addEventListener("keydown", (event) => {
    if (event.key === "F2") {
      event.preventDefault();
      if (!event.repeat && !covered) turn(true);
    } else if (covered && event.repeat) {
      event.preventDefault();  // a key that was still held down when the wall went dark
    }
  });
  document.addEventListener("submit", (event) => {
    if (!cover || !event.target.matches("[data-blank-open]")) return;
    event.preventDefault();
    if (Date.now() - coveredAt >= SETTLED) turn(false);
  });
  document.addEventListener("click", (event) => {
    if (!cover || !event.target.closest("[data-blank]")) return;
    event.preventDefault();
    turn(true);
  });
})();
