// The palette: one types where one wants to go, or what is to be done to which process.
import { ended } from '../renewal.js';
import { act, deedsOf } from './deeds.js';
import { offers } from './offers.js';

let palette;

export function open() {
  if (document.querySelector('dialog[open]')) return;
  palette ??= new Palette();
  palette.open();
}

class Palette {
  #all = { processes: [], pages: [], deeds: deedsOf(document.querySelector('.account').dataset.role) };
  #shown = [];
  #at = 0;

  constructor() {
    this.dialog = element('dialog', { id: 'palette' });
    this.dialog.setAttribute('aria-label', 'Go to, or do');
    this.input = element('input', { type: 'text', autocomplete: 'off', spellcheck: false, placeholder: 'A process, a page, or “restart web”', maxLength: 200 });
    attributes(this.input, { role: 'combobox', 'aria-label': 'Process, page or action', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list' });
    this.list = element('ul', { id: 'palette-list' });
    attributes(this.list, { role: 'listbox', 'aria-label': 'What fits' });
    this.said = element('p', { className: 'said' });
    this.said.setAttribute('role', 'status');
    this.dialog.append(this.input, this.list, this.said);
    document.body.append(this.dialog);
    this.input.oninput = () => this.#find();
    this.input.onkeydown = event => this.#key(event);
    this.list.onclick = ({ target }) => {
      const option = target.closest('[role=option]');
      if (option) this.#run(this.#shown[[...this.list.children].indexOf(option)]);
    };
    this.list.onpointermove = ({ target }) => {
      const at = [...this.list.children].indexOf(target.closest('[role=option]'));
      if (at >= 0 && at !== this.#at) this.#mark(at);
    };
    this.dialog.onclick = ({ target }) => { if (target === this.dialog) this.dialog.close(); };
  }

  async open() {
    this.input.value = '';
    this.#all.pages = [...document.querySelectorAll('nav.pages a, a[href="/processes/new"]')].map(link => ({ href: link.getAttribute('href'), texts: [link.textContent.trim()] }));
    this.dialog.showModal();
    this.#find();
    try {
      const answer = await fetch('/api/v1/processes', { headers: { Accept: 'application/json' } });
      if (answer.status === 401) ended();
      this.#all.processes = answer.ok ? targetsOf((await answer.json()).processes) : [];
    } catch {
      this.#all.processes = [];
    }
    this.#find();
  }

  #find() {
    this.#shown = offers(this.input.value, this.#all);
    this.list.replaceChildren(...this.#shown.map((offer, i) => {
      const option = element('li', { id: `palette-${i}` });
      option.setAttribute('role', 'option');
      if (offer.kind === 'deed' && offer.deed.warning) option.className = 'danger';
      option.append(element('span', { className: 'what', textContent: offer.text }), element('span', { className: 'soft', textContent: offer.more }));
      if (offer.process && offer.kind !== 'page') option.prepend(element('i', { className: `dot ${offer.process.status}` }));
      return option;
    }));
    this.said.textContent = this.#shown.length ? '' : 'Nothing fits.';
    this.#mark(0);
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', i === at));
    const option = this.list.children[at];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    const last = this.#shown.length - 1;
    const to = { ArrowDown: this.#at < last ? this.#at + 1 : 0, ArrowUp: this.#at > 0 ? this.#at - 1 : last,
      PageDown: Math.min(last, this.#at + 8), PageUp: Math.max(0, this.#at - 8) }[event.key];
    if (event.isComposing) return;
    if (to !== undefined && last >= 0) this.#mark(to);
    else if (event.key === 'Enter') this.#run(this.#shown[this.#at]);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) this.dialog.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #run(offer) {
    if (!offer) return;
    this.dialog.close();
    if (offer.kind === 'page') location.assign(offer.href);
    else if (offer.kind === 'process') location.assign(offer.process.href);
    else if (offer.deed.go) location.assign(offer.deed.go(offer.process));
    else act(offer.deed, offer.process);
  }
}

// Each application, and each instance of those that have several.
function targetsOf(processes) {
  const byName = Map.groupBy(processes, process => process.name);
  return [...byName].flatMap(([name, all]) => [
    ...all.length > 1 ? [target(name, all, `name:${name}`, name, `${all.length} instances`, [name])] : [],
    ...all.map(it => target(all.length > 1 ? `${name} (${it.id})` : name, [it], `id:${it.id}`, String(it.id),
      all.length > 1 ? it.status : `id ${it.id} · ${it.status}`, [name, String(it.id)])),
  ]);
}

function target(name, all, of, address, about, texts) {
  const namespace = all[0].namespace === 'default' ? [] : [all[0].namespace];
  const status = all.every(it => it.status === all[0].status) ? all[0].status : 'launching';
  return { name, target: of, href: `/processes/${encodeURIComponent(address)}`, status: status.replace(' ', '-'), about: [...namespace, about].join(' · '),
    texts: [...texts, ...namespace], running: all.some(it => it.status !== 'stopped' && it.status !== 'errored'),
    hits: all.length > 1 ? all.map(it => `${it.name} (${it.id})`) : [] };
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

function attributes(of, all) {
  for (const [name, value] of Object.entries(all)) of.setAttribute(name, value);
}
