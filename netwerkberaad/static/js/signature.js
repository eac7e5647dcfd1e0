// Drawing a signature: strokes as points in a box of 1000 by 400, sent along as JSON in the form's own field.
(() => {
  const WIDE = 1000, HIGH = 400;
  const form = document.querySelector("[data-signing]");
  if (!form) return;

  // Only what belongs to the chosen answer is shown; without script everything is.
  const show = () => {
    const chosen = form.querySelector("[name=choice]:checked");
    for (const part of form.querySelectorAll("[data-when]")) {
      part.hidden = !chosen || !part.dataset.when.split(" ").includes(chosen.value);
    }
    fit();
  };

  const holder = form.querySelector("[data-signature]"), canvas = holder.querySelector("canvas");
  const field = form.querySelector("[name=strokes]");
  let pad = null;

  const scale = () => Math.min(WIDE / canvas.clientWidth, HIGH / canvas.clientHeight);
  const kept = () => { try { return JSON.parse(field.value || "[]"); } catch { return []; } };
  const keep = () => {
    const to = scale();
    const strokes = pad.toData().map((stroke) => stroke.points.map((p) => [Math.round(p.x * to), Math.round(p.y * to)]));
    field.value = strokes.length ? JSON.stringify(strokes) : "";
  };
  const draw = () => {
    const from = scale();
    pad.fromData(kept().map((stroke) => ({ points: stroke.map(([x, y]) => ({ x: x / from, y: y / from, pressure: 0.5, time: 0 })) })));
  };
  const fit = () => {
    if (!pad || !canvas.clientWidth) return;
    const dense = Math.max(window.devicePixelRatio || 1, 1);
    if (canvas.width === Math.round(canvas.clientWidth * dense)) return;
    canvas.width = Math.round(canvas.clientWidth * dense);
    canvas.height = Math.round(canvas.clientHeight * dense);
    canvas.getContext("2d").scale(dense, dense);
    pad.clear();
    draw();
  };

  if (window.SignaturePad) {
    holder.hidden = false;
    pad = new SignaturePad(canvas, { minWidth: 1, maxWidth: 2.5 });
    pad.addEventListener("endStroke", keep);
    holder.querySelector("[data-wipe]").addEventListener("click", () => { pad.clear(); keep(); });
    window.addEventListener("resize", fit);
  }
  form.addEventListener("change", show);
  show();
})();
