// Follows the table: when something changed (live-stream.js says so) this page is asked for again with its own rights,
// and its live parts take the place of the old ones. What is typed stays; where we are is followed, unless it gets lost.
//
//   data-live and an id   a part that follows the table; data-live="quiet": what others changed in it is not marked
//   data-live-busy        somebody is in the middle of something: all waits until it is gone (`live:free`)
//   live:own              (to document) another script put something of the server's in the page
//   events on document    live:page (detail: the fresh Document) when it was shown; live:leave when we are about to go
(() => {
  const live = document.getElementById("live");
  if (!live || !window.htmx || !window.fetch) return;
  const SOFTLY = 3000, A_PAGE = 8000, CLOSED = [401, 403, 404, 410];
  const ITEM = "li[id], tr[id], .map__person[id], [data-live-item][id]";
  const TELLING = "[aria-label], [aria-pressed], [cx]:not(.map__new)";
  const shown = new Map(), requests = new Set();
  let number = Number(live.dataset.number), place = live.dataset.place;
  let asking = false, again = false, swapping = false, sent = 0, leaving = false, welcome = false;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
  const goTo = (address) => {
    const reload = new URL(address).href.split("#")[0] === location.href.split("#")[0];
    // Reloaded and not let in again: asking a third time would go on for ever.
    if (reload && !welcome && performance.getEntriesByType("navigation")[0]?.type === "reload") return;
    leaving = true;
    tell("live:leave");
    if (reload) location.reload(); else location.assign(address);
  };

  const busy = () => requests.size > 0 || Date.now() - sent < A_PAGE || document.querySelector("[data-live-busy]") !== null;
  const changed = (one) => {
    if (one.matches("select")) return one.querySelector("option[selected]") ? Array.from(one.options).some((o) => o.selected !== o.defaultSelected) : one.selectedIndex > 0;
    if (one.matches("[type=radio], [type=checkbox]")) return one.checked !== one.defaultChecked;
    return one.matches("textarea, input:not([type=hidden])") && one.value !== one.defaultValue;
  };
  // What a draft keeps goes along by itself; anything else that was typed would be gone.
  const typed = () => Array.from(document.querySelectorAll("main form:is(:not([data-draft]), [data-draft=''])")).some((form) =>
    "typed" in form.dataset || form.querySelector("[data-refused]") || Array.from(form.elements).some(changed));

  const strip = (html) => html.replace(/<input type="hidden" name="(?:csrf_token|once)"[^>]*>| data-htmx-powered(?:="[^"]*")?/g, "");
  const words = (one) => [one, ...one.querySelectorAll(TELLING)].map((each) =>
    ["aria-label", "aria-pressed", "cx", "cy"].map((name) => each.getAttribute(name)).join()).join() + one.textContent.replace(/\s+/g, " ");
  const items = (part) => new Map(Array.from(part.querySelectorAll(ITEM), (one) => [one.id, words(one)]));
  const mark = (one) => {
    one.classList.add("is-fresh");
    setTimeout(() => document.getElementById(one.id)?.classList.remove("is-fresh"), SOFTLY);
  };
  // What somebody opened, typed or is just being shown stays so in the fresh part.
  const keep = (old, fresh) => {
    for (const one of fresh.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
    for (const one of old.querySelectorAll("details[id], .is-fresh[id], input[id], textarea[id]")) {
      const next = fresh.querySelector(`#${CSS.escape(one.id)}`);
      if (!next) continue;
      if (one.matches("details")) next.open = one.open;
      if (one.matches(".is-fresh")) next.classList.add("is-fresh");
      if (one.matches("input") && changed(one)) next.setAttribute("value", one.defaultValue);
      if (one.matches("textarea") && changed(one)) next.textContent = one.defaultValue;
    }
  };
  const swapPart = async (old, fresh) => {
    const html = strip(fresh.outerHTML);
    if ((shown.get(fresh.id) ?? strip(old.outerHTML)) === html) return;
    const before = items(old), whole = words(old), focus = old.contains(document.activeElement) && document.activeElement.id;
    keep(old, fresh);
    swapping = true;
    await window.htmx.swap({ text: fresh.outerHTML, target: old, swap: "outerMorph" });
    swapping = false;
    shown.set(fresh.id, html);
    const now = document.getElementById(fresh.id);
    if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
    if (!now || now.dataset.live === "quiet") return;
    const after = items(now);
    for (const [id, says] of after) if (before.get(id) !== says) mark(document.getElementById(id));
    if (!after.size && !before.size && whole !== words(now)) mark(now);
  };
  const swapParts = async (page, where) => {
    for (const one of document.querySelectorAll(where)) {
      const fresh = !one.parentElement?.closest("[data-live][id]") && page.getElementById(one.id);
      if (fresh) await swapPart(one, fresh);
    }
  };

  // A phone stays at one address: another question is another main.
  const showMain = async (page) => {
    const files = [...page.querySelectorAll("head script[src], head link[rel=stylesheet]")].map((one) => one.getAttribute("src") ?? one.getAttribute("href"));
    if (files.some((file) => !document.head.querySelector(`[src="${file}"], [href="${file}"]`))) return goTo(location.href);
    tell("live:leave");
    const main = document.getElementById("main"), fresh = page.getElementById("main");
    main.className = fresh.className;
    document.title = page.title;
    await window.htmx.swap({ text: fresh.innerHTML, target: main, swap: "innerHTML" });
    await swapParts(page, "[data-live][id]:not(main [data-live])");
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  const moved = (there) => {
    const line = document.querySelector("[data-live-moved]");
    if (!line) return;
    line.hidden = !there;
    if (there) line.querySelector("a").href = there.href;
  };
  // Goes along when the table went on. True when this page is still the one to follow.
  const stay = async (page, next) => {
    const there = new URL(next, location.href), stays = there.pathname === location.pathname, still = place === null || next === place;
    moved(!still && typed() ? there : null);
    if (!still && typed()) return !stays;
    place = next;
    if (still || (stays && !there.hash)) return true;
    if (stays) await showMain(page); else goTo(there.href);
    return false;
  };
  const show = async (page) => {
    const fresh = page.getElementById("live");
    if (!fresh || fresh.dataset.whose !== live.dataset.whose) return goTo(location.href);
    number = Math.max(number, Number(fresh.dataset.number));
    if (!(await stay(page, fresh.dataset.place))) return;
    await swapParts(page, "[data-live][id]");
    tell("live:page", page);
  };

  // Where this page is already: then the server need not send more than what follows the table.
  const ask = (address) => fetch(address, { headers: { Accept: "text/html", "Live-Place": place ?? "" }, cache: "no-store" });
  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const shut = (status) => {
    const home = new URL(live.dataset.home, location.href);
    // What was typed goes to the server first: its own page says what happened, and keeps it.
    if ([401, 404].includes(status) && typed()) return;
    // This page is closed now, the table need not be: what is going on there stands on its first page.
    goTo([403, 404].includes(status) && home.pathname !== location.pathname ? home.href : location.href);
  };
  const askAgain = async () => {
    let answer = await ask(location.href);
    if (answer.status === 405) {  // a page that was shown in answer to a form: it stays until the table goes on
      answer = await ask(live.dataset.place);
      const fresh = answer.ok && (await read(answer)).getElementById("live");
      if (fresh && !busy()) await stay(null, fresh.dataset.place);
      return;
    }
    if (CLOSED.includes(answer.status)) {
      const page = answer.status === 403 && await read(answer);  // private time: a calm page that follows the table too
      return page && page.getElementById("live") ? show(page) : shut(answer.status);
    }
    if (!answer.ok) throw new Error("later");
    const page = await read(answer), elsewhere = answer.redirected && new URL(answer.url).pathname !== location.pathname;
    if (busy()) again = true;
    else if (elsewhere && typed()) moved(new URL(answer.url));
    else if (elsewhere) goTo(answer.url);
    else if (!leaving) await show(page);
  };
  const refresh = async () => {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again && !leaving && !busy() && !document.hidden) {
        again = false;
        const began = performance.now();
        await askAgain();
        // Whoever gets slow answers asks less often: sixty phones share one server.
        if (again) await new Promise((rested) => setTimeout(rested, performance.now() - began));
      }
    } catch {
      again = true;  // with the next number, that comes as soon as there is a connection
    } finally {
      asking = swapping = false;
    }
  };

  document.addEventListener("live:number", ({ detail: news }) => {
    welcome = true;
    if (leaving || !(again || news > number)) return;
    number = Math.max(number, news);
    refresh();
  });
  document.addEventListener("live:shut", (event) => shut(event.detail));
  // Whoever goes back in the browser wants to see that page: only what happens from now on is followed.
  addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; place = null; sent = 0; again = true; } });
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("submit", (event) => { if (!event.defaultPrevented) sent = Date.now(); });
  document.addEventListener("htmx:before:request", (event) => requests.add(event.detail.ctx));
  document.addEventListener("htmx:finally:request", (event) => { requests.delete(event.detail.ctx); if (again) refresh(); });
  document.addEventListener("htmx:after:swap", () => { if (!swapping) shown.clear(); });
  document.addEventListener("live:own", () => shown.clear());
  document.addEventListener("live:free", () => { if (again) refresh(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-live-moved] a");
    if (!link) return;
    event.preventDefault();
    goTo(link.href.split("#")[0]);
  });
})();
