// The log view: brings the stream, the lines, the list and the tools together.
import * as api from './api.js';
import { show as showFiles } from './files.js';
import { expression, matcher, remember, toolsOfAddress, wanted } from './filter.js';
import { colourOf, identity, keyOf } from './key.js';
import { Lines, MOST } from './lines.js';
import { List } from './list.js';
import { plainText } from './row.js';
import { start as startSearch } from './search.js';
import { State } from './state.js';
import { Stream } from './stream.js';
import { start as startTools } from './tools.js';

const FEW = 200; // where memory has fewer lines, files are asked for more
const NEAR = 600; // px
const MOST_PICKED = 64;
const FILTERED_PAGE = 2_000;
const FILTERED_PAGES = 20; // looked through at once for what is wanted, which may be rare
const NEWER = 200;
const HISTORY_COMES = 400; // ms

export class View {
  tools = toolsOfAddress();
  paused = false;
  #pending = [];
  #skipped = 0;
  #fresh = 0; // lines since the reader left the end
  #live = true; // whether the newest lines are among those in memory
  #older = { done: false, asking: false, cursor: null };
  #newer = { done: true, asking: false }; // of a linked line
  #asked = false;

  constructor(root) {
    this.form = root.querySelector('.logtools');
    this.chosen = [...root.querySelectorAll('[data-chosen]')].map(it => it.dataset.chosen);
    const viewport = document.getElementById('viewport');
    const list = document.getElementById('lines');
    root.querySelector('.viewport > .nothing')?.remove();
    this.state = new State(root);
    list.replaceChildren();
    root.classList.add('is-live');
    root.querySelectorAll('.swatch').forEach(it => it.classList.add(colourOf(it.dataset.process)));
    this.lines = new Lines(parseFloat(getComputedStyle(root).getPropertyValue('--line-height')));
    this.list = new List(viewport, list, this.lines, this.tools, { scrolled: () => this.#scrolled() });
    this.stream = new Stream({
      opened: () => {
        this.state.link(true);
        setTimeout(() => this.#soon(), HISTORY_COMES); // where memory has nothing, files may
      },
      lines: (lines, skipped) => this.#take(lines, skipped),
      lost: () => this.state.link(false),
      restarted: () => this.#take([{ note: 'The console was started again. What was written meanwhile is in the files.' }], 0),
      missed: () => this.#take([{ note: 'More was written meanwhile than the console keeps in memory. What is missing here is in the files.' }], 0),
    });
    startTools(this, this.tools);
    startSearch({ pairs: () => this.pairs(), open: key => this.open(key) });
    list.addEventListener('click', event => this.#clicked(event));
    list.addEventListener('copy', event => copied(event));
    document.getElementById('further').onclick = () => this.#fetchOlder();
    this.#classes();
    if (this.tools.line) this.open(this.tools.line);
    else this.begin();
  }

  pairs() {
    return wanted(this.form, this.chosen);
  }

  // Live, from the last lines on.
  begin() {
    let grep;
    try {
      grep = expression(this.form.elements.grep.value);
    } catch {
      this.state.say('problem', 'That is no regular expression.');
      return;
    }
    this.#empty();
    if (this.pairs().filter(([name]) => name === 'process').length > MOST_PICKED) {
      this.stream.stop();
      this.state.say('problem', `At most ${MOST_PICKED} apps can be picked; pick none to see all of them.`);
      return;
    }
    this.tools.line = null;
    this.#live = true;
    this.list.hasEnd = this.list.following = true;
    this.stream.start([...this.pairs(), ...(grep ? [['grep', grep]] : [])]);
    remember(this.form, this.chosen, this.tools);
    this.state.context(false);
    this.#count();
  }

  changed() {
    const boxes = [...this.form.querySelectorAll('[name=process]')];
    const picked = boxes.filter(box => box.checked);
    if (boxes.length) {
      document.getElementById('picked').textContent = picked.length ? `${picked.length} of ${boxes.length} apps` : 'All processes';
      aimFlush(picked);
    }
    this.begin();
  }

  // A line in its context.
  async open(key) {
    this.stream.stop();
    this.#empty();
    this.#live = this.list.hasEnd = false;
    this.tools.line = key;
    remember(this.form, this.chosen, this.tools, key);
    try {
      const { lines, index, before } = await api.context(key);
      if (this.tools.line !== key) return;
      this.lines.append(lines);
      this.lines.items[index].linked = true;
      for (const item of this.lines.items) if (item.parts?.some(part => part.linked)) this.lines.toggle(item);
      this.#older = { done: !before, asking: false, cursor: before };
      this.#newer = { done: false, asking: false };
      this.state.context(true, () => this.begin(), undefined, lines[index].at);
      this.list.show(index);
    } catch (failed) {
      this.state.context(true, () => this.begin(), `This line can’t be shown: ${failed.message}`);
    }
    this.#count();
  }

  pause() {
    this.paused = !this.paused;
    this.state.paused(this.paused);
    if (!this.paused) this.#flush();
    this.#count();
  }

  toEnd() {
    if (this.paused) this.pause();
    if (!this.#live) return this.begin();
    this.#fresh = 0;
    this.list.toEnd();
    this.#count();
  }

  shown() {
    this.#classes();
    remember(this.form, this.chosen, this.tools, this.tools.line);
    this.list.reset();
  }

  files() {
    showFiles(document.getElementById('files'));
  }

  #take(lines, skipped) {
    for (const line of lines) this.#pending.push(line);
    this.#skipped += skipped;
    if (this.#pending.length > 2 * MOST) {
      this.#skipped += this.#pending.length - MOST;
      this.#pending.splice(0, this.#pending.length - MOST);
    }
    if (this.paused) this.#count();
    else this.#soon();
  }

  // What came since the last frame is put in with the next.
  #soon() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      if (!this.paused) this.#flush();
    });
  }

  #flush() {
    const lines = this.#pending;
    const skipped = this.#skipped;
    this.#pending = [];
    this.#skipped = 0;
    if (!this.list.following) {
      this.#fresh += lines.length;
      if (this.lines.items.length + lines.length > MOST) this.#live = false;
    }
    if (this.#live) {
      if (skipped) this.lines.append([{ note: `${skipped.toLocaleString('en')} lines skipped: read them from the files.` }]);
      this.lines.append(lines);
      if (this.lines.trim()) this.#older = { done: false, asking: false, cursor: null };
    }
    if (this.lines.items.length < FEW && !this.#older.tired) this.#fetchOlder();
    this.list.draw();
    this.#count();
  }

  #scrolled() {
    if (this.list.following) this.#fresh = 0;
    const { scrollTop, scrollHeight, clientHeight } = this.list.viewport;
    if (scrollTop < NEAR) this.#fetchOlder();
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.#fetchNewer();
    this.#count();
  }

  // The lines before the first, out of the files. Where only some are wanted, page after page is looked through, and after
  // many of them the reader is asked.
  async #fetchOlder() {
    const older = this.#older;
    if (older.done || older.asking) return;
    older.asking = true;
    older.tired = false;
    try {
      const isWanted = matcher(this.form);
      const isFiltered = Boolean(this.form.elements.grep.value || this.form.elements.level.value) && !this.tools.line;
      let found = 0;
      for (let pages = 0; !older.done && (!pages || (isFiltered && found < FEW && pages < FILTERED_PAGES)); pages++) {
        const first = this.lines.first();
        const where = older.cursor ? { before: older.cursor } : first ? { beforeKey: keyOf(first) } : {};
        const { lines, before } = await api.page(this.pairs(), where, isFiltered ? FILTERED_PAGE : undefined);
        if (older !== this.#older) return;
        const fitting = isFiltered ? lines.filter(isWanted) : lines;
        this.lines.prepend(Object.keys(where).length ? fitting : this.#without(fitting));
        found += fitting.length;
        if (this.lines.trimNewest()) this.#live = false;
        older.cursor = before;
        older.done = !before;
        older.back = lines.find(line => line.at)?.at ?? older.back;
        this.list.draw();
      }
      older.tired = isFiltered && !older.done && found < FEW;
    } catch {
      older.done = true; // the stream says what is the matter
    }
    older.asking = false;
    this.list.draw();
    this.#count();
  }

  // The lines behind the last one, where a linked line is looked at.
  async #fetchNewer() {
    const newer = this.#newer;
    const last = this.lines.last();
    if (newer.done || newer.asking || !last) return;
    newer.asking = true;
    try {
      const { lines, index } = await api.context(keyOf(last), NEWER);
      if (newer !== this.#newer) return;
      const before = this.lines.items.at(-2)?.line;
      const isSame = !before || !index || identity(lines[index - 1]) === identity(before); // of equal lines another may be found
      const more = isSame ? lines.slice(index + 1) : [];
      this.lines.append(more);
      newer.done = more.length < NEWER;
    } catch {
      newer.done = true;
    }
    newer.asking = false;
    this.list.draw();
    this.#count();
  }

  // Lines out of files without those that came live meanwhile, each as often as it came.
  #without(lines) {
    const counts = new Map();
    for (const { line } of this.lines.items) {
      if (line) counts.set(identity(line), (counts.get(identity(line)) ?? 0) + 1);
    }
    return lines.toReversed().filter(line => {
      const count = counts.get(identity(line)) ?? 0;
      if (count) counts.set(identity(line), count - 1);
      return !count;
    }).toReversed();
  }

  #empty() {
    this.lines.clear();
    this.#pending = [];
    this.#skipped = this.#fresh = 0;
    this.#older = { done: false, asking: false, cursor: null };
    this.#newer = { done: true, asking: false };
    this.list.draw();
  }

  #classes() {
    for (const name of ['wrap', 'times', 'colours']) document.getElementById('viewport').classList.toggle(name, this.tools[name]);
  }

  #count() {
    const waiting = this.#fresh + this.#pending.length;
    this.state.count({ lines: this.lines.items.length, waiting, following: this.list.following && this.#live && !this.paused,
      older: this.#older, filtered: this.form.elements.grep.value || this.form.elements.level.value || this.pairs().length });
  }

  async #clicked(event) {
    const row = event.target.closest('.line');
    const { item } = row ?? {};
    if (event.target.closest('.unfold')) {
      this.lines.toggle(item);
      this.list.now();
      this.list.list.querySelectorAll('.line').forEach(it => { if (it.item === item) it.querySelector('.unfold')?.focus(); });
    } else if (event.target.dataset.does) {
      const isLink = event.target.dataset.does === 'link';
      const link = new URL(location.href);
      link.searchParams.set('line', item.line ? keyOf(item.line) : '');
      if (isLink) remember(this.form, this.chosen, this.tools, keyOf(item.line));
      try {
        await navigator.clipboard.writeText(isLink ? link.href : plainText(item.line));
        event.target.textContent = 'Copied';
      } catch {
        event.target.textContent = isLink ? 'In the address' : 'No clipboard'; // there is none without encryption
      }
    }
  }
}

// What is emptied is what is picked.
function aimFlush(picked) {
  const button = document.querySelector('#flush button');
  if (!button) return;
  const names = picked.map(box => box.closest('li').dataset.name);
  button.dataset.names = names.join('\n');
  button.dataset.title = names.length ? 'Empty these log files?' : 'Empty all log files?';
  button.textContent = names.length ? `Empty the files of ${names.length === 1 ? names[0] : `${names.length} apps`} …` : 'Empty all log files …';
  document.getElementById('flush-targets').replaceChildren(...picked.map(box =>
    Object.assign(document.createElement('input'), { type: 'hidden', name: 'target', value: box.value })));
}

// Several lines are copied as the apps wrote them, without times and names.
function copied(event) {
  const selection = getSelection();
  const rows = [...event.currentTarget.querySelectorAll('.line')].filter(row => row.item?.line && selection.containsNode(row, true));
  if (rows.length < 2) return;
  event.clipboardData.setData('text/plain', `${rows.map(row => plainText(row.item.line)).join('\n')}\n`);
  event.preventDefault();
}
