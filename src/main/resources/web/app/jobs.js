// Does one thing to each of many processes, some at a time, and shows how far it is: what waits, is under way, is done and
// has failed. What was sent is written down, so that it can be told when the page was left before all was.
import { JOB } from './actions.js';
import { refresh } from './board.js';
import * as busy from './busy.js';
import { CSRF, csrf } from './csrf.js';
import { deed } from './deeds.js';
import { JobPanel } from './jobpanel.js';
import { hold } from './renewal.js';
import { send } from './send.js';

const AT_ONCE = 8;

// A page that is left cuts off what it waits for, but not what was sent.
let isLeft = false;
addEventListener('pagehide', () => { isLeft = true; });

export function begin(address, data, items) {
  new Job({ address, fields: [...data].filter(([name]) => name !== 'target' && name !== CSRF), items: items.map(it => ({ ...it, state: 'waiting', why: '' })) }).run();
}

// Tells of what was cut off when a page was left.
export function tell() {
  const kept = JSON.parse(sessionStorage.getItem(JOB));
  sessionStorage.removeItem(JOB);
  for (const item of kept.items) item.state = { waiting: 'not sent', 'under way': 'sent' }[item.state] ?? item.state;
  new Job({ ...kept, wasLeft: true }).show();
}

class Job {
  #undo = null;
  #panel = null;

  constructor({ address, fields, items, wasLeft = false }) {
    Object.assign(this, { address, fields, items, wasLeft });
    this.action = new Map(fields).get('do');
    this.deed = deed(this.action);
  }

  // Those in a state.
  of(state) {
    return this.items.filter(item => item.state === state);
  }

  // The form that takes it back, where there is one.
  get undo() {
    return this.#undo;
  }

  show() {
    this.#panel ??= new JobPanel(this);
    this.#panel.draw();
  }

  // Sends what waits.
  async run() {
    const release = hold();
    const works = new Map(this.of('waiting').map(item => [item, busy.begin([item.target], this.action, true)]));
    this.running = true;
    this.#changed();
    const next = async () => {
      for (let item; this.running && !isLeft && (item = this.of('waiting')[0]);) {
        works.get(item).end();
        const work = busy.begin([item.target], this.action);
        await this.#one(item);
        work.end();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    if (isLeft) return;
    works.forEach(work => work.end());
    this.running = false;
    release();
    this.#changed();
    if (!this.of('sent').length) sessionStorage.removeItem(JOB); // else the next page tells of it, as nobody may have seen it here
    refresh();
  }

  // What waits is not sent any more.
  stop() {
    this.running = false;
    for (const item of this.of('waiting')) item.state = 'not sent';
    this.#changed();
  }

  // What is in this state, once more.
  again(state) {
    for (const item of this.of(state)) Object.assign(item, { state: 'waiting', why: '' });
    this.run();
  }

  async #one(item) {
    item.state = 'under way';
    this.#changed();
    const data = new FormData();
    for (const [name, value] of [...this.fields, csrf(), ['target', item.target]]) data.append(name, value);
    try {
      const page = await send(this.address, data);
      const failed = page.querySelector('.notice.problem');
      item.state = failed ? 'failed' : 'done';
      item.why = (failed ?? page.querySelector('.notice.warning'))?.textContent.trim().replace(/\s+/g, ' ') ?? '';
      this.#take(page.querySelector('.undo'));
    } catch (failed) {
      if (isLeft) return;
      item.state = failed.status ? 'failed' : 'sent'; // nobody answered: it may have been done
      item.why = failed.message;
    }
    this.#changed();
  }

  // One form takes all of it back.
  #take(form) {
    if (!form) return;
    if (this.#undo) this.#undo.append(...form.querySelectorAll('[name=target]'));
    else this.#undo = document.adoptNode(form);
  }

  #changed() {
    sessionStorage.setItem(JOB, JSON.stringify({ address: this.address, fields: this.fields, items: this.items }));
    this.show();
  }
}
