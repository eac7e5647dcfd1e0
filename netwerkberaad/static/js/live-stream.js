// Says every few seconds that this browser is at the table, and hears that something changed: through a stream, or where
// that does not come through in the answer to the same request.
//
//   events on document   live:number (detail: the present number), live:shut (detail: the status of a closed door),
//                        live:lost (detail: true when the network is gone, not the server), live:back,
//                        live:stale (the session began anew: this page's token is none any more)
(() => {
  const live = document.getElementById("live");
  if (!live || !window.fetch) return;
  const token = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"];
  const CLOSED = [400, 401, 403, 404, 410], HERE = 5000, ASK = 2500, PATIENCE = 10000;
  // A proxy may open a stream and keep back what it says: it counts once it said something.
  let stream = null, heard = false, saying = false, said = 0, tried = 0, stale = false, leaving = false;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
  const lost = (on, network = false) => {
    const line = document.querySelector("[data-live-lost]");
    if (!line || line.hidden === !on) return;
    line.textContent = on ? line.dataset.words : "";
    line.hidden = !on;
    tell(on ? "live:lost" : "live:back", network);
  };
  const listen = () => {
    if (!window.EventSource) return;
    tried = Date.now();
    stream = new EventSource(live.dataset.stream);
    stream.addEventListener("number", (event) => { heard = true; lost(false); tell("live:number", Number(event.data)); });
    stream.addEventListener("error", () => { heard = false; });
  };
  const stop = () => { leaving = true; stream?.close(); };

  const sayHere = async () => {
    if (saying || leaving) return;
    saying = true;
    said = Date.now();
    let answer = null;
    try {
      answer = await fetch(live.dataset.here, { method: "POST", headers: { "X-CSRFToken": token() }, cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE) });
      if (answer.status === 400 && !stale) { stale = true; tell("live:stale"); return; }
      if (CLOSED.includes(answer.status)) { stop(); tell("live:shut", answer.status); return; }
      if (!answer.ok) throw new Error("later");
      const news = Number(await answer.text());
      stale = false;
      lost(false);
      tell("live:number", news);
    } catch {
      if (!leaving) lost(true, !answer);
    } finally {
      saying = false;
    }
  };
  const look = () => {
    if (document.hidden || leaving) return;
    if (Date.now() - said >= (heard ? HERE : ASK)) sayHere();
    if (stream?.readyState === 2 && Date.now() - tried >= HERE) listen();
  };
  const back = () => {
    if (document.hidden || leaving) return;
    sayHere();
    if (stream?.readyState === 2) listen();
  };
  document.addEventListener("visibilitychange", back);
  addEventListener("online", back);
  addEventListener("offline", back);
  // A form went off: the page that answers it says that we are here, if there still is a table.
  addEventListener("submit", (event) => { if (!event.defaultPrevented) said = Date.now(); });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; back(); } });
  listen();
  sayHere();
  setInterval(look, 500);
})();
