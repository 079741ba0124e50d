// Makes the timeline live: what happens is announced and counted, and shown when the reader wants it, so that nothing moves
// under their eyes. Days are the reader's own.
import { Link } from './link.js';
import { ended } from './renewal.js';
import { keepOpen } from './socket.js';
import { show as showTimes } from './times.js';

const SETTLE = 900; // ms, within which one event may be told again by a fuller one
const DAEMON = new Set(['daemon-down', 'daemon-up']);
const waiting = new Set();
const title = document.title;
let timer;

export function start(timeline) {
  days(timeline);
  const { live } = timeline.dataset;
  if (live === undefined) return;
  const says = new Link('What happens is told at once').of('events');
  let first = true;
  keepOpen(`/live/events${live ? `?process=${encodeURIComponent(live)}` : ''}`, {
    greeted: true,
    opened(again) {
      says.opened();
      first = true;
      if (again) check();
    },
    lost: says.lost,
    frame(event) {
      if (first) first = false; // how the daemon is, which the page says
      else take(event);
    },
  });
  document.getElementById('fresh').addEventListener('click', () => refresh(true));
}

function take(event) {
  const { number, aside, problem, retells } = event.detail;
  if (DAEMON.has(event.event)) {
    waiting.add(`${event.event} ${event.at}`);
  } else {
    if (retells) waiting.delete(retells);
    if (aside || (wantsProblems() && !problem)) return;
    waiting.add(number);
  }
  clearTimeout(timer);
  timer = setTimeout(tell, SETTLE);
}

function tell() {
  const button = document.getElementById('fresh');
  button.hidden = !waiting.size;
  button.textContent = `${waiting.size} new ${waiting.size === 1 ? 'event' : 'events'}`;
  document.title = waiting.size ? `(${waiting.size}) ${title}` : title;
}

// What happened while nobody listened.
async function check() {
  const fresh = await fetched();
  const newest = Number(fresh?.dataset.newest);
  if (newest > Number(document.getElementById('timeline').dataset.newest)) refresh(false);
}

async function refresh(asked) {
  const fresh = await fetched();
  if (!fresh) return;
  const timeline = document.getElementById('timeline');
  const seen = Number(timeline.dataset.newest);
  const open = new Set([...timeline.querySelectorAll('details[open]')].map(it => it.closest('li').dataset.number));
  timeline.replaceChildren(...fresh.childNodes);
  timeline.dataset.newest = fresh.dataset.newest;
  showTimes(timeline);
  days(timeline);
  for (const row of timeline.querySelectorAll('.event')) {
    if (open.has(row.dataset.number)) row.querySelector('details').open = true;
    row.classList.toggle('new', Number(row.dataset.number) > seen);
  }
  waiting.clear();
  tell();
  if (asked) {
    const first = timeline.querySelector('.event');
    first?.setAttribute('tabindex', '-1');
    first?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
}

async function fetched() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.status === 401) ended();
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('timeline') : null;
  } catch {
    return null; // the socket notices it too
  }
}

const wantsProblems = () => 'problems' in document.getElementById('timeline').dataset;

// Groups the rows anew by the reader's days.
function days(timeline) {
  const rows = [...timeline.querySelectorAll('.event')];
  if (!rows.length) return;
  const sections = [];
  let day;
  for (const row of rows) {
    const at = new Date(row.querySelector('time').dateTime);
    const date = at.toDateString();
    if (date !== day) {
      day = date;
      sections.push(section(at));
    }
    sections.at(-1).lastElementChild.append(row);
  }
  timeline.querySelectorAll('.day').forEach(it => it.remove());
  timeline.prepend(...sections);
}

function section(at) {
  const name = at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const made = Object.assign(document.createElement('section'), { className: 'day' });
  made.setAttribute('aria-label', name);
  const near = nearness(at);
  made.append(Object.assign(document.createElement('h2'), { className: 'dayname', textContent: near ? `${near} ` : name }),
    Object.assign(document.createElement('ol'), { className: 'events' }));
  if (near) made.firstElementChild.append(Object.assign(document.createElement('span'), { className: 'soft', textContent: name }));
  return made;
}

function nearness(at) {
  const date = at.toDateString();
  if (date === new Date().toDateString()) return 'Today';
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  return date === yesterday.toDateString() ? 'Yesterday' : '';
}
