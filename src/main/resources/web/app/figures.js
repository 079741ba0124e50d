// How figures are written: the same as Figures.java does. What isn't known is a dash.
const UNKNOWN = '–';
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

export const percent = value => value == null ? UNKNOWN : `${value.toFixed(1)}%`;

export const decimal = value => value == null ? UNKNOWN : value.toFixed(2);

export const number = value => value == null ? UNKNOWN : String(value);

export function bytes(value) {
  if (value == null) return UNKNOWN;
  let amount = value;
  let unit = 0;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${amount.toFixed(unit > 0 && amount < 100 ? 1 : 0)} ${UNITS[unit]}`;
}

export function duration(millis) {
  if (millis == null) return UNKNOWN;
  const seconds = Math.floor(millis / 1000);
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days) return `${days}d ${hours}h`;
  if (hours) return `${hours}h ${minutes}m`;
  return minutes ? `${minutes}m ${seconds % 60}s` : `${seconds}s`;
}
