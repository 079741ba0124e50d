// The figures of one process: of each step of time the least, the mean and the greatest. What isn't known has no step.
const JOINED = 3000; // ms: a tick that came late is no gap

export class Series {
  #points = new Map(); // start of the step: [least, mean, greatest, how many figures]
  #last = -Infinity;

  constructor({ id, process, metric, unit, step, points }, now) {
    Object.assign(this, { id, process, metric, unit, step });
    for (const [at, min, mean, max] of points) {
      const start = this.#start(at);
      this.#points.set(start, [min, mean, max, step / 1000]);
      this.#last = Math.max(this.#last, start);
    }
    // the step that has only begun has as many figures as there were seconds
    const newest = this.#points.get(this.#last);
    if (newest) newest[3] = Math.max(1, Math.min(step, now - this.#last) / 1000);
  }

  // A figure that was measured just now.
  add(at, value) {
    const start = this.#start(at);
    if (start < this.#last || value == null) return;
    const point = this.#points.get(start);
    this.#last = start;
    if (!point) {
      this.#points.set(start, [value, value, value, 1]);
      return;
    }
    point[0] = Math.min(point[0], value);
    point[2] = Math.max(point[2], value);
    point[1] += (value - point[1]) / ++point[3];
  }

  // Forgets what is out of sight.
  keepFrom(from) {
    for (const start of this.#points.keys()) {
      if (start >= from - this.step) return;
      this.#points.delete(start);
    }
  }

  // The figures at these times, which are steps of mine: three columns, with null where there is a gap.
  at(times) {
    const columns = [[], [], []];
    let missing = 0;
    let known = false;
    times.forEach((time, i) => {
      const point = this.#points.get(time);
      for (const of of [0, 1, 2]) columns[of].push(point ? point[of] : null);
      if (point) {
        // undefined is joined, null is not
        if (known && missing && (missing + 1) * this.step <= JOINED) {
          for (const column of columns) column.fill(undefined, i - missing, i);
        }
        missing = 0;
        known = true;
      } else {
        missing++;
      }
    });
    return { min: columns[0], mean: columns[1], max: columns[2] };
  }

  // The greatest figure since.
  top(from) {
    let top = 0;
    for (const [start, point] of this.#points) if (start >= from - this.step) top = Math.max(top, point[2]);
    return top;
  }

  get newest() {
    const point = this.#points.get(this.#last);
    return point ? { at: this.#last + this.step, value: point[1] } : null;
  }

  #start(at) {
    return Math.floor(at / this.step) * this.step;
  }
}

// The steps between two times.
export function steps(from, to, step) {
  const times = [];
  for (let at = Math.floor(from / step) * step; at <= to; at += step) times.push(at);
  return times;
}
