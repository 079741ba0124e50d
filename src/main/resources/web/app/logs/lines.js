// The lines in memory, and where each is drawn: at most so many, the oldest go first. A line that is folded away has no
// height.
export const MOST = 50_000;
const SLACK = 2_000; // dropped at once, so that not every frame moves everything

export class Lines {
  items = [];
  #heads = new Map(); // the first line that the next line of an output may follow
  #tops = [0];
  #stale = true;

  constructor(rowHeight) {
    this.rowHeight = rowHeight;
  }

  get full() {
    return this.items.length >= MOST;
  }

  // Notes among them are rows of their own.
  append(lines) {
    for (const line of lines) this.items.push(line.note ? { note: line.note, height: this.rowHeight } : this.#item(line));
    this.#stale = true;
  }

  // Older lines, before the others.
  prepend(lines) {
    const known = this.#heads;
    this.#heads = new Map();
    const older = lines.map(line => this.#item(line));
    this.#heads = known;
    this.items = older.concat(this.items);
    this.#stale = true;
  }

  // Drops the oldest that are too many; answers how many.
  trim() {
    const over = this.items.length - MOST;
    if (over <= 0) return 0;
    const gone = Math.min(over + SLACK, this.items.length);
    this.items.splice(0, gone);
    this.#stale = true;
    return gone;
  }

  // Drops the newest that are too many.
  trimNewest() {
    if (this.items.length <= MOST) return false;
    this.items.length = MOST;
    this.#stale = true;
    return true;
  }

  clear() {
    this.items = [];
    this.#heads.clear();
    this.#stale = true;
  }

  first() {
    return this.items.find(item => item.line)?.line;
  }

  last() {
    return this.items.findLast(item => item.line)?.line;
  }

  // Shows or hides what belongs to a line.
  toggle(item) {
    item.open = !item.open;
    for (const follower of item.parts ?? []) follower.height = item.open ? this.rowHeight : 0;
    item.version = (item.version ?? 0) + 1;
    this.#stale = true;
  }

  measured(item, height) {
    if (item.height === height) return false;
    item.height = height;
    this.#stale = true;
    return true;
  }

  remeasure() {
    for (const item of this.items) if (item.height) item.height = this.rowHeight;
    this.#stale = true;
  }

  top(index) {
    return this.#all()[index];
  }

  get height() {
    return this.#all()[this.items.length];
  }

  // The item at a height.
  at(y) {
    const tops = this.#all();
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #item(line) {
    const item = { line, height: this.rowHeight };
    const output = `${line.id} ${line.stream}`;
    const head = this.#heads.get(output);
    if (line.follows && head) {
      head.followers = (head.followers ?? 0) + 1;
      head.version = (head.version ?? 0) + 1;
      (head.parts ??= []).push(item);
      if (!head.open) item.height = 0;
    } else {
      this.#heads.set(output, item);
    }
    return item;
  }

  #all() {
    if (this.#stale) {
      const tops = new Float64Array(this.items.length + 1);
      for (let i = 0; i < this.items.length; i++) tops[i + 1] = tops[i] + this.items[i].height;
      this.#tops = tops;
      this.#stale = false;
    }
    return this.#tops;
  }
}
