// Says in the page's head whether what is shown is live.
const BLINK = 1500; // ms, within which a connection that is lost and made again is no loss

export class Link {
  #open = new Map();
  #lostAt = null;
  #timer;

  constructor(what = 'Figures come as they are measured') {
    this.what = what;
    this.shown = document.getElementById('link');
    this.shown.hidden = false;
    this.shown.setAttribute('role', 'status');
  }

  // Whether a connection is open: all of them are, or nothing is live.
  set(name, open) {
    this.#open.set(name, open);
    if ([...this.#open.values()].every(it => it)) {
      clearTimeout(this.#timer);
      this.#lostAt = null;
      this.#say('Live', true);
    } else if (!this.#lostAt) {
      this.#lostAt = new Date();
      this.#timer = setTimeout(() => this.#say(`Not live since ${this.#lostAt.toTimeString().slice(0, 5)}`, false), BLINK);
    }
  }

  // What is on the page is what was told last: while that is old, all of it looks so.
  #say(text, live) {
    this.shown.className = `link-state ${live ? 'live' : 'lost'}`;
    this.shown.title = live ? this.what : 'The console can’t be reached. This page tries again every few seconds.';
    const last = this.shown.lastElementChild;
    if (last.textContent !== text) last.textContent = text;
    document.documentElement.classList.toggle('stale', !live);
  }
}
