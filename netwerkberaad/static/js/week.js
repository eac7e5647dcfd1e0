// The week as a calendar: dragging sends the same forms as typing does, and then the page shows what the server says.
(() => {
  const page = document.querySelector("[data-week]");
  const place = page?.querySelector("[data-calendar]");
  if (!place || !window.FullCalendar) return;
  const { weekHours, weekSight } = window, { calendar: monday, blocks, shifts } = place.dataset;
  const still = "still" in place.dataset;
  const token = (from) => from.querySelector("[data-week-drag] [name=csrf_token]");
  const said = page.querySelector("[data-week-said]");
  const notice = page.querySelector("[data-week-refused]");
  const wide = window.matchMedia("(min-width: 60rem)");
  const here = () => new URLSearchParams({ vanaf: monday });
  let calendar = null, drawn = [], shown = "", { firstHour, lastHour } = place.dataset, hours = null;

  const weekday = (moment) => String((new Date(`${moment.slice(0, 10)}T12:00Z`).getUTCDay() + 6) % 7);

  // What stands on the page is replaced part by part, so that the calendar and the scrolling stay where they are.
  const show = (fresh) => {
    for (const part of document.querySelectorAll("[data-week-part], .stage__bar")) {
      const next = fresh.querySelector(part.id ? `#${part.id}` : ".stage__bar");
      if (!next) continue;
      const open = [...part.querySelectorAll("details[open][id]")].map((details) => details.id);
      part.replaceChildren(...document.importNode(next, true).childNodes);
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    }
    if (token(document) && token(fresh)) token(document).value = token(fresh).value;
    document.dispatchEvent(new CustomEvent("live:own"));
    drawAgain(fresh);
  };

  // The list says the same as the blocks: it tells whether there is anything to draw again.
  const listed = () => Array.from(document.querySelectorAll("#week-dagen li"), (one) => one.dataset.version + one.textContent).join();
  const drawAgain = (fresh) => {
    const next = fresh.querySelector("[data-calendar]")?.dataset;
    if (next) ({ firstHour, lastHour } = next);
    shown = listed();
    calendar?.setOption("dayHeaderContent", headOf(marks()));
    calendar?.refetchEvents();
  };

  // What must always hold and does not: the list says on which days, and where an open shape stands.
  const marks = () => new Map(Array.from(document.querySelectorAll("#week-dagen [data-mark]"), (day) => [day.dataset.mark, day.querySelector(".day-mark")]));
  const headOf = (marked) => ({ date, text }) => {
    const mark = marked.get(date.toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" }))?.cloneNode(true);
    mark?.append(node("span", "visually-hidden", `: ${mark.title}`));
    const head = node("span", "day-head", `${text} `);
    head.append(mark ?? "");
    return { domNodes: [head] };
  };
  const shapes = () => Array.from(document.querySelectorAll("#week-dagen [data-shape]"), ({ id, dataset, children: [what, says] }) => ({
    id, title: what.querySelector(".row__title").textContent, start: dataset.from, end: dataset.until, editable: false,
    extendedProps: { state: "open", who: ["", says.textContent.trim()], label: dataset.label, gap: { ...dataset }, form: what.querySelector("a")?.href },
  }));
  const glow = (one) => { one.classList.add("is-fresh"); setTimeout(() => one.classList.remove("is-fresh"), 3000); };
  // Somebody else changed something (live.js): nothing moves under a hand that holds it.
  const busy = (on) => { place.toggleAttribute("data-live-busy", on); if (!on) document.dispatchEvent(new CustomEvent("live:free")); };
  document.addEventListener("live:page", ({ detail: fresh }) => { if (listed() !== shown) drawAgain(fresh); });
  page.addEventListener("pointerdown", (event) => { if (event.target.closest("[data-shift], .task-card, [data-person]")) busy(true); });
  for (const done of ["pointerup", "touchend", "touchcancel"]) document.addEventListener(done, () => setTimeout(() => { if (!sending) busy(false); }));

  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const ask = (address, options = {}) => fetch(address, { headers: { "HX-Request": "true" }, ...options });
  const refuse = (sentence) => {
    notice.querySelector("p").textContent = sentence;
    notice.hidden = false;
    notice.scrollIntoView({ block: "nearest" });
  };

  // Why the server says no: its own sentence, or what a closed page is called. What is not there, somebody took away.
  const why = (fresh, status) => {
    if (status === 404) return place.dataset.changed;
    const told = fresh.querySelector(".error-summary li, .notice--warn p:not(:empty)");
    const closed = fresh.querySelector([400, 409, 412].includes(status) ? ".page-title + .lead" : ".page-title");
    return (told ?? closed)?.textContent.trim() || place.dataset.lost;
  };

  let sending = 0;
  const send = async (address, fields) => {
    notice.hidden = true;
    sending += 1;
    busy(true);
    try {
      const body = new URLSearchParams({ csrf_token: token(document)?.value, once: `${Date.now()}${Math.random()}`, ...fields });
      const answer = await ask(`${address}?${here()}`, { method: "POST", body });
      const fresh = await read(answer);
      if (answer.ok) {
        show(fresh);
        said.textContent = fresh.querySelector(".undo-bar p")?.textContent || "";
      } else {
        const isTheWeek = fresh.querySelector("[data-week-part]");
        if (!isTheWeek || !fresh.querySelector("[data-week-form] .field__error")) refuse(why(fresh, answer.status));
        show(isTheWeek ? fresh : await read(await ask(location.href)));
      }
      return answer.ok;
    } catch {
      refuse(place.dataset.lost);
      calendar?.refetchEvents();
      return false;
    } finally {
      sending -= 1;
      if (!sending) busy(false);
    }
  };

  const node = (tag, look, words = "") => Object.assign(document.createElement(tag), { className: look, textContent: words });
  const block = ({ event: { title, extendedProps: { who: [front, rest] = [], beside, hue, initials, state } } }) => {
    const inner = node("span", "blok__inner");
    const name = node("span", "blok__who");
    if (initials) name.append(node("span", `avatar avatar--tiny hue-${hue}`, initials));
    if (rest) {
      const whole = name.appendChild(node("span", "blok__name"));
      whole.append(node("span", "blok__front", front), beside ? `${rest} + ${beside}` : rest);
    }
    if (state === "proposed") name.append(node("span", "blok__asks", "?"));
    inner.append(node("span", "blok__what", title), name);
    return { domNodes: [inner] };
  };

  // Two lines of text per block: an hour becomes as high as the closest neighbours ask. Where the day does not fit then,
  // quiet hours become smaller (week-hours.js); what still does not fit scrolls. True when the hours are drawn anew.
  const fit = () => {
    const sheet = place.querySelector(".blok");
    const letter = sheet ? parseFloat(getComputedStyle(sheet).fontSize) : Math.max(15, 0.8333 * parseFloat(getComputedStyle(place).fontSize));
    const high = Math.ceil(2.24 * letter) + 3, apart = high + 0.1, before = hours.key;
    hours = weekHours.fold(drawn, Number(firstHour), Number(lastHour), weekSight.room() / apart);
    calendar.batchRendering(() => {
      calendar.setOption("eventMinHeight", high);
      calendar.setOption("slotMinHeight", (apart * hours.slot) / hours.closest);
      if (hours.key !== before) for (const [name, value] of Object.entries(scale())) calendar.setOption(name, value);
    });
    spreadSoon();
    return hours.key !== before;
  };
  const scale = () => {
    const { first, last, slot, name } = hours;
    return {
      slotMinTime: weekHours.written(first), slotMaxTime: weekHours.written(last),
      slotDuration: weekHours.written(slot), slotHeaderInterval: weekHours.written(slot),
      slotHeaderFormat: ({ date: { hour, minute = 0 } }) => name(hour + minute / 60),
    };
  };
  const line = (one) => one.classList.toggle("week__line--none", !hours.name(weekHours.read(one.dataset.time)));
  // A title that does not fit goes on below its hour, where nothing follows: what is asked is worth more than a neat end.
  const LINES = [3.5, 4.65];
  const spread = () => {
    const all = Array.from(place.querySelectorAll(".blok"), (one) => [one, one.parentElement]);
    for (const [, around] of all) around.style.minHeight = "";
    const boxes = all.map(([one]) => one.getBoundingClientRect());
    all.forEach(([one, around], number) => {
      const { top, left, right } = boxes[number], letter = parseFloat(getComputedStyle(one).fontSize);
      const next = boxes.filter((other) => other.top > top + 1 && other.left < right - 1 && other.right > left + 1);
      const room = Math.min(around.parentElement.getBoundingClientRect().bottom, ...next.map((other) => other.top)) - top - 2;
      const what = one.querySelector(".blok__what");
      for (const lines of LINES) if (what?.scrollHeight > what?.clientHeight + letter / 2 && room > lines * letter - 1) around.style.minHeight = `${lines * letter}px`;
    });
    place.querySelectorAll("[data-time]").forEach(line);
    weekSight.look();
  };
  let spreading = 0;
  const spreadSoon = () => { cancelAnimationFrame(spreading); spreading = requestAnimationFrame(spread); };

  // The week repeats, so no day of it is today: `now` lies far away.
  const start = () => {
    if (calendar || !wide.matches) return;
    shown = listed();
    hours = weekHours.fold([], Number(firstHour), Number(lastHour), Infinity);
    document.getElementById("week-lijst").hidden = true;
    const sheet = place.appendChild(document.createElement("div"));
    calendar = new FullCalendar.Calendar(sheet, {
      initialView: "timeGridWeek", initialDate: monday, now: "2000-01-01", firstDay: 1, locale: "nl", timeZone: "Europe/Amsterdam",
      headerToolbar: false, allDaySlot: false, height: "100%", expandRows: true, borderless: true,
      ...scale(), snapDuration: "00:15:00", dayHeaderFormat: { weekday: "short" },
      editable: !still, droppable: !still, eventInteractive: !still, slotEventOverlap: false, longPressDelay: 300,
      forceEventDuration: true, scrollTime: weekHours.written(firstHour),
      className: "week__fc", dayHeaderInnerClass: "week__day", slotHeaderInnerClass: "week__hour", columnEventInnerClass: "week__inner",
      eventClass: ({ event: { extendedProps: { state, hue } } }) => `blok blok--${state || "open"}${hue ? ` hue-${hue}` : ""}`,
      eventContent: block, dayHeaderContent: headOf(marks()),
      eventDidMount: ({ el, event }) => {
        spreadSoon();
        if (!event.extendedProps.label) return;
        el.setAttribute("aria-label", event.extendedProps.label);
        el.title = event.extendedProps.label;
        if (event.extendedProps.gap) return Object.assign(el.dataset, event.extendedProps.gap);
        el.dataset.shift = event.extendedProps.shift;
        el.dataset.version = event.extendedProps.version;
        if (document.getElementById(`blok-${event.id}`)?.matches(".is-fresh")) glow(el);
      },
      events: (span, done, failed) => ask(`${blocks}?${new URLSearchParams({ start: span.startStr, end: span.endStr })}`)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
        .then((found) => { drawn = [...found, ...shapes()]; fit(); done(hours.draw(drawn)); }, failed),
      eventClick: ({ event, jsEvent }) => {
        jsEvent.preventDefault();
        if (!still) location.assign(event.extendedProps.form || `${shifts}/${event.extendedProps.shift}?${here()}`);
      },
      eventReceive: ({ event }) => {
        const { task } = event.extendedProps;
        event.remove();
        send(shifts, { task, days: weekday(event.startStr), starts: hours.time(event.startStr), repeat: "weekly", open: "ja" });
      },
      eventDrop: ({ event, oldEvent }) => send(`${shifts}/${event.extendedProps.shift}/plek`, {
        seen: event.extendedProps.version, from_date: oldEvent.startStr.slice(0, 10),
        to_date: event.startStr.slice(0, 10), starts: hours.time(event.startStr, oldEvent.startStr),
      }),
      eventResize: ({ event }) => send(`${shifts}/${event.extendedProps.shift}/lengte`, {
        seen: event.extendedProps.version, ends: hours.time(event.endStr),
      }),
    });
    calendar.render();
    new ResizeObserver(() => { if (fit()) calendar.refetchEvents(); }).observe(place);
  };

  if (!still) new FullCalendar.Interaction.Draggable(page.querySelector(".week__side"), {
    itemSelector: ".task-card", longPressDelay: 300,
    eventData: ({ textContent, dataset }) => ({
      title: textContent.trim(), duration: { minutes: Number(dataset.minutes) }, extendedProps: { task: dataset.task },
    }),
  });
  page.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-week-form]");
    if (!form) return;
    event.preventDefault();
    const { name } = form.querySelector("input:not([type=hidden])");
    const typed = Object.fromEntries(new FormData(form));
    const done = await send(form.action.split("?")[0], typed);
    const field = page.querySelector(`[data-week-form] [name="${name}"]`);
    // What was typed stays, as something that was typed: live.js keeps it too.
    if (!done) Object.assign(field, { defaultValue: "", value: typed[name] });
    field.focus();
  });
  page.addEventListener("week:give", ({ detail: { shift, version: seen, shape: task, days, starts, person } }) => (task
    ? send(shifts, { task, days, starts, person, repeat: "weekly" }) : send(`${shifts}/${shift}/persoon`, { seen, person })));
  page.addEventListener("week:missed", () => refuse(place.dataset.missed));
  wide.addEventListener("change", start);
  start();
  // Whoever listens hears what the form did: a region that is filled while the page loads stays silent.
  if (document.referrer.includes(shifts)) setTimeout(() => { said.textContent = document.querySelector(".undo-bar p")?.textContent || ""; }, 300);
})();
