// Reading the plan aloud: the line that is being read is lit; a tap or the arrow keys go on.
(() => {
  const sheet = document.querySelector("[data-reading]");
  if (!sheet) return;
  const lines = [...sheet.querySelectorAll("[data-line]")];
  const lit = () => lines.findIndex((line) => line.classList.contains("sheet__line--lit"));
  const light = (number) => {
    for (const line of lines) line.classList.remove("sheet__line--lit");
    if (!lines[number]) return;
    lines[number].classList.add("sheet__line--lit");
    lines[number].scrollIntoView({ block: "nearest" });
  };
  sheet.addEventListener("click", (event) => {
    const line = event.target.closest("[data-line]");
    if (line) light(lines.indexOf(line) === lit() ? -1 : lines.indexOf(line));
  });
  sheet.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    light(Math.max(0, Math.min(lines.length - 1, lit() + step)));
  });
})();
