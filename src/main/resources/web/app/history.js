// The recent past of each figure, in spans of equal length: filled with what the console knows, and gone on with what comes.
// Outlives the rows, which come and go.
const LENGTH = 60;

export class History {
  #series = new Map(); // key: the means of the spans, NaN where none is known, and how many figures the last one has
  #span = null; // the number of the newest one

  // `step`: how long a span is, in milliseconds.
  constructor(step) {
    this.step = step;
  }

  // Takes over means that are known, of spans that begin at `from`. What came meanwhile stays.
  seed(key, from, means) {
    const first = Math.floor(from / this.step);
    this.#moveTo(first + means.length - 1);
    const points = this.#of(key);
    means.forEach((mean, i) => {
      const place = LENGTH - 1 - (this.#span - first - i);
      if (place >= 0 && place < LENGTH && Number.isNaN(points.means[place])) points.means[place] = mean ?? NaN;
    });
    points.count ||= 1;
  }

  add(key, at, value) {
    this.#moveTo(Math.floor(at / this.step));
    const points = this.#of(key);
    if (value == null) return;
    const mean = points.means[LENGTH - 1] || 0;
    points.means[LENGTH - 1] = mean + (value - mean) / ++points.count;
  }

  // Forgets what is no longer told of.
  keep(keys) {
    for (const key of this.#series.keys()) if (!keys.has(key)) this.#series.delete(key);
  }

  // The lines of a drawing of 60 by 20 units, the newest point at its right edge. A value that wasn't known is a gap.
  // `atLeast` is the least value of the upper edge, so that next to nothing doesn't look like a mountain.
  drawing(key, atLeast, room) {
    const means = this.#series.get(key)?.means ?? [];
    const top = means.reduce((a, b) => b > a ? b : a, atLeast) * room;
    let line = '';
    let area = '';
    let begun = -1;
    means.forEach((value, i) => {
      if (Number.isNaN(value)) {
        if (begun >= 0) area += `V20H${begun}Z`;
        begun = -1;
        return;
      }
      const at = `${i + 1} ${(20 - value / top * 20).toFixed(1)}`;
      line += `${begun < 0 ? 'M' : 'L'}${at}`;
      area += `${begun < 0 ? 'M' : 'L'}${at}`;
      if (begun < 0) begun = i + 1;
    });
    if (begun >= 0) area += `V20H${begun}Z`;
    return { line, area };
  }

  #of(key) {
    let points = this.#series.get(key);
    if (!points) this.#series.set(key, points = { means: new Float64Array(LENGTH).fill(NaN), count: 0 });
    return points;
  }

  #moveTo(span) {
    const by = Math.min(LENGTH, this.#span === null ? 0 : span - this.#span);
    this.#span = Math.max(span, this.#span ?? span);
    if (by <= 0) return;
    for (const points of this.#series.values()) {
      points.means.copyWithin(0, by).fill(NaN, LENGTH - by);
      points.count = 0;
    }
  }
}
