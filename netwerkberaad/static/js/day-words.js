// A date chosen in the browser's calendar, said in words beside it: «woensdag 16 december».
(() => {
  const words = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const say = (event) => {
    const place = document.getElementById(event.target.dataset?.day ?? "");
    if (!place) return;
    const day = event.target.valueAsDate;
    place.textContent = day ? words.format(day) : "";
  };
  document.addEventListener("input", say);
  document.addEventListener("change", say);
})();
