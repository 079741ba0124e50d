// The figures of the moment of each instance, as facts beside the charts. When instances come, go or change their state,
// the server is asked for the page again.
import * as busy from '../busy.js';
import * as figures from '../figures.js';
import { ended } from '../renewal.js';
import { put } from './elements.js';

const SETTLE = 80; // ms, so that a burst of events costs one request
const perSecond = value => value == null ? figures.bytes(value) : `${figures.bytes(value)}/s`;

export class Facts {
  #panels = new Map();
  #daemon;
  #asking = false;
  #again = false;
  #timer;

  constructor(root) {
    this.#daemon = root.dataset.daemon;
    this.away = document.getElementById('away');
    this.#index();
  }

  get ids() {
    return [...this.#panels.keys()];
  }

  // The least limit of memory that PM2 restarts an instance at; 0 for none.
  get limit() {
    const limits = [...this.#panels.values()].map(panel => Number(panel.root.dataset.limit ?? 0)).filter(Boolean);
    return limits.length ? Math.min(...limits) : 0;
  }

  // How an instance is called beside others: one that has gone is known by its number.
  name(id) {
    return this.#panels.get(id)?.root.dataset.title ?? `id ${id} (gone)`;
  }

  tick(frame) {
    const known = this.#daemon !== 'online' || frame.processes.length === this.#panels.size
      && frame.processes.every(process => this.#panels.get(process.id)?.root.dataset.status === process.status);
    if (!known) this.soon();
    if (document.hidden) return;
    for (const process of frame.processes) {
      const panel = this.#panels.get(process.id);
      if (!panel) continue;
      panel.put('cpu', figures.percent(process.cpu));
      panel.put('memory', figures.bytes(process.memory));
      panel.put('uptime', figures.duration(process.uptimeMs));
      panel.put('restarts', figures.number(process.restarts));
      panel.put('pid', figures.number(process.pid));
      panel.put('threads', figures.number(process.threads));
      panel.put('open', figures.number(process.openFiles));
      panel.put('of', process.openFilesLimit == null ? '' : `of ${process.openFilesLimit.toLocaleString('en')}`);
      panel.put('disk', `${perSecond(process.diskRead)} read, ${perSecond(process.diskWrite)} written`);
      panel.put('measured', process.measured === 'daemon' ? 'as PM2 says' : '');
    }
  }

  probes(processes) {
    for (const { id, metrics } of processes) {
      const panel = this.#panels.get(id);
      const shown = [...panel?.root.querySelectorAll('[data-probe]') ?? []];
      if (panel && metrics.length !== shown.length) this.soon();
      for (const { name, value, unit } of metrics) {
        const fact = shown.find(it => it.dataset.probe === name);
        if (fact) put(fact, `${value} ${unit}`.trim());
      }
    }
  }

  happened(frame) {
    if (frame.event === 'daemon-down' || frame.event === 'daemon-up') {
      this.#daemon = frame.event === 'daemon-up' ? 'online' : frame.detail.daemon;
      this.#say();
    }
    this.soon();
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), SETTLE);
  }

  async #refresh() {
    if (this.#daemon !== 'online') return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
      if (answer.status === 401) ended();
      this.gone = answer.status === 404;
      if (answer.ok) this.#put(await answer.text());
      this.#say();
    } catch {
      // the sockets notice it too, and figures come again when they are back
    } finally {
      this.#asking = false;
      if (this.#again) {
        this.#again = false;
        this.soon();
      }
    }
  }

  #put(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const id of ['facts', 'subject', 'figure-list']) {
      const here = document.getElementById(id);
      const there = page.getElementById(id);
      if (!there || here.contains(document.activeElement) && here.innerHTML === there.innerHTML) continue;
      const focus = here.contains(document.activeElement) && document.activeElement.value;
      here.replaceChildren(...there.childNodes);
      if (focus) here.querySelector(`button[value="${CSS.escape(focus)}"]`)?.focus();
    }
    this.#index();
    busy.apply();
  }

  #index() {
    this.#panels = new Map([...document.querySelectorAll('#facts [data-id]')].map(root => [Number(root.dataset.id), new Panel(root)]));
  }

  #say() {
    this.away.hidden = this.#daemon === 'online' && !this.gone;
    document.getElementById('facts').classList.toggle('old', !this.away.hidden);
    put(this.away, this.#daemon === 'down' ? 'PM2 is not running. What was measured stays here; new figures come when it is back.'
      : this.#daemon !== 'online' ? 'PM2 does not answer. New figures come when it does.'
      : 'This process is no longer in PM2’s list. What was measured stays here until you leave.');
  }
}

class Panel {
  constructor(root) {
    this.root = root;
    this.fields = new Map([...root.querySelectorAll('[data-is]')].map(field => [field.dataset.is, field]));
  }

  put(name, text) {
    const field = this.fields.get(name);
    if (field) put(field, text);
  }
}
