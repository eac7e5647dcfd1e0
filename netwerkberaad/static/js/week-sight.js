// What is in sight of the week: where it goes on above or below a sign says so, with how much is open there; a hand that
// holds a name near the edge moves it along. It begins where something is open.
window.weekSight = (() => {
  const EDGE = 48, STEP = 5, SOME = 0.7;
  const place = document.querySelector("[data-calendar]");
  let begun = false, hand = null, moving = 0;

  const sheet = () => {
    let box = place?.querySelector("[data-time]");
    while (box && box !== place && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    return box && box !== place ? box : null;
  };
  const opens = () => Array.from(place.querySelectorAll(".blok--open"), (one) => one.getBoundingClientRect());

  const sign = (which, there, open) => {
    const one = place.querySelector(`[data-week-more="${which}"]`);
    if (!one) return;
    const button = one.firstElementChild, { words, open: more } = button.dataset;
    button.lastElementChild.textContent = there && open ? more.replace("#", open) : words;
    if (!there && button === document.activeElement) place.querySelector(`[data-week-more]:not([data-week-more="${which}"]) > button`)?.focus();
    one.hidden = !there;
  };
  const look = () => {
    const box = sheet();
    if (!box) return;
    const { top, bottom } = box.getBoundingClientRect(), middle = (one) => (one.top + one.bottom) / 2;
    if (!begun && place.querySelector(".blok")) {
      begun = true;
      const all = opens(), first = Math.min(...all.map((one) => one.top)), last = Math.max(...all.map((one) => one.bottom));
      if (all.length && last > bottom) box.scrollTop += Math.min(last - bottom, first - top - EDGE / 4) + EDGE;
    }
    place.style.setProperty("--nb-week-head", `${top - place.getBoundingClientRect().top}px`);
    const past = box.scrollHeight - box.clientHeight;
    sign("earlier", box.scrollTop > 1, opens().filter((one) => middle(one) < top).length);
    sign("later", past - box.scrollTop > 1, opens().filter((one) => middle(one) > bottom).length);
  };

  const along = () => {
    moving = 0;
    const box = document.querySelector(".person-tile--dragged") && sheet();
    if (!box || !hand) return;
    const { top, bottom, left, right } = box.getBoundingClientRect(), { clientX: x, clientY: y } = hand;
    if (x < left || x > right || y < top - EDGE || y > bottom + EDGE) return;
    const way = y < top + EDGE ? -1 : y > bottom - EDGE ? 1 : 0;
    if (!way) return;
    box.scrollTop += way * STEP;
    moving = requestAnimationFrame(along);
  };
  document.addEventListener("pointermove", (event) => {
    hand = event;
    if (!moving) along();
  });

  place?.addEventListener("scroll", look, true);
  place?.addEventListener("click", (event) => {
    const which = event.target.closest("[data-week-more]")?.dataset.weekMore, box = which && sheet();
    if (!box) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    box.scrollBy({ top: (which === "later" ? 1 : -1) * SOME * box.clientHeight, behavior });
  });
  return { look, room: () => sheet()?.clientHeight ?? place.clientHeight };
})();
