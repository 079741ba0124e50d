// The overview of a process: its figures over time, drawn from what is known at once, and live from then on.
import * as busy from '../busy.js';
import { keepOpen } from '../socket.js';
import { Link } from '../link.js';
import { Address } from './address.js';
import * as api from './api.js';
import { Controls } from './controls.js';
import { element } from './elements.js';
import { Facts } from './facts.js';
import { Past } from './past.js';
import { Plot } from './plot.js';
import { steps } from './series.js';
import * as theme from './theme.js';
import { between } from './times.js';

const STALE = 3000; // ms without figures, after which the past is asked for again
const SETTLE = 250; // ms, so that a burst of events costs one request
const PROBES = 5000; // ms between two looks at what applications say of themselves
const SKEWED = 2000; // ms by which the reader's clock may differ from the console's

export function start() {
  new Page(document.getElementById('charts'));
}

class Page {
  #address = new Address();
  #plots = [];
  #shape = '';
  #heard = 0;
  #drawing = false;
  #timer;
  #skew = 0; // ms that the console's clock is ahead of the reader's

  constructor(root) {
    this.root = root;
    this.process = root.dataset.process;
    this.past = new Past(this.process);
    this.#adjust(Number(root.dataset.now));
    this.plots = document.getElementById('plots');
    this.said = document.getElementById('charts-said');
    this.theme = theme.tokens();
    this.link = new Link();
    this.facts = new Facts(root);
    this.controls = new Controls(root, {
      go: address => this.#go(address), address: () => this.#address, scale: by => this.#scale(by), shift: by => this.#shift(by),
    });
    addEventListener('popstate', () => this.#show(new Address()));
    theme.changed(() => {
      this.theme = theme.tokens();
      this.#plots.forEach(plot => plot.begin(this.theme));
      this.#soon();
    });
    document.addEventListener('visibilitychange', () => this.#soon());
    this.#load();
    this.#listen();
    setInterval(() => this.#probes(), PROBES);
  }

  #listen() {
    const query = `?${new URLSearchParams({ process: this.process })}`;
    const says = this.link.of('events');
    keepOpen(`/live/metrics${query}`, { greeted: true, ...this.link.of('metrics'), frame: frame => this.#tick(frame) });
    keepOpen(`/live/events${query}`, { greeted: true, frame: frame => this.#happened(frame), lost: says.lost, opened: again => {
      says.opened();
      if (again) this.facts.soon(); // what happened meanwhile is asked for with the past
    } });
  }

  // Somebody wants to see something else: that is a new entry in the browser's history.
  #go(address) {
    if (address.query === this.#address.query) return;
    history.pushState(null, '', location.pathname + address.query);
    this.#show(address);
  }

  #show(address) {
    const same = address.range === this.#address.range && String(address.zoom) === String(this.#address.zoom)
      && address.metrics.join() === this.#address.metrics.join();
    this.#address = address;
    this.controls.show(address);
    if (same) this.#soon();
    else this.#load();
  }

  async #load() {
    const { metrics, zoom } = this.#address;
    this.plots.setAttribute('aria-busy', 'true');
    try {
      if (!await this.past.load(metrics, this.#span, this.#time, !zoom)) return;
      this.#say('');
    } catch (problem) {
      this.#say(`The past can’t be told: ${problem.message}.`);
    }
    this.plots.removeAttribute('aria-busy');
    this.#soon();
  }

  #tick(frame) {
    const away = this.#heard && frame.at - this.#heard > STALE;
    this.#heard = frame.at;
    this.#adjust(frame.at);
    this.facts.tick(frame);
    busy.heard(frame);
    if (away) this.#load();
    for (const process of frame.processes) {
      for (const metric of this.#address.metrics) {
        if (metric in process) this.past.add(metric, process.id, frame.at, process[metric]);
      }
    }
    this.#soon();
  }

  // What applications say of themselves does not come by itself; an application may begin with it at any time.
  async #probes() {
    if (document.hidden) return;
    try {
      const processes = await api.processes(this.process);
      this.facts.probes(processes);
      for (const process of processes) {
        for (const { name, value } of process.metrics) {
          const metric = `probe:${name}`;
          const figure = Number.parseFloat(value);
          if (this.#address.metrics.includes(metric) && Number.isFinite(figure)) this.past.add(metric, process.id, this.#time, figure);
        }
      }
      this.#soon();
    } catch {
      // the sockets notice it too
    }
  }

  #happened(frame) {
    this.facts.happened(frame);
    busy.heard(frame);
    if (frame.event === 'daemon-down') this.past.away(this.#address.metrics);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      await this.past.happened(this.#span);
      this.#soon();
    }, SETTLE);
  }

  // The window around its middle, or before now.
  #scale(by) {
    const now = this.#time;
    const [from, to] = this.#address.span(now);
    const middle = this.#address.zoom ? (from + to) / 2 : to - (to - from) * by / 2;
    const half = (to - from) * by / 2;
    this.#go(this.#address.zoomed(middle - half, middle + half, now));
  }

  #shift(by) {
    const [from, to] = this.#address.span(this.#time);
    const way = (to - from) * by;
    const end = Math.min(this.#time, to + way);
    this.#go(this.#address.with({ zoom: [Math.round(end - (to - from)), Math.round(end)] }));
  }

  #soon() {
    if (this.#drawing || document.hidden) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw() {
    const span = this.#span;
    const ids = [...new Set([...this.facts.ids, ...this.past.ids])].sort((a, b) => a - b);
    this.#arrange(ids);
    const words = this.#address.zoom ? `from ${between(...span)}` : `over the last ${this.controls.label}`;
    for (const plot of this.#plots) {
      const series = this.past.of(plot.metric);
      const all = [...series.values()];
      const step = Math.max(1000, ...all.map(it => it.step));
      if (!this.#address.zoom) all.forEach(it => it.keepFrom(span[0]));
      plot.draw({
        span, series, ids, words, events: this.past.events, times: steps(...span, step), top: Math.max(0, ...all.map(it => it.top(span[0]))),
        limit: plot.metric === 'memory' ? this.facts.limit : 0,
        now: this.past.newest(plot.metric, this.#time),
      });
    }
  }

  // What the console's clock shows.
  get #time() {
    return Date.now() + this.#skew;
  }

  #adjust(at) {
    const skew = at - Date.now();
    if (Math.abs(skew - this.#skew) > SKEWED) this.#skew = skew;
  }

  get #span() {
    return this.#address.span(this.#time);
  }

  // The charts there have to be: one for each figure, or for each figure of each instance.
  #arrange(ids) {
    const apart = this.#address.apart && ids.length > 1;
    const shape = `${this.#address.metrics.join()} ${ids} ${apart}`;
    if (shape === this.#shape) return;
    this.#shape = shape;
    this.#plots.forEach(plot => plot.end());
    this.plots.classList.toggle('apart', apart);
    const common = { page: `${this.root.dataset.page}/events`, told: {
      zoom: (from, to) => this.#go(this.#address.zoomed(from, to, this.#time)),
      reset: () => this.#go(this.#address.with({ zoom: null })),
      scale: by => this.#scale(by),
      of: id => this.facts.name(id),
    } };
    const colour = ids.length > 1 ? (id, tokens) => tokens.colours[ids.indexOf(id) % tokens.colours.length] : (_, tokens) => tokens.accent;
    this.#plots = this.#address.metrics.flatMap((metric, m) => {
      const { title, unit } = this.controls.of(metric);
      const charts = apart ? ids.map(id => [id]) : [ids];
      return charts.map((of, i) => new Plot({ ...common, metric, title, unit, ids: of, small: apart,
        titled: apart && this.facts.name(of[0]), reachable: apart ? m === 0 : m + i === 0, colours: (at, tokens) => colour(of[at], tokens) }));
    });
    const groups = apart ? this.#address.metrics.map(metric => this.#group(metric)) : [this.plots];
    if (apart) this.plots.replaceChildren(...groups.map(it => it.root));
    else this.plots.replaceChildren();
    for (const plot of this.#plots) {
      const into = apart ? groups[this.#address.metrics.indexOf(plot.metric)].list : this.plots;
      into.append(plot.root);
    }
    this.#plots.forEach(plot => plot.begin(this.theme)); // once all are there, as each takes room from the others
  }

  #group(metric) {
    const root = element('section', 'plot-group');
    const title = element('h3', '', this.controls.of(metric).title);
    const list = element('div', 'plot-list');
    root.append(title, list);
    return { root, list };
  }

  #say(text) {
    this.said.textContent = text;
    this.said.hidden = !text;
  }
}
