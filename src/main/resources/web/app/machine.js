// The figures of the machine and of PM2, above the list.
import * as figures from './figures.js';
import { History } from './history.js';
import { put } from './rows.js';
import { Spark } from './sparks.js';

const TICK = 1000; // ms, of the lines
const history = new History(TICK);
const past = { 'host-cpu': history.of('cpu'), 'host-memory': history.of('memory') };
const most = { 'host-cpu': 100, 'host-memory': 1 };

let texts = {};
let sparks = [];
let uptime = null;

// How PM2 is, as the page says.
export let daemon = 'online';

export function index() {
  const tiles = document.querySelector('.tiles');
  daemon = tiles.dataset.daemon;
  texts = Object.fromEntries(['cpu', 'memoryUsed', 'load1'].map(name => [name, tiles.querySelector(`[data-host=${name}]`)?.firstChild]));
  sparks = [...tiles.querySelectorAll('.spark')].map(svg => new Spark(svg, past[svg.dataset.of], () => most[svg.dataset.of], 1));
  const since = tiles.querySelector('[data-daemon-up]');
  uptime = since && { text: since.firstChild, began: Date.now() - Number(since.dataset.daemonUp) };
}

export function take({ at, host }) {
  history.at(at);
  past['host-cpu'].add(host.cpu);
  past['host-memory'].add(host.memoryUsed);
  most['host-memory'] = host.memoryTotal;
}

export function draw({ host }) {
  put(texts.cpu, figures.percent(host.cpu));
  put(texts.memoryUsed, figures.bytes(host.memoryUsed));
  put(texts.load1, figures.decimal(host.load1));
  sparks.forEach(spark => spark.draw());
  if (uptime) put(uptime.text, figures.duration(Date.now() - uptime.began));
}
