// Drawing a signature: strokes as points in a box of 1000 by 400, sent along as JSON in the form's own field.
(() => {
  const WIDE = 1000, HIGH = 400;
  const ready = new WeakMap();

  const prepare = (form) => {
    const holder = form.querySelector("[data-signature]"), canvas = holder.querySelector("canvas");
    const field = form.querySelector("[name=strokes]");
    let pad = null, drawn = "";

    const scale = () => Math.min(WIDE / canvas.clientWidth, HIGH / canvas.clientHeight);
    const kept = () => { try { return JSON.parse(field.value || "[]"); } catch { return []; } };
    const keep = () => {
      const to = scale();
      const strokes = pad.toData().map((stroke) => stroke.points.map((p) => [Math.round(p.x * to), Math.round(p.y * to)]));
      field.value = drawn = strokes.length ? JSON.stringify(strokes) : "";
      // A page that follows the table waits for a line that is being drawn, and does not leave one behind.
      form.toggleAttribute("data-typed", strokes.length > 0);
      busy(false);
    };
    const busy = (on) => {
      canvas.toggleAttribute("data-live-busy", on);
      if (!on) document.dispatchEvent(new CustomEvent("live:free"));
    };
    const draw = () => {
      const from = scale();
      drawn = field.value;
      form.toggleAttribute("data-typed", drawn !== "");
      pad.fromData(kept().map((stroke) => ({ points: stroke.map(([x, y]) => ({ x: x / from, y: y / from, pressure: 0.5, time: 0 })) })));
    };
    const fit = () => {
      if (!pad || !canvas.clientWidth) return;
      const dense = Math.max(window.devicePixelRatio || 1, 1);
      // What was sent and came back, because something else is missing, is drawn again.
      if (canvas.width === Math.round(canvas.clientWidth * dense) && drawn === field.value) return;
      canvas.width = Math.round(canvas.clientWidth * dense);
      canvas.height = Math.round(canvas.clientHeight * dense);
      canvas.getContext("2d").scale(dense, dense);
      pad.clear();
      draw();
    };
    // Only what belongs to the chosen answer is shown; without script everything is.
    const show = () => {
      const chosen = form.querySelector("[name=choice]:checked");
      for (const part of form.querySelectorAll("[data-when]")) {
        part.hidden = !chosen || !part.dataset.when.split(" ").includes(chosen.value);
      }
      holder.hidden = !pad;
      fit();
    };
    const wipe = () => { pad.clear(); keep(); };
    show.canvas = canvas;

    if (window.SignaturePad) {
      pad = new SignaturePad(canvas, { minWidth: 1, maxWidth: 2.5 });
      pad.addEventListener("beginStroke", () => busy(true));
      pad.addEventListener("endStroke", keep);
      holder.querySelector("[data-wipe]").addEventListener("click", wipe);
      // The form went off, or waits to be sent: the box is empty again.
      form.addEventListener("reset", () => { wipe(); setTimeout(show); });
      window.addEventListener("resize", fit);
    }
    form.addEventListener("change", show);
    return show;
  };

  // The form may come with a part of the page that was put in later.
  const look = () => {
    const form = document.querySelector("[data-signing]");
    if (!form) return;
    if (!ready.get(form)?.canvas.isConnected) ready.set(form, prepare(form));
    ready.get(form)();
  };
  document.addEventListener("htmx:after:swap", look);
  look();
})();
