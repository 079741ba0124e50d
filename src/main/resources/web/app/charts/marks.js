// What happened: thin lines over a chart, each with a sign that leads to the events of that time. Signs that would lie on
// each other are one.
import { moment } from './times.js';

const APART = 16; // pixels between two signs
const MOST_TOLD = 6;
const SILENT = new Set(['online']); // says no more than the start before it
const GRAVE = { exit: 2, 'crash-loop': 4, 'restart overlimit': 5, 'daemon-down': 4 };
const CAUSES = { person: 'person', cron: 'clock', watch: 'eye', 'memory-limit': 'memory', 'gave-up': 'stop' };
const EVENTS = { 'crash-loop': 'loop', 'restart overlimit': 'stop', exit: 'cross', stop: 'stop', 'daemon-down': 'off', 'daemon-up': 'off', command: 'person' };
const PATHS = {
  cross: 'm4.5 4.5 7 7M11.5 4.5l-7 7', loop: 'M12.5 8a4.5 4.5 0 1 1-1.4-3.2M12.5 2.5v3h-3', stop: 'M5 5h6v6H5z',
  person: 'M8 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 8 8zM3.8 13a4.2 4.2 0 0 1 8.4 0', clock: 'M8 4.5V8l2.3 1.5M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0z',
  eye: 'M2.5 8S4.7 4.8 8 4.8 13.5 8 13.5 8 11.3 11.2 8 11.2 2.5 8 2.5 8zM8 8v.01', memory: 'M4 12V9M8 12V6.5M12 12V4',
  off: 'M8 3v5M5 5a4.3 4.3 0 1 0 6 0', start: 'M6 4.5v7L11.5 8z',
};

// How bad it is, as a class.
function kind({ cause, problem }) {
  return cause === 'memory-limit' ? 'warn' : problem ? 'bad' : 'calm';
}

const weight = event => (GRAVE[event.event] ?? 1) + { bad: 10, warn: 5, calm: 0 }[kind(event)];

const sign = ({ event, cause }) => CAUSES[cause] ?? EVENTS[event] ?? (event === 'restart' || event === 'reload' ? 'loop' : 'start');

const words = event => ({ exit: 'ended', 'crash-loop': 'crash loop', 'restart overlimit': 'PM2 gave up', 'daemon-down': 'PM2 went away', 'daemon-up': 'PM2 is back' })[event] ?? event;

// One sentence of an event, with the instance where there are several.
export function sentence(event, several) {
  const who = several && event.id != null ? ` (${event.id})` : '';
  return `${words(event.event)}${who}${event.reason ? `: ${event.reason}` : ''}`;
}

// The events that are worth a mark, of these instances.
export const worthy = (events, ids) => events.filter(event => !SILENT.has(event.event) && !event.aside
  && (event.id == null || ids.includes(event.id))).sort((a, b) => a.at - b.at);

// Those that lie close together are one mark.
export function clusters(events, x) {
  const marks = [];
  for (const event of events) {
    const at = x(event.at);
    const near = marks.at(-1);
    if (near && at - near.x < APART) near.events.push(event);
    else marks.push({ x: at, events: [event] });
  }
  for (const mark of marks) {
    mark.main = mark.events.reduce((a, b) => weight(b) > weight(a) ? b : a);
    mark.kind = kind(mark.main);
  }
  return marks;
}

// What is told of a mark, each with how bad it is: the newest last, not all of a crash loop.
export function lines(mark, several) {
  const told = mark.events.slice(-MOST_TOLD).map(event => ({ kind: kind(event), text: `${moment(event.at)} · ${sentence(event, several)}` }));
  const left = mark.events.length - told.length;
  return left ? [{ kind: 'calm', text: `${left} earlier events` }, ...told] : told;
}

// The sign of a mark: leads to the page of the events.
export function signOf(mark, { page, several, reachable }) {
  const link = document.createElement('a');
  link.className = `pin ${mark.kind}`;
  link.href = `${page}?to=${encodeURIComponent(new Date(mark.events.at(-1).at + 1000).toISOString())}`;
  link.setAttribute('aria-label', `${lines(mark, several).map(line => line.text).join('; ')}. Show the events`);
  if (!reachable) {
    link.tabIndex = -1;
    link.setAttribute('aria-hidden', 'true');
  }
  link.style.left = `${mark.x}px`;
  link.append(drawing(sign(mark.main)));
  if (mark.events.length > 1) link.append(Object.assign(document.createElement('b'), { textContent: mark.events.length }));
  return link;
}

function drawing(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
