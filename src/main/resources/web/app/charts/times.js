// Times as the reader's clock shows them.
const DAY = 86_400_000;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export const time = at => exact.format(at);

export const moment = at => `${day.format(at)}, ${exact.format(at)}`;

export const between = (from, to) => day.format(from) === day.format(to)
  ? `${day.format(from)}, ${exact.format(from)} – ${exact.format(to)}` : `${moment(from)} – ${moment(to)}`;

// The labels of an axis: as exact as its steps; where a day begins, the day.
export function labels(times, step) {
  return times.map((at, i) => {
    if (step >= DAY) return day.format(at);
    const begins = i > 0 && day.format(at) !== day.format(times[i - 1]);
    return begins ? day.format(at) : step < 60_000 ? exact.format(at) : clock.format(at);
  });
}
