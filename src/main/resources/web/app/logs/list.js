// Draws the lines that can be seen, and keeps the reader's place when others come or go.
import { rowOf } from './row.js';

const BEYOND = 300; // px drawn above and below
const AT_END = 24; // px from the end that still is the end

export class List {
  following = true;
  hasEnd = true; // whether new lines come at the end
  #drawn = new Map();
  #anchor = null;
  #asked = false;
  #set = -1;

  constructor(viewport, list, lines, tools, { scrolled }) {
    Object.assign(this, { viewport, list, lines, tools });
    viewport.addEventListener('scroll', () => {
      if (viewport.scrollTop === this.#set) return; // our own doing
      this.#set = -1;
      this.following = this.hasEnd && viewport.scrollHeight - viewport.scrollTop - viewport.clientHeight < AT_END;
      this.#remember();
      this.draw();
      scrolled();
    }, { passive: true });
    new ResizeObserver(() => this.reset()).observe(viewport);
  }

  // Draws with the next frame.
  draw() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.now();
    });
  }

  // Everything anew: the tools are set otherwise.
  reset() {
    this.#clear();
    this.lines.remeasure();
    this.draw();
  }

  show(index) {
    this.following = false;
    this.#anchor = { item: this.lines.items[index], offset: -this.viewport.clientHeight / 3 };
    this.now();
  }

  toEnd() {
    this.following = true;
    this.draw();
  }

  now() {
    for (let pass = 0; pass < 4; pass++) {
      this.#place();
      if (!this.#window()) break;
    }
    this.#place();
  }

  #place() {
    const height = `${this.lines.height}px`;
    if (this.list.style.height !== height) this.list.style.height = height;
    let top = null;
    if (this.following) top = Math.max(0, this.lines.height - this.viewport.clientHeight);
    else if (this.#anchor) {
      const index = this.#anchor.index = this.#find();
      if (index >= 0) top = Math.max(0, this.lines.top(index) + this.#anchor.offset);
    }
    if (top !== null && Math.abs(top - this.viewport.scrollTop) >= 1) {
      this.viewport.scrollTop = top;
      this.#set = this.viewport.scrollTop;
    }
  }

  // Draws what is missing, and answers whether a height was other than thought.
  #window() {
    const { lines, viewport } = this;
    const from = Math.max(0, lines.at(Math.max(0, viewport.scrollTop - BEYOND)));
    const to = Math.min(lines.items.length - 1, lines.at(viewport.scrollTop + viewport.clientHeight + BEYOND));
    const wanted = new Set();
    const fresh = [];
    for (let i = from; i <= to; i++) {
      const item = lines.items[i];
      if (!item.height) continue;
      wanted.add(item);
      let row = this.#drawn.get(item);
      if (row && row.version !== item.version) {
        row.remove();
        row = null;
      }
      if (!row) {
        row = rowOf(item, this.tools);
        row.version = item.version;
        this.#drawn.set(item, row);
        fresh.push(row);
      }
      const place = `translateY(${lines.top(i)}px)`;
      if (row.place !== place) row.style.transform = row.place = place;
      row.order = i;
    }
    for (const [item, row] of this.#drawn) {
      if (wanted.has(item)) continue;
      row.remove();
      this.#drawn.delete(item);
    }
    for (const row of fresh) this.list.insertBefore(row, this.#after(row));
    return fresh.map(row => [row.item, row.offsetHeight]).filter(([item, height]) => lines.measured(item, height)).length > 0;
  }

  // Where among the rows a row belongs: selecting and reading follow the order of the document.
  #after(row) {
    let next = this.list.lastElementChild;
    if (!next || next.order < row.order) return null;
    while (next.previousElementSibling?.order > row.order) next = next.previousElementSibling;
    return next;
  }

  #remember() {
    if (this.following) {
      this.#anchor = null;
      return;
    }
    const index = this.lines.at(this.viewport.scrollTop);
    this.#anchor = { item: this.lines.items[index], index, offset: this.viewport.scrollTop - this.lines.top(index) };
  }

  #find() {
    const { item, index } = this.#anchor;
    return this.lines.items[index] === item ? index : this.lines.items.indexOf(item);
  }

  #clear() {
    this.list.replaceChildren();
    this.#drawn.clear();
  }
}
