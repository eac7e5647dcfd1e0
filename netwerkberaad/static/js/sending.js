// Sends forms marked data-sure so that nothing gets lost and nothing counts twice: what cannot be sent now waits in
// this tab, in order, also over a reload, and goes as soon as it can. The form's own `once` makes a repeat harmless.
// It goes as the words of whoever typed it (the page's sign, web/whose.py), or not at all.
// The line data-sending says what waits; data-sure="quiet": without the words that were typed.
(() => {
  const KEY = "sending", WHOSE = document.getElementById("live")?.dataset.whose ?? "", LATER = [408, 425, 429, 500, 502, 503, 504], EVERY = 3000, WORTH_TRYING = 5, A_DOUBLE_CLICK = 700;
  if (!window.fetch || !window.htmx) return;
  const kept = () => { try { return JSON.parse(sessionStorage.getItem(KEY)) ?? []; } catch { return []; } };
  const read = () => kept().filter(({ whose }) => whose === WHOSE);
  // A colleague's words wait until they are back; who took part with this phone before us never is.
  const others = () => kept().filter(({ whose }) => whose !== WHOSE && !(WHOSE.startsWith("phone.") && whose?.startsWith("phone.")));
  const store = (all = [...others(), ...queue]) => { try { if (all.length) sessionStorage.setItem(KEY, JSON.stringify(all)); else sessionStorage.removeItem(KEY); } catch { /* then a reload loses it */ } };
  const queue = read(), forms = new WeakMap();
  store();
  let underway = null, refused = false, offline = false, sentAt = 0;

  const token = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"];
  const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(36)).join("");
  const written = (form) => new URLSearchParams(new FormData(form)).toString();
  const line = () => document.querySelector("[data-sending]");
  const tell = (on) => {
    if (!line()) return;
    line().hidden = !on;
    line().querySelector("p").textContent = on ? line().dataset.words : "";
    line().querySelector("ul").replaceChildren(...(on ? queue : []).map(({ said }) => Object.assign(document.createElement("li"), { textContent: said })));
  };
  // While something is on its way the page stays as it is: the answer to it comes first.
  const busy = (on) => { line()?.toggleAttribute("data-live-busy", on); if (!on) document.dispatchEvent(new CustomEvent("live:free")); };

  // The session began anew, so the token of this page is no longer one: any page of ours brings the present one.
  const renewToken = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" })).text(), "text/html");
    const news = page.body.getAttribute("hx-headers:inherited");
    if (!news) throw new Error("later");
    document.body.setAttribute("hx-headers:inherited", news);
    for (const one of document.querySelectorAll("input[name=csrf_token]")) one.value = token();
  };
  const post = async ({ to, body }, renewed = false) => {
    const words = new URLSearchParams(body);
    words.set("csrf_token", token());
    const answer = await fetch(to, {
      method: "POST", body: words, credentials: "same-origin", keepalive: body.length < 50000, signal: AbortSignal.timeout?.(20000),
      headers: { "HX-Request": "true", "HX-Request-Type": "partial", "Typed-As": WHOSE },
    });
    if (answer.status === 400 && !renewed) return renewToken().then(() => post({ to, body }, true));
    return { answer, text: await answer.text() };
  };
  // It waits now: its words stand in the line, and the form is free for the next.
  const letWait = (entry) => {
    const { form, typed } = forms.get(entry) ?? {};
    forms.set(entry, { form });
    if (!form?.isConnected || typed === undefined) return;
    if (typed === written(form) && !form.matches("[data-draft]")) form.reset();
    if (form.elements.once) form.elements.once.value = fresh();
  };
  const show = async (answer, text, entry) => {
    const { form, typed } = forms.get(entry) ?? {};
    if (!answer.ok) refused = true;
    else if (!form?.isConnected || refused || queue.length) return;
    const there = new URL(answer.url);
    if (answer.ok && answer.redirected && there.pathname + there.search !== location.pathname + location.search) return location.assign(there);
    if (form?.isConnected && !form.matches("[data-draft]") && typed === written(form)) form.reset();
    await window.htmx.swap({ text, target: "#main", swap: form?.isConnected ? "innerMorph" : "innerHTML", sourceElement: form ?? document.body });
  };
  const send = async () => {
    busy(true);
    while (queue.length) {
      const [entry] = queue;
      const { answer, text } = await post(entry).catch(() => ({}));
      if (queue[0] !== entry) return false;  // somebody left at once: there is nothing to send any more
      if (answer?.status === 412) { location.reload(); return false; }  // another's page by now: it leaves out what is not theirs
      if (answer?.status === 500) entry.tries = (entry.tries ?? 0) + 1;
      if (!answer || (LATER.includes(answer.status) && !(entry.tries > WORTH_TRYING))) {
        queue.forEach(letWait);
        tell(true);
        return false;
      }
      queue.shift();
      store();
      if (queue.length && !line()?.hidden) tell(true);
      await show(answer, text, entry);
    }
    tell(false);
    return true;
  };
  const sendAll = () => (underway ||= send().finally(() => { underway = null; busy(false); }));

  const filled = (form) => Array.from(form.elements).find((one) => one.matches("textarea, input:not([type=hidden], [type=radio], [type=checkbox])") && one.value.trim());
  const said = (form, submitter) => {
    const field = form.dataset.sure !== "quiet" && filled(form);
    return (field ? field.value : submitter?.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 80);
  };
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event, moves = submitter?.hasAttribute("data-move");
    const goes = form.matches("[data-sure]") && !moves;
    // Without a connection the browser would put its own page in the place of ours.
    if (goes || !form.closest("main") || (!offline && !(moves && queue.length))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (queue.length) sendAll().then((done) => { if (done && moves && submitter.isConnected) form.requestSubmit(submitter); });
  }, true);
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !form.matches("[data-sure]") || submitter?.hasAttribute("data-move")) return;
    event.preventDefault();
    const to = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), location.href).href;
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    if (!body.get("once")) body.set("once", fresh());
    body.delete("csrf_token");
    // Pressed twice: the same once more, or the field that was emptied meanwhile.
    const again = Date.now() - sentAt < A_DOUBLE_CLICK && form.matches("[data-draft]") && !submitter?.name && !filled(form);
    if (again || queue.some((one) => one.to === to && one.body === String(body))) return;
    sentAt = Date.now();
    const entry = { to, body: String(body), said: said(form, submitter), whose: WHOSE };
    forms.set(entry, { form, typed: written(form) });
    refused = false;
    queue.push(entry);
    store();
    if (!line()?.hidden) letWait(entry);
    if (!line()?.hidden) tell(true);
    sendAll();
  });

  document.addEventListener("live:stale", () => { renewToken().catch(() => { /* asked again */ }); });
  document.addEventListener("live:lost", (event) => { offline = event.detail; });
  document.addEventListener("live:back", () => { offline = false; if (queue.length) sendAll(); });
  addEventListener("online", () => { if (queue.length) sendAll(); });
  addEventListener("pageshow", (event) => { if (event.persisted) queue.splice(0, queue.length, ...read()); });
  // «Snel weg» leaves nothing behind.
  addEventListener("pagehide", () => { if (document.documentElement.matches(".is-leaving")) { queue.length = 0; store([]); } });
  setInterval(() => { if (queue.length && !document.hidden) sendAll(); }, EVERY);
  if (queue.length) sendAll();
})();
