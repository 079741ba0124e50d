// A socket that comes back: soon at first, then ever more slowly, not all browsers at the same moment, and at once when the
// network or the tab is back. One over which nothing comes is not taken for open: the console is asked whether it is there.
import { pulse } from './pulse.js';
import { check, signedOut } from './renewal.js';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 8000;
const SILENT = 8000; // ms without a frame, after which the console is asked
const LOOK = 2000;
const PATIENCE = 6000; // ms that a connection takes to open at most
const POLICY = 1008; // the session has ended

// `address`: the path and the query, or what tells them. `opened(again)` when it is open, `lost(wasOpen)` when it is not.
// `greeted`: a frame comes at once, and nothing is missed from then on.
export function keepOpen(address, told) {
  const line = new Line(typeof address === 'function' ? address : () => address, told);
  line.open();
  return line;
}

class Line {
  #address;
  #told;
  #socket = null;
  #wait = FIRST_WAIT;
  #timer;
  #over = false;
  #isOpen = false;
  #wasLost = false;
  #heard = 0;
  #asking = false;

  constructor(address, told) {
    this.#address = address;
    this.#told = told;
    const soon = () => { if (!this.#over && !this.#socket && !document.hidden) this.open(); };
    addEventListener('online', soon);
    document.addEventListener('visibilitychange', soon);
    // a page that is left says so, and is not taken for a loss
    addEventListener('pagehide', () => this.#leave());
    addEventListener('pageshow', event => { if (event.persisted && !this.#over) this.open(); });
    setInterval(() => this.#listen(), LOOK);
  }

  open() {
    this.#leave();
    this.#over = false;
    const url = new URL(this.#address(), location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = this.#socket = new WebSocket(url);
    const tooLong = setTimeout(() => this.#drop(), PATIENCE);
    const opened = () => {
      clearTimeout(tooLong);
      this.#wait = FIRST_WAIT;
      this.#isOpen = true;
      this.#heard = Date.now();
      this.#told.opened(this.#wasLost);
      if (this.#wasLost) check();
      this.#wasLost = false;
    };
    if (!this.#told.greeted) socket.onopen = opened;
    socket.onmessage = message => {
      if (!this.#isOpen) opened();
      this.#heard = Date.now();
      this.#told.frame(JSON.parse(message.data));
    };
    socket.onclose = ({ code } = {}) => {
      clearTimeout(tooLong);
      this.#lose(code === POLICY);
    };
  }

  close() {
    this.#over = true;
    this.#leave();
  }

  #leave() {
    clearTimeout(this.#timer);
    if (this.#socket) this.#socket.onopen = this.#socket.onclose = this.#socket.onmessage = null;
    this.#socket?.close();
    this.#socket = null;
    this.#isOpen = false;
  }

  // Nobody answers at the other end, who therefore won't say goodbye either.
  #drop() {
    this.#leave();
    this.#lose(false);
  }

  #lose(hasEnded) {
    const wasOpen = this.#isOpen;
    this.#socket = null;
    this.#isOpen = false;
    this.#wasLost = true;
    this.#told.lost(wasOpen);
    if (hasEnded || !wasOpen) signedOut(); // a socket doesn't say why it isn't let in
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), this.#wait * (0.5 + Math.random()));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  async #listen() {
    if (!this.#isOpen || this.#asking || document.hidden || Date.now() - this.#heard < SILENT) return;
    const socket = this.#socket;
    this.#asking = true;
    try {
      await pulse();
      this.#heard = Date.now();
    } catch {
      if (socket === this.#socket) this.#drop();
    }
    this.#asking = false;
  }
}
