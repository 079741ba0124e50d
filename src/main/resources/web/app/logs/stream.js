// The live lines: a socket that comes back, and goes on behind the last line that was seen.
import { keepOpen } from '../socket.js';

const HISTORY = 1000;
const MOST_HISTORY = 10_000;
const REMEMBERED = 5_000;

export class Stream {
  #seen = new Map(); // the last lines by their numbers
  #last = 0;
  #back = false; // the history may repeat what was seen
  #joins = false; // the next lines are a history, which should reach back to what was seen
  #line = null;

  constructor({ opened, lines, lost, restarted, missed }) {
    Object.assign(this, { opened, lines, lost, restarted, missed });
  }

  // Begins anew, with the last lines first.
  start(query) {
    this.query = query;
    this.#last = 0;
    this.#seen.clear();
    this.#back = this.#joins = false;
    if (this.#line) this.#line.open();
    else this.#line = keepOpen(() => this.#address, { opened: () => this.opened(), frame: frame => this.#frame(frame), lost: () => this.#lose() });
  }

  stop() {
    this.#line?.close();
  }

  get #address() {
    return `/live/logs?${new URLSearchParams([...this.query, ['lines', this.#last ? MOST_HISTORY : HISTORY]])}`;
  }

  #lose() {
    this.#back = this.#joins = this.#last > 0;
    this.lost();
  }

  #frame({ lines, skipped }) {
    if (this.#joins && lines.length) {
      this.#joins = false;
      if (lines[0].seq > this.#last + 1) this.missed();
    }
    const fresh = this.#back ? lines.filter(line => this.#isNew(line)) : lines;
    if (lines.length && lines.at(-1).seq >= this.#last && fresh.length === lines.length) this.#back = false;
    for (const line of fresh) {
      this.#last = line.seq;
      this.#seen.set(line.seq, line.text);
    }
    const over = this.#seen.size - REMEMBERED;
    if (over > REMEMBERED) [...this.#seen.keys()].slice(0, over).forEach(seq => this.#seen.delete(seq));
    if (fresh.length || skipped) this.lines(fresh, skipped);
  }

  // A console that was started again numbers its lines from 1.
  #isNew(line) {
    if (line.seq > this.#last && !this.#differs(line)) return true;
    if (!this.#differs(line)) return false;
    this.#last = 0;
    this.#seen.clear();
    this.#back = false;
    this.restarted();
    return true;
  }

  #differs(line) {
    const known = this.#seen.get(line.seq);
    const oldest = this.#seen.keys().next().value ?? 0;
    return line.seq <= this.#last && (known === undefined ? line.seq >= oldest : known !== line.text);
  }
}
