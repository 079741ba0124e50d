// Makes the list live: figures are put in place as they come; when processes come, go or change their state, the server
// is asked for the rows again.
import * as figures from './figures.js';
import * as filter from './filter.js';
import { keepOpen } from './socket.js';
import { History } from './history.js';
import { restore, remember } from './memory.js';

const SETTLE = 60; // ms, so that a burst of events costs one request
const history = new History();
const visible = new Set();
const watcher = new IntersectionObserver(entries => entries.forEach(entry =>
  entry.isIntersecting ? visible.add(entry.target) : visible.delete(entry.target)), { rootMargin: '80px' });

let rows = new Map();
let groups = [];
let host = {};
let uptime = null;
let daemon = 'online';
let last = null;
let asking = null;
let askAgain = false;
let timer;
const connected = { metrics: false, events: false };

export function start() {
  document.getElementById('link').hidden = false;
  index();
  const state = name => ({
    opened() { connected[name] = true; link(); refresh(); },
    lost() { connected[name] = false; link(); refresh(); }, // which also notices that the session has ended
  });
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
    if (answer.ok) show(await answer.text());
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

function tick(frame) {
  last = frame;
  for (const process of frame.processes) {
    history.add(`${process.id} cpu`, process.cpu);
    history.add(`${process.id} memory`, process.memory);
  }
  history.add('host-cpu', frame.host.cpu);
  history.add('host-memory', frame.host.memoryUsed);
  draw(frame);
  const known = daemon !== 'online' || (frame.processes.length === rows.size
    && frame.processes.every(process => rows.get(process.id)?.status === process.status));
  if (!known) soon();
}

function draw(frame) {
  const byId = new Map(frame.processes.map(process => [process.id, process]));
  for (const [id, row] of rows) {
    const process = byId.get(id);
    if (!process) continue;
    put(row.cpu, figures.percent(process.cpu));
    put(row.memory, figures.bytes(process.memory));
    put(row.uptime, figures.duration(process.uptimeMs));
    put(row.restarts, figures.number(process.restarts));
    put(row.pid, figures.number(process.pid));
    if (visible.has(row.row)) row.sparks.forEach(spark => line(spark, `${id} ${spark.of}`, least(spark.of)));
  }
  const kept = new Set(['host-cpu', 'host-memory']);
  byId.forEach((_, id) => kept.add(`${id} cpu`).add(`${id} memory`));
  for (const group of groups) {
    for (const of of ['cpu', 'memory']) {
      const sum = total(group.ids.map(id => byId.get(id)?.[of]));
      const key = `${group.key} ${of}`;
      kept.add(key);
      if (frame.at !== group.drawn) history.add(key, sum);
      put(group[of], of === 'cpu' ? figures.percent(sum) : figures.bytes(sum));
    }
    group.drawn = frame.at;
    put(group.restarts, figures.number(total(group.ids.map(id => byId.get(id)?.restarts))));
    if (visible.has(group.row)) group.sparks.forEach(spark => line(spark, `${group.key} ${spark.of}`, least(spark.of)));
  }
  history.keep(kept);
  put(host.cpu, figures.percent(frame.host.cpu));
  put(host.memoryUsed, figures.bytes(frame.host.memoryUsed));
  put(host.load1, figures.decimal(frame.host.load1));
  host.sparks.forEach(spark => line(spark, spark.of, spark.of === 'host-cpu' ? 100 / 1.1 : frame.host.memoryTotal / 1.1));
  if (uptime) put(uptime.text, figures.duration(Date.now() - uptime.began));
}

const least = of => of === 'cpu' ? 5 : 1;

function total(values) {
  const known = values.filter(value => value != null);
  return known.length ? known.reduce((a, b) => a + b) : null;
}

function put(text, value) {
  if (text && text.data !== value) text.data = value;
}

function line(spark, key, atLeast) {
  const drawing = history.drawing(key, atLeast);
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

function link() {
  const live = connected.metrics && connected.events;
  const shown = document.getElementById('link');
  shown.className = `link-state ${live ? 'live' : 'lost'}`;
  put(shown.lastElementChild.firstChild ?? shown.lastElementChild.appendChild(new Text()), live ? 'Live' : 'Reconnecting …');
  document.getElementById('board').classList.toggle('stale', !live);
}
