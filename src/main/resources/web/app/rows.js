// The rows of the list and their groups, with their figures and lines. Only what can be seen is drawn; the rest when it
// comes into view.
import * as figures from './figures.js';
import { History } from './history.js';
import { scaleOf, Spark } from './sparks.js';

export const RECENT = 15_000; // ms that a point of a line stands for: the line is the last quarter of an hour
const DRAWN = ['cpu', 'memory'];

const history = new History(RECENT);
const shown = new Map(); // the elements that can be seen, and what they show
const byElement = new Map();
const watcher = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    const row = byElement.get(target);
    if (isIntersecting && row) {
      shown.set(target, row);
      row.draw();
    } else {
      shown.delete(target);
    }
  }
}, { rootMargin: '200px' });

let rows = new Map();
let groups = [];

// Finds them on the page.
export function index() {
  watcher.disconnect();
  const wasShown = new Set([...shown.values()].map(row => row.key));
  shown.clear();
  byElement.clear();
  rows = new Map();
  groups = [];
  for (const body of document.querySelectorAll('.processes tbody')) {
    const group = body.classList.contains('headed') ? new GroupRow(body) : null;
    if (group) groups.push(group);
    for (const element of body.querySelectorAll('tr.proc')) {
      const row = new ProcessRow(element, group);
      rows.set(row.id, row);
    }
  }
  for (const row of [...groups, ...rows.values()]) {
    byElement.set(row.element, row);
    watcher.observe(row.element);
    if (wasShown.has(row.key)) {
      shown.set(row.element, row);
      row.draw();
    }
  }
  history.keep(new Set([...groups, ...rows.values()].flatMap(row => DRAWN.map(of => `${row.key} ${of}`))));
}

// Takes what was measured. Answers whether the page has these processes in these states, and no others.
export function take(frame) {
  history.at(frame.at);
  let isSame = frame.processes.length === rows.size;
  for (const process of frame.processes) {
    const row = rows.get(process.id);
    if (row) row.take(process);
    isSame &&= row?.status === process.status;
  }
  sum();
  for (const group of groups) group.keep();
  return isSame;
}

// Shows it. `number`: of the tick.
export function draw(number) {
  for (const row of shown.values()) row.tick(number);
}

// All that can be seen.
export function drawAll() {
  for (const row of shown.values()) row.draw();
}

// What was before this page was open, or while it was not live.
export function seed(begin, processes) {
  const byId = new Map(processes.map(process => [process.id, process]));
  for (const of of DRAWN) {
    for (const [id, process] of byId) if (process[of] && rows.has(id)) history.seed(`${id} ${of}`, begin, process[of]);
    for (const group of groups) {
      const all = group.ids.map(id => byId.get(id)?.[of]).filter(Boolean);
      if (all.length) history.seed(`${group.key} ${of}`, begin, all[0].map((_, i) => total(all.map(it => it[i]))));
    }
  }
  drawAll();
}

function sum() {
  for (const group of groups) group.clear();
  for (const row of rows.values()) if (row.group && row.told) row.group.add(row.told);
}

class Row {
  constructor(element, key) {
    this.element = element;
    this.key = key;
    this.past = Object.fromEntries(DRAWN.map(of => [of, history.of(`${key} ${of}`)]));
    this.sparks = [...element.querySelectorAll('.spark')].map(svg => new Spark(svg, this.past[svg.dataset.of], ...scaleOf(svg.dataset.of)));
  }

  // The text of a figure.
  text(selector) {
    return this.element.querySelector(selector)?.lastChild;
  }

  tick(number) {
    this.write();
    for (const spark of this.sparks) spark.tick(number);
  }

  draw() {
    this.write();
    for (const spark of this.sparks) spark.draw();
  }
}

class ProcessRow extends Row {
  constructor(element, group) {
    super(element, element.dataset.id);
    this.id = Number(element.dataset.id);
    this.status = element.dataset.status;
    this.group = group;
    group?.ids.push(this.id);
    this.told = null;
    for (const of of ['pid', 'cpu', 'memory', 'uptime', 'restarts']) this[of] = this.text(`[data-is=${of}]`);
  }

  take(process) {
    this.told = process;
    this.past.cpu.add(process.cpu);
    this.past.memory.add(process.memory);
  }

  write() {
    const { told } = this;
    if (!told) return;
    put(this.cpu, figures.percent(told.cpu));
    put(this.memory, figures.bytes(told.memory));
    put(this.uptime, figures.duration(told.uptimeMs));
    put(this.restarts, figures.number(told.restarts));
    put(this.pid, figures.number(told.pid));
  }
}

class GroupRow extends Row {
  ids = [];
  #sums = { cpu: null, memory: null, restarts: null };

  constructor(body) {
    super(body.rows[0], body.dataset.group);
    this.cpu = this.text('[data-sum=cpu]');
    this.memory = this.text('[data-sum=memory]');
    this.restarts = this.text('[data-sum=restarts] .n');
  }

  clear() {
    this.#sums.cpu = this.#sums.memory = this.#sums.restarts = null;
  }

  add(process) {
    const sums = this.#sums;
    if (process.cpu != null) sums.cpu += process.cpu;
    if (process.memory != null) sums.memory += process.memory;
    sums.restarts += process.restarts;
  }

  keep() {
    this.past.cpu.add(this.#sums.cpu);
    this.past.memory.add(this.#sums.memory);
  }

  write() {
    if (this.#sums.restarts === null) return;
    put(this.cpu, figures.percent(this.#sums.cpu));
    put(this.memory, figures.bytes(this.#sums.memory));
    put(this.restarts, figures.number(this.#sums.restarts));
  }
}

function total(values) {
  const known = values.filter(value => value != null);
  return known.length ? known.reduce((a, b) => a + b) : null;
}

export function put(text, value) {
  if (text && text.data !== value) text.data = value;
}
