// Makes the list live: figures are put in place as they come; when processes come, go or change their state, the server
// is asked for the rows again.
import * as busy from './busy.js';
import * as figures from './figures.js';
import * as filter from './filter.js';
import { keepOpen } from './socket.js';
import { History } from './history.js';
import { Link } from './link.js';
import { restore, remember } from './memory.js';

const SETTLE = 60; // ms, so that a burst of events costs one request
const RECENT = 15_000; // ms that a point of a line stands for: the line is the last quarter of an hour
const TICK = 1000; // ms, of the lines of the machine
const history = new History(RECENT);
const machine = new History(TICK);
const visible = new Set();
// Only what can be seen is drawn; the rest when it comes into view.
const watcher = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) visible.add(entry.target);
    else visible.delete(entry.target);
  }
  if (last) draw(last);
  else drawLines();
}, { rootMargin: '200px' });

let rows = new Map();
let groups = [];
let host = {};
let uptime = null;
let daemon = 'online';
let last = null;
let asking = null;
let askAgain = false;
let pressed = false;
let timer;

export function start() {
  const link = new Link();
  document.addEventListener('visibilitychange', () => last && draw(last));
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, () => { pressed = type === 'pointerdown'; }, true);
  index();
  const state = name => ({
    opened() { link.set(name, true); refresh(); },
    lost() { link.set(name, false); refresh(); }, // which also notices that the session has ended
  });
  seed();
  keepOpen('/live/metrics', { ...state('metrics'), frame: tick });
  keepOpen('/live/events', { ...state('events'), frame: event });
}

// Asks the server for the rows again, and puts them in.
export async function refresh() {
  clearTimeout(timer);
  if (asking) {
    askAgain = true;
    return;
  }
  asking = fetch(`/processes/rows${filter.grouping()}`, { headers: { Accept: 'text/html' } });
  try {
    const answer = await asking;
    if (answer.status === 401) location.reload();
    const html = await answer.text();
    if (pressed) askAgain = true; // a click on what is replaced meanwhile would be lost
    else if (answer.ok) show(html);
  } catch {
    // the sockets notice it too, and ask again when they are back
  } finally {
    asking = null;
    if (askAgain) {
      askAgain = false;
      soon();
    }
  }
}

// Puts in a board that the server rendered.
export function show(html) {
  const board = document.getElementById('board');
  const memory = remember(board);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  board.replaceChildren(...(parsed.getElementById('board') ?? parsed.body).childNodes);
  restore(board, memory);
  index();
  filter.apply();
  busy.apply();
  if (last) draw(last);
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, SETTLE);
}

function index() {
  watcher.disconnect();
  visible.clear();
  rows = new Map();
  const texts = (element, of) => Object.fromEntries(of.map(name =>
    [name, element.querySelector(`[data-is=${name}], [data-sum=${name}] .n, [data-sum=${name}]`)?.lastChild]));
  const sparks = element => [...element.querySelectorAll('.spark')].map(svg =>
    ({ svg, of: svg.dataset.of, area: svg.firstElementChild, line: svg.lastElementChild }));
  for (const row of document.querySelectorAll('tr.proc')) {
    rows.set(Number(row.dataset.id), { row, status: row.dataset.status, sparks: sparks(row),
      ...texts(row, ['pid', 'cpu', 'memory', 'uptime', 'restarts']) });
    watcher.observe(row);
  }
  groups = [...document.querySelectorAll('tbody.headed')].map(body => ({
    key: body.dataset.group, row: body.rows[0], sparks: sparks(body.rows[0]),
    ids: [...body.querySelectorAll('tr.proc')].map(row => Number(row.dataset.id)),
    ...texts(body.rows[0], ['cpu', 'memory', 'restarts']) }));
  groups.forEach(group => watcher.observe(group.row));
  const tiles = document.querySelector('.tiles');
  daemon = tiles.dataset.daemon;
  host = Object.fromEntries(['cpu', 'memoryUsed', 'load1'].map(name =>
    [name, tiles.querySelector(`[data-host=${name}]`)?.firstChild]));
  host.sparks = sparks(tiles);
  const since = tiles.querySelector('[data-daemon-up]');
  uptime = since && { text: since.firstChild, began: Date.now() - Number(since.dataset.daemonUp) };
}

// What was before this page was open, or while it was not live.
async function seed() {
  try {
    const answer = await fetch('/api/v1/history?points=60', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const { step, from, processes } = await answer.json();
    if (step !== RECENT) return;
    const begin = Date.parse(from);
    const byId = new Map(processes.map(process => [process.id, process]));
    for (const of of ['cpu', 'memory']) {
      byId.forEach((process, id) => process[of] && history.seed(`${id} ${of}`, begin, process[of]));
      for (const group of groups) {
        const all = group.ids.map(id => byId.get(id)?.[of]).filter(Boolean);
        if (all.length) history.seed(`${group.key} ${of}`, begin, all[0].map((_, i) => total(all.map(it => it[i]))));
      }
    }
    drawLines();
  } catch {
    // the lines begin now
  }
}

function tick(frame) {
  if (last && frame.at - last.at > RECENT) seed();
  last = frame;
  keep(frame);
  draw(frame);
  const known = daemon !== 'online' || (frame.processes.length === rows.size
    && frame.processes.every(process => rows.get(process.id)?.status === process.status));
  if (!known) soon();
}

function draw(frame) {
  if (document.hidden) return;
  const byId = new Map(frame.processes.map(process => [process.id, process]));
  for (const [id, row] of rows) {
    const process = byId.get(id);
    if (!process || !visible.has(row.row)) continue;
    put(row.cpu, figures.percent(process.cpu));
    put(row.memory, figures.bytes(process.memory));
    put(row.uptime, figures.duration(process.uptimeMs));
    put(row.restarts, figures.number(process.restarts));
    put(row.pid, figures.number(process.pid));
  }
  for (const group of groups) {
    if (!visible.has(group.row)) continue;
    const of = name => total(group.ids.map(id => byId.get(id)?.[name]));
    put(group.cpu, figures.percent(of('cpu')));
    put(group.memory, figures.bytes(of('memory')));
    put(group.restarts, figures.number(of('restarts')));
  }
  drawLines();
  put(host.cpu, figures.percent(frame.host.cpu));
  put(host.memoryUsed, figures.bytes(frame.host.memoryUsed));
  put(host.load1, figures.decimal(frame.host.load1));
  const most = { 'host-cpu': 100, 'host-memory': frame.host.memoryTotal };
  host.sparks.forEach(spark => line(machine, spark, spark.of, most[spark.of], 1));
  if (uptime) put(uptime.text, figures.duration(Date.now() - uptime.began));
}

function drawLines() {
  if (document.hidden) return;
  for (const [id, row] of rows) if (visible.has(row.row)) lines(row, id);
  for (const group of groups) if (visible.has(group.row)) lines(group, group.key);
}

function keep(frame) {
  const kept = new Set();
  const add = (key, value) => {
    kept.add(key);
    history.add(key, frame.at, value);
  };
  machine.add('host-cpu', frame.at, frame.host.cpu);
  machine.add('host-memory', frame.at, frame.host.memoryUsed);
  const byId = new Map(frame.processes.map(process => [process.id, process]));
  for (const of of ['cpu', 'memory']) {
    byId.forEach((process, id) => add(`${id} ${of}`, process[of]));
    groups.forEach(group => add(`${group.key} ${of}`, total(group.ids.map(id => byId.get(id)?.[of]))));
  }
  history.keep(kept);
}

function lines(row, key) {
  for (const spark of row.sparks) line(history, spark, `${key} ${spark.of}`, ...scale(spark.of));
}

// The least value at the upper edge, and the room above the highest point: memory is looked at for its slope.
const scale = of => of === 'cpu' ? [5, 1.1] : [1, 1.6];

function total(values) {
  const known = values.filter(value => value != null);
  return known.length ? known.reduce((a, b) => a + b) : null;
}

function put(text, value) {
  if (text && text.data !== value) text.data = value;
}

function line(past, spark, key, atLeast, room) {
  const drawing = past.drawing(key, atLeast, room);
  spark.line.setAttribute('d', drawing.line);
  spark.area.setAttribute('d', drawing.area);
}

function event(frame) {
  if (frame.event === 'daemon-down' || frame.event === 'daemon-up') {
    const now = frame.event === 'daemon-up' ? 'online' : frame.detail.daemon;
    if (now !== daemon) refresh();
  } else {
    soon();
  }
}
