// The live lines: a socket that comes back, and goes on behind the last line that was seen.
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
const HISTORY = 1000;
const MOST_HISTORY = 10_000;
const REMEMBERED = 5_000;

export class Stream {
  #seen = new Map(); // the last lines by their numbers
  #last = 0;
  #wait = FIRST_WAIT;
  #back = false; // the history may repeat what was seen
  #joins = false; // the next lines are a history, which should reach back to what was seen
  #socket;
  #timer;

  constructor({ opened, lines, lost, restarted, missed }) {
    Object.assign(this, { opened, lines, lost, restarted, missed });
    const soon = () => { if (this.query && this.#socket.readyState === WebSocket.CLOSED && !document.hidden) this.#open(); };
    addEventListener('online', soon);
    document.addEventListener('visibilitychange', soon);
    addEventListener('pagehide', () => this.stop());
    addEventListener('pageshow', event => { if (event.persisted) this.start(this.query); });
  }

  // Begins anew, with the last lines first.
  start(query) {
    this.stop();
    this.query = query;
    this.#last = 0;
    this.#seen.clear();
    this.#back = this.#joins = false;
    this.#open();
  }

  stop() {
    clearTimeout(this.#timer);
    if (this.#socket) this.#socket.onclose = this.#socket.onmessage = null;
    this.#socket?.close();
  }

  #open() {
    clearTimeout(this.#timer);
    const address = new URL('/live/logs', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.search = new URLSearchParams([...this.query, ['lines', this.#last ? MOST_HISTORY : HISTORY]]);
    const socket = this.#socket = new WebSocket(address);
    let wasOpen = false;
    socket.onopen = () => {
      wasOpen = true;
      this.#wait = FIRST_WAIT;
      this.opened();
    };
    socket.onmessage = message => this.#frame(JSON.parse(message.data));
    socket.onclose = () => {
      this.#back = this.#joins = this.#last > 0;
      this.lost(wasOpen);
      this.#timer = setTimeout(() => this.#open(), this.#wait + Math.random() * 100);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    };
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
