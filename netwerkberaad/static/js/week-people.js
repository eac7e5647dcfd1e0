// A name is picked up from the tiles and put on a block of the week; a tap follows the link to that person's form.
(() => {
  const page = document.querySelector("[data-week]");
  if (!page?.querySelector("[data-calendar]")) return;
  const FAR_ENOUGH = 6;
  let tile = null, ghost = null, from = null, hand = null, wasDragged = false;

  const target = ({ clientX, clientY }) => document.elementFromPoint(clientX, clientY)?.closest(".blok:is([data-shift], [data-shape])");
  const light = (block) => {
    for (const lit of page.querySelectorAll(".blok--target")) if (lit !== block) lit.classList.remove("blok--target");
    block?.classList.add("blok--target");
  };
  const lift = () => {
    ghost = tile.cloneNode(true);
    ghost.classList.add("person-tile--dragged");
    ghost.setAttribute("aria-hidden", "true");
    document.body.append(ghost);
  };
  const letGo = () => {
    light(null);
    ghost?.remove();
    tile = ghost = from = hand = null;
  };

  page.addEventListener("pointerdown", (event) => {
    const grabbed = event.target.closest("[data-person]");
    if (!grabbed || event.button !== 0) return;
    tile = grabbed;
    from = event;
    if (event.pointerType === "mouse") event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => {
    if (!tile) return;
    if (!ghost && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < FAR_ENOUGH) return;
    if (!ghost) lift();
    // Positions go through the DOM: the page's rules allow no style attribute.
    ghost.style.setProperty("transform", `translate(${event.clientX}px, ${event.clientY}px) translate(-50%, -60%)`);
    hand = event;
    light(target(hand));
  });
  // The week moves along under a hand near its edge (week-sight.js): another block may lie there then.
  page.addEventListener("scroll", () => { if (ghost && hand) light(target(hand)); }, true);
  document.addEventListener("pointerup", (event) => {
    if (!tile) return;
    const { person } = tile.dataset;
    const block = ghost && target(event);
    if (block) {
      page.dispatchEvent(new CustomEvent("week:give", { detail: { ...block.dataset, person } }));
    } else if (ghost) {
      page.dispatchEvent(new CustomEvent("week:missed"));
    }
    // The click that ends a drag comes right after this; the next one is a tap again.
    wasDragged = Boolean(ghost);
    setTimeout(() => { wasDragged = false; });
    letGo();
  });
  page.addEventListener("click", (event) => {
    if (wasDragged && event.target.closest("[data-person]")) event.preventDefault();
  });
  document.addEventListener("pointercancel", letGo);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") letGo(); });
})();
