// What is known of the figures that are looked at: what the console has kept, and what has come since.
import * as api from './api.js';
import { Series } from './series.js';

const FRESH = 10_000; // ms that a figure is that of the moment

export class Past {
  #series = new Map(); // metric: Map of id: Series
  #now = new Map(); // metric: Map of id: the newest figure, and when it was measured
  #turn = 0;
  #waiting = null; // what came while the past was asked for

  constructor(process) {
    this.process = process;
    this.events = [];
  }

  // Asks for the past, from a time to another. Answers whether that is still wanted.
  async load(metrics, span, now, growing) {
    const turn = ++this.#turn;
    this.#waiting = [];
    try {
      const [events, ...past] = await Promise.all([api.events(this.process, span),
        ...metrics.map(metric => api.history(this.process, span, metric))]);
      if (turn !== this.#turn) return false;
      this.events = events;
      this.#series = new Map(past.map((all, i) => [metrics[i],
        new Map(all.filter(it => it.points.length).map(it => [it.id, new Series(it, now)]))]));
    } catch (problem) {
      if (turn !== this.#turn) return false;
      throw problem;
    } finally {
      if (turn === this.#turn) {
        this.growing = growing;
        const come = this.#waiting;
        this.#waiting = null;
        come.forEach(it => this.#add(...it));
      }
    }
    return true;
  }

  async happened(span) {
    const turn = this.#turn;
    const events = await api.events(this.process, span);
    if (turn === this.#turn) this.events = events;
  }

  // A figure that was measured just now.
  add(metric, id, at, value) {
    const now = this.#now.get(metric) ?? this.#now.set(metric, new Map()).get(metric);
    now.set(id, { at, value });
    if (this.#waiting) this.#waiting.push([metric, id, at, value]);
    else this.#add(metric, id, at, value);
  }

  of(metric) {
    return this.#series.get(metric) ?? new Map();
  }

  // The figures of the moment; none of what isn't measured any more.
  newest(metric, now) {
    const known = this.#now.get(metric) ?? new Map([...this.of(metric)].map(([id, it]) => [id, it.newest]));
    return new Map([...known].filter(([, it]) => it && it.at >= now - FRESH).map(([id, it]) => [id, it.value]));
  }

  // Nothing is measured any more.
  away(metrics) {
    this.#now = new Map(metrics.map(metric => [metric, new Map()]));
  }

  // Of whom there are figures.
  get ids() {
    return [...new Set([...this.#series.values()].flatMap(all => [...all.keys()]))];
  }

  #add(metric, id, at, value) {
    const all = this.#series.get(metric);
    if (!all || !this.growing) return;
    if (!all.has(id)) all.set(id, new Series({ id, metric, unit: '', step: this.#step, points: [] }, at));
    all.get(id).add(at, value);
  }

  get #step() {
    return [...this.#series.values()].flatMap(it => [...it.values()])[0]?.step ?? 1000;
  }
}
