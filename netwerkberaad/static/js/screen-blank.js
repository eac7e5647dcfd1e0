// F2 closes the shared screen at once; it stays closed over reloads until somebody opens it.
(() => {
  const room = document.documentElement;
  const remembered = () => { try { return sessionStorage.getItem("screen-blank") === "on"; } catch { return false; } };
  const remember = (on) => { try { sessionStorage.setItem("screen-blank", on ? "on" : "off"); } catch { /* a reload opens it then */ } };
  let cameFrom = null;

  const show = (on) => {
    room.classList.toggle("is-blank", on);
    const cover = document.querySelector("[data-blank-cover]");
    if (!cover) return;
    for (const other of document.body.children) if (other !== cover) other.inert = on;
    cover.hidden = !on;
    if (on) {
      cameFrom = document.activeElement;
      cover.querySelector("[data-blank-open]").focus();
    } else if (cameFrom && cameFrom.isConnected) {
      cameFrom.focus();
    }
  };
  const turn = (on) => { remember(on); show(on); };

  if (remembered()) show(true);
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("[data-blank]")) link.hidden = false;
    if (remembered()) show(true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || event.repeat) return;
    event.preventDefault();
    turn(!room.classList.contains("is-blank"));
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-blank-open]")) turn(false);
    else if (event.target.closest("[data-blank]")) { event.preventDefault(); turn(true); }
  });
})();
