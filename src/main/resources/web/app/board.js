// Makes the list live: figures are put in place as they come; when processes come, go or change their state, the server
// is asked for the rows again.
import * as busy from './busy.js';
import * as filter from './filter.js';
import { keepOpen } from './socket.js';
import { Link } from './link.js';
import * as machine from './machine.js';
import { restore, remember } from './memory.js';
import { ended } from './renewal.js';
import * as rows from './rows.js';

const SETTLE = 60; // ms, so that a burst of events costs one request

let last = null;
let ticks = 0;
let asking = null;
let askAgain = false;
let pressed = false;
let timer;

export function start() {
  const link = new Link();
  document.addEventListener('visibilitychange', () => { if (last && !document.hidden) drawAll(); });
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, () => { pressed = type === 'pointerdown'; }, true);
  index();
  const stream = (name, frame) => {
    const says = link.of(name);
    keepOpen(`/live/${name}`, { greeted: true, frame, lost: says.lost, opened(again) {
      says.opened();
      if (again) refresh();
    } });
  };
  seed();
  stream('metrics', tick);
  stream('events', event);
}

// Asks the server for the rows again, and puts them in. Nothing where the page has none.
export async function refresh() {
  clearTimeout(timer);
  if (!document.getElementById('board')) return;
  if (asking) {
    askAgain = true;
    await asking;
    return;
  }
  asking = ask();
  await asking;
  asking = null;
  if (askAgain) {
    askAgain = false;
    soon();
  }
}

async function ask() {
  try {
    const answer = await fetch(`/processes/rows${filter.grouping()}`, { headers: { Accept: 'text/html' } });
    if (answer.status === 401) ended();
    const html = await answer.text();
    if (pressed) askAgain = true; // a click on what is replaced meanwhile would be lost
    else if (answer.ok) show(html);
  } catch {
    // the sockets notice it too, and ask again when they are back
  }
}

// Puts in a board that the server rendered.
function show(html) {
  const board = document.getElementById('board');
  const memory = remember(board);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  board.replaceChildren(...(parsed.getElementById('board') ?? parsed.body).childNodes);
  restore(board, memory);
  index();
  filter.apply();
  busy.apply();
  if (last) machine.draw(last);
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, SETTLE);
}

function index() {
  rows.index();
  machine.index();
}

async function seed() {
  try {
    const answer = await fetch('/api/v1/history?points=60', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const { step, from, processes } = await answer.json();
    if (step === rows.RECENT) rows.seed(Date.parse(from), processes);
  } catch {
    // the lines begin now
  }
}

function tick(frame) {
  if (last && frame.at - last.at > rows.RECENT) seed();
  last = frame;
  machine.take(frame);
  const isSame = rows.take(frame);
  busy.heard(frame);
  if (!document.hidden) {
    rows.draw(ticks++);
    machine.draw(frame);
  }
  if (!isSame && machine.daemon === 'online') soon();
}

function drawAll() {
  rows.drawAll();
  machine.draw(last);
}

function event(frame) {
  if (frame.event === 'daemon-down' || frame.event === 'daemon-up') {
    const now = frame.event === 'daemon-up' ? 'online' : frame.detail.daemon;
    if (now !== machine.daemon) refresh();
  } else {
    busy.heard(frame);
    soon();
  }
}
