// The hours of the week as the calendar draws them. Where a whole day does not fit, quiet rows of two hours take half the
// room, and rows with nothing in them a quarter: the calendar counts in drawn hours, people read and mean real ones.
window.weekHours = (() => {
  const ROW = 2, NEAR = 0.75, HALF = 0.5, QUARTER = 0.25, NEARLY = 1e-6;
  const day = (moment) => moment.slice(0, 10);
  const read = (time) => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60 + Number(time.slice(6, 8)) / 3600;
  const hour = (moment) => read(moment.slice(11));
  const written = (at) => {
    const seconds = Math.round(at * 3600);
    return [seconds / 3600, (seconds % 3600) / 60, seconds % 60].map((part) => String(Math.trunc(part)).padStart(2, "0")).join(":");
  };
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

  // Blocks above each other, each with what it says on two lines. What follows within less than three quarters of an
  // hour stands beside it instead.
  const neighbours = (events) => events.flatMap((one) => events
    .filter((next) => day(next.start) === day(one.start) && next.start >= one.end)
    .map((next) => [hour(one.start), hour(next.start)])
    .filter(([begins, follows]) => follows - begins >= NEAR));

  // events: their start and end as the server writes them; room: how many blocks there fit above each other.
  const fold = (events, first, last, room) => {
    const near = neighbours(events), closest = Math.min(...near.map(([begins, follows]) => follows - begins), ROW);
    const rows = [];
    for (let at = first; at < last; at += ROW) rows.push({ from: at, until: Math.min(at + ROW, last), size: 1 });
    const drawn = (at) => first + sum(rows.map(({ from, until, size }) => Math.max(0, Math.min(at, until) - from) * size));
    const meant = (at) => {
      const row = rows.findLast(({ from }) => drawn(from) <= at + NEARLY) ?? rows[0];
      return row.from + (at - drawn(row.from)) / row.size;
    };

    const begins = events.map(({ start }) => hour(start));
    const inside = ({ from, until }) => begins.filter((at) => at >= from && at < until).length;
    const apart = [...near, ...begins.map((at) => [at, last])].map(([from, until]) => [from, until, Math.min(closest, until - from)]);
    const holds = () => apart.every(([from, until, least]) => drawn(until) - drawn(from) >= least - NEARLY);
    const shrink = (row, size) => {
      if (drawn(last) - first <= room * closest + NEARLY) return;
      const before = row.size;
      row.size = size;
      if (!holds()) row.size = before;
    };
    // Who stays until the next day is drawn on two days: then every hour is as long as the others.
    const overnight = events.some(({ start, end }) => day(start) !== day(end) && hour(end) > 0);
    const quiet = overnight ? [] : [...rows].sort((one, other) => inside(one) - inside(other) || one.from - other.from);
    for (const row of quiet) shrink(row, HALF);
    for (const row of quiet) if (!inside(row)) shrink(row, QUARTER);

    const smallest = Math.min(...rows.map(({ size }) => size)), folded = smallest < 1;
    const moved = (moment) => `${day(moment)}T${written(drawn(hour(moment)))}`;
    const ends = ({ start, end }) => (day(start) === day(end) ? moved(end) : `${day(start)}T${written(drawn(last))}`);
    return {
      closest, first, last: drawn(last), slot: ROW * smallest,
      key: rows.map(({ from, size }) => `${from}:${size}`).join(),
      draw: (all) => (folded ? all.map((one) => ({ ...one, start: moved(one.start), end: ends(one) })) : all),
      // What stands beside a line: the hour, where a row begins.
      name: (at) => rows.filter(({ from }) => Math.abs(drawn(from) - at) < NEARLY).map(({ from }) => `${from}.00`).join(),
      // The time that is meant by where somebody put it: to the quarter, and as it was where only the day is another.
      time: (moment, before) => {
        const at = meant(hour(moment)), asItWas = !folded || (before && hour(before) === hour(moment));
        return written(asItWas ? at : Math.round(at / QUARTER) * QUARTER).slice(0, 5);
      },
    };
  };
  return { fold, read, written };
})();
