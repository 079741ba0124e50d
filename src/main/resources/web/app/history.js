// The recent past of each figure, in spans of equal length: filled with what the console knows, and gone on with what comes.
// Outlives the rows, which come and go.
const LENGTH = 60;

export class History {
  #series = new Map();
  #span = null; // the number of the newest one

  // `step`: how long a span is, in milliseconds.
  constructor(step) {
    this.step = step;
  }

  // The past of a figure; whoever has it need not look it up again.
  of(key) {
    let series = this.#series.get(key);
    if (!series) this.#series.set(key, series = new Series());
    return series;
  }

  // Takes over means that are known, of spans that begin at `from`. What came meanwhile stays.
  seed(key, from, means) {
    const first = Math.floor(from / this.step);
    this.#moveTo(first + means.length - 1);
    this.of(key).seed(means, this.#span - first);
  }

  // From now on figures are of this time.
  at(time) {
    this.#moveTo(Math.floor(time / this.step));
  }

  // Forgets what isn't among these.
  keep(keys) {
    for (const key of this.#series.keys()) if (!keys.has(key)) this.#series.delete(key);
  }

  #moveTo(span) {
    const by = Math.min(LENGTH, this.#span === null ? 0 : span - this.#span);
    this.#span = Math.max(span, this.#span ?? span);
    if (by > 0) for (const series of this.#series.values()) series.move(by);
  }
}

// The means of the spans, NaN where none is known.
class Series {
  #means = new Float64Array(LENGTH).fill(NaN);
  #count = 0; // how many figures the last one has

  // `back`: how many spans ago the first of these means was.
  seed(means, back) {
    means.forEach((mean, i) => {
      const place = LENGTH - 1 - (back - i);
      if (place >= 0 && place < LENGTH && Number.isNaN(this.#means[place])) this.#means[place] = mean ?? NaN;
    });
    this.#count ||= 1;
  }

  add(value) {
    if (value == null) return;
    const mean = this.#means[LENGTH - 1] || 0;
    this.#means[LENGTH - 1] = mean + (value - mean) / ++this.#count;
  }

  move(by) {
    this.#means.copyWithin(0, by).fill(NaN, LENGTH - by);
    this.#count = 0;
  }

  // The lines of a drawing of 60 by 20 units, the newest point at its right edge. A value that wasn't known is a gap.
  // `atLeast` is the least value of the upper edge, so that next to nothing doesn't look like a mountain.
  drawing(atLeast, room) {
    let top = atLeast;
    for (const value of this.#means) if (value > top) top = value;
    const scale = 20 / (top * room);
    let line = '';
    let area = '';
    let begun = -1;
    for (let i = 0; i < LENGTH; i++) {
      const value = this.#means[i];
      if (Number.isNaN(value)) {
        if (begun >= 0) area += `V20H${begun}Z`;
        begun = -1;
        continue;
      }
      const at = `${begun < 0 ? 'M' : 'L'}${i + 1} ${Math.round((20 - value * scale) * 10) / 10}`;
      line += at;
      area += at;
      if (begun < 0) begun = i + 1;
    }
    if (begun >= 0) area += `V20H${begun}Z`;
    return { line, area };
  }
}
