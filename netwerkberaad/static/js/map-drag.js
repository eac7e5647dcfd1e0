// Moving somebody on the map by hand. The server says which ring and sector that is; the card does the same by keyboard.
(() => {
  const A_MOVE = 8;
  let held = null;

  const spot = (map, event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
  const way = () => document.querySelector("[data-map-drag]");

  const light = (map, at) => {
    const rings = [...map.querySelectorAll(".map__ring")];
    const inside = (ring) => ((at.x - ring.cx.baseVal.value) / ring.rx.baseVal.value) ** 2 + ((at.y - ring.cy.baseVal.value) / ring.ry.baseVal.value) ** 2 <= 1;
    const target = at && rings.filter(inside).sort((one, other) => one.rx.baseVal.value - other.rx.baseVal.value)[0];
    for (const ring of rings) ring.classList.toggle("map__ring--target", ring === target);
  };

  // While somebody is in the air nobody else moves: what others changed comes after (live.js).
  const wait = (map, on) => {
    map.toggleAttribute("data-live-busy", on);
    if (!on) document.dispatchEvent(new CustomEvent("live:free"));
  };

  const letGo = () => {
    if (!held) return;
    wait(held.map, false);
    held.person.classList.remove("map__person--dragged");
    for (const ring of held.map.querySelectorAll(".map__ring--target")) ring.classList.remove("map__ring--target");
    held = null;
  };
  const back = (person) => person.removeAttribute("transform");

  const putDown = async (map, person, at) => {
    const form = way(), id = person.dataset.person;
    const clamp = (value, most) => String(Math.round(Math.min(Math.max(value, 0), most)));
    const body = new URLSearchParams(new FormData(form));
    body.set("x", clamp(at.x, map.viewBox.baseVal.width));
    body.set("y", clamp(at.y, map.viewBox.baseVal.height));
    body.set("seen", JSON.parse(form.dataset.versions)[id] ?? "");
    body.set("once", Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(36)).join(""));
    let answer;
    wait(map, true);
    try {
      answer = await fetch(form.action.replace(/\/0\/plek$/, `/${id}/plek`), { method: "POST", body, headers: { "HX-Request": "true", "HX-Request-Type": "partial" }, credentials: "same-origin" });
    } catch { /* no connection */ }
    back(person);
    if (answer?.redirected || [400, 401, 403, 404].includes(answer?.status)) return location.reload();
    if (answer && answer.status < 500) await window.htmx.swap({ text: await answer.text(), target: "#main", swap: "innerMorph", sourceElement: form });
    wait(map, false);
  };

  document.addEventListener("pointerdown", (event) => {
    const person = event.target.closest?.(".map a.map__person");
    if (!person || event.button !== 0 || !way() || !window.htmx) return;
    const map = person.ownerSVGElement;
    held = { person, map, from: spot(map, event), x: event.clientX, y: event.clientY, moving: false, pointer: event.pointerId };
  });
  document.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (!held.moving && Math.hypot(event.clientX - held.x, event.clientY - held.y) < A_MOVE) return;
    if (!held.moving) {
      held.moving = true;
      wait(held.map, true);
      held.person.classList.add("map__person--dragged");
      held.person.setPointerCapture(event.pointerId);
    }
    const at = spot(held.map, event);
    held.person.setAttribute("transform", `translate(${at.x - held.from.x} ${at.y - held.from.y})`);
    light(held.map, at);
  });
  document.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { person, map, moving, from } = held, at = spot(map, event), dot = person.querySelector(".map__dot");
    letGo();
    if (!moving) return;
    // The dot goes where it was put, not where it was taken hold of.
    const put = { x: dot.cx.baseVal.value + at.x - from.x, y: dot.cy.baseVal.value + at.y - from.y };
    const ignore = (click) => click.preventDefault();
    addEventListener("click", ignore, true);
    setTimeout(() => { removeEventListener("click", ignore, true); putDown(map, person, put); });
  });
  const cancel = () => { if (held) { back(held.person); letGo(); } };
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") cancel(); });
  // A finger that holds somebody moves them, not the page.
  document.addEventListener("touchmove", (event) => { if (held) event.preventDefault(); }, { passive: false });
  // A link in the drawing would otherwise be dragged away as a link.
  document.addEventListener("dragstart", (event) => { if (event.target.closest?.(".map__person")) event.preventDefault(); });
})();
