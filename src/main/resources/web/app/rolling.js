// How far a rolling reload is, instance by instance: one that has another pid and is online, or whose end was told, has
// been through it; the first of the others is under way.
const THROUGH = new Set(['reload', 'restart']);

export class Rolling {
  #instances;

  // Of several instances; of one there are no steps to tell.
  static of(places) {
    return places.length > 1 ? new Rolling(places) : null;
  }

  constructor(places) {
    this.#instances = new Map(places.map(({ id, pid }) => [Number(id), { pid, done: false }]));
  }

  // Answers whether that changed anything.
  heard(frame) {
    const before = this.done;
    if (frame.type === 'metrics') {
      for (const { id, pid, status } of frame.processes) {
        const instance = this.#instances.get(id);
        if (instance && status === 'online' && pid !== null && String(pid) !== instance.pid) instance.done = true;
      }
    } else if (THROUGH.has(frame.event) && this.#instances.has(frame.id)) {
      this.#instances.get(frame.id).done = true;
    }
    return this.done !== before;
  }

  get size() {
    return this.#instances.size;
  }

  get done() {
    return [...this.#instances.values()].filter(it => it.done).length;
  }

  step(id) {
    const instance = this.#instances.get(Number(id));
    if (!instance) return null;
    if (instance.done) return 'done';
    return [...this.#instances.values()].find(it => !it.done) === instance ? 'doing' : 'waiting';
  }
}
