// What can be drawn: what a figure of it means, and how it is written.
import * as figures from '../figures.js';

const byTwo = Array.from({ length: 50 }, (_, i) => 2 ** i);
const byTen = Array.from({ length: 40 }, (_, i) => [1, 2, 5][i % 3] * 10 ** (Math.floor(i / 3) - 2));
const whole = byTen.filter(it => it >= 1);
const MIB = 2 ** 20;

const perSecond = value => value == null ? figures.bytes(value) : `${figures.bytes(value)}/s`;
const count = value => value == null ? figures.number(value) : figures.number(Math.round(value * 10) / 10);

// `least` is the least value of the upper edge, so that next to nothing doesn't look like a mountain.
const KNOWN = {
  cpu: { of: 'percent of one core', write: figures.percent, steps: byTen, least: 2 },
  memory: { of: 'resident', write: figures.bytes, steps: byTwo, least: 4 * MIB },
  pss: { of: 'proportional', write: figures.bytes, steps: byTwo, least: 4 * MIB },
  threads: { of: '', write: count, steps: whole, least: 4 },
  openFiles: { of: '', write: count, steps: whole, least: 8 },
  diskRead: { of: '', write: perSecond, steps: byTwo, least: 1024 },
  diskWrite: { of: '', write: perSecond, steps: byTwo, least: 1024 },
};

export function describe(metric, unit) {
  if (metric in KNOWN) return KNOWN[metric];
  const digits = value => Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  const write = value => value == null ? figures.number(value)
    : `${Number.isInteger(value) ? value : value.toFixed(digits(value))}${unit ? ` ${unit}` : ''}`;
  return { of: 'probe', write, steps: byTen, least: 0.01 };
}

// What an axis has room for: no digits behind the point where they are zero.
export const brief = text => text.replace(/\.0(?=\D|$)/, '');
