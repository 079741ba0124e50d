// Shows a job: how far it is, what has failed and why, and each process where one wants to see it.
import { add, made, passes } from './notices.js';

const SIGNS = { waiting: '·', 'under way': '…', done: '✓', failed: '!', sent: '?', 'not sent': '–' };

export class JobPanel {
  constructor(job) {
    this.job = job;
    this.root = made('job', '');
    this.title = this.root.querySelector('p');
    this.root.setAttribute('aria-live', 'off'); // only the beginning and the end are announced
    this.bar = element('progress', { max: job.items.length });
    this.bar.setAttribute('aria-label', 'Progress');
    this.unsure = element('p', { className: 'soft' });
    this.unsure.append('', element('a', { href: '/events', textContent: 'events' }), '.');
    this.failures = element('ul', { className: 'failures' });
    this.each = element('details', { className: 'each' });
    this.list = element('ol');
    this.each.append(element('summary', { textContent: 'Each process' }), this.list);
    this.lines = new Map(job.items.map(item => [item, this.list.appendChild(element('li'))]));
    this.buttons = element('div', { className: 'buttons' });
    this.said = element('span', { className: 'unseen' });
    this.said.setAttribute('role', 'status');
    this.root.append(this.bar, this.unsure, this.failures, this.each, this.buttons, this.said);
    add([this.root]);
  }

  draw() {
    const { job } = this;
    const count = state => job.of(state).length;
    const done = count('done');
    const failed = count('failed');
    const total = job.items.length;
    const more = [failed && `${failed} failed`, count('not sent') && `${count('not sent')} not sent`].filter(Boolean).join(', ');
    this.title.textContent = `${job.wasLeft && !job.running ? 'Cut off: ' : ''}${done} of ${total} ${job.deed.done}${more ? `, ${more}` : ''}`;
    this.unsure.hidden = !count('sent');
    this.unsure.firstChild.data = `${count('sent')} more ${count('sent') === 1 ? 'was' : 'were'} sent; what came of that is among the `;
    this.bar.value = total - count('waiting') - count('under way');
    this.bar.classList.toggle('bad', failed > 0);
    for (const [item, line] of this.lines) this.#line(line, item);
    this.failures.replaceChildren(...job.items.filter(item => item.why && item.state !== 'sent').map(item => element('li', { className: item.state === 'failed' ? '' : 'unsure', textContent: this.#why(item) })));
    this.#offer(count);
    this.root.classList.toggle('over', !job.running);
    if (job.running !== this.running) this.said.textContent = job.running ? `${job.deed.label} ${total} processes: begun` : this.title.textContent;
    if (this.running && !job.running && done === total) passes(this.root);
    this.running = job.running;
  }

  #line(line, { name, state }) {
    if (line.dataset.state === state) return;
    line.dataset.state = state;
    const sign = element('i', { textContent: SIGNS[state] });
    sign.ariaHidden = 'true';
    line.replaceChildren(sign, element('span', { textContent: name }), element('span', { className: 'soft', textContent: state === 'under way' ? this.job.deed.doing : state === 'done' ? this.job.deed.done : state }));
  }

  #why({ name, why }) {
    return `${name}: ${why.replace(/^[^:]* process \d+: /, '')}`;
  }

  // What can be done about it now; the buttons stay the same as long as that does.
  #offer(count) {
    const { job } = this;
    const offers = job.running ? [count('waiting') && ['Stop sending', () => job.stop()]] : [
      count('failed') && [`Try ${count('failed')} again`, () => job.again('failed')],
      count('not sent') && [`Send the other ${count('not sent')}`, () => job.again('not sent')],
    ];
    const wanted = offers.filter(Boolean);
    const key = wanted.map(([label]) => label).join() + (job.running ? '' : Boolean(job.undo));
    if (key === this.key) return;
    this.key = key;
    const hadFocus = this.buttons.contains(document.activeElement);
    this.buttons.replaceChildren(...wanted.map(([label, act]) => element('button', { type: 'button', className: 'button small', textContent: label, onclick: act })),
      ...!job.running && job.undo ? [job.undo] : []);
    if (hadFocus) (this.buttons.querySelector('button') ?? this.root.querySelector('.close')).focus();
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
