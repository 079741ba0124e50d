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
    this.#show('Connecting', '');
  }

  // What keepOpen tells of a connection.
  of(name) {
    this.#open.set(name, false);
    return { opened: () => this.set(name, true), lost: () => this.set(name, false) };
  }

  // Whether a connection is open: all of them are, or nothing is live.
  set(name, open) {
    this.#open.set(name, open);
    if ([...this.#open.values()].every(it => it)) {
      clearTimeout(this.#timer);
      this.#timer = this.#lostAt = null;
      this.#say('Live', true);
    } else if (!open) {
      this.#lostAt ??= new Date();
      this.#timer ??= setTimeout(() => this.#say(`Not live since ${this.#lostAt.toTimeString().slice(0, 5)}`, false), BLINK);
    }
  }

  // What is on the page is what was told last: while that is old, all of it looks so.
  #say(text, live) {
    this.#show(text, live ? 'live' : 'lost');
    this.shown.title = live ? this.what : 'The console can’t be reached. This page tries again every few seconds.';
    document.documentElement.classList.toggle('stale', !live);
  }

  #show(text, state) {
    this.shown.className = `link-state ${state}`;
    const last = this.shown.lastElementChild;
    if (last.textContent !== text) last.textContent = text;
  }
}
