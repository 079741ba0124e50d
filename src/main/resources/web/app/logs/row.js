// One row of the view. The text of a line is only ever put in as text.
import { plain, write } from './ansi.js';
import { brief, fields, parts } from './json.js';
import { colourOf } from './key.js';

const two = number => String(number).padStart(2, '0');

export function clock(at) {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

export const plainText = line => plain(line.text);

// The element of an item, as the tools are set.
export function rowOf(item, tools) {
  const row = document.createElement('li');
  row.className = 'line';
  row.item = item;
  if (item.note) {
    row.classList.add('note-row');
    row.textContent = item.note;
    return row;
  }
  const { line } = item;
  row.dataset.stream = line.stream;
  if (line.level) row.dataset.level = line.level;
  if (line.follows) row.classList.add('follows');
  if (item.linked) row.classList.add('linked');
  row.append(time(line, tools), part('process', line.process, colourOf(line.process)));
  row.lastChild.title = `${line.process}, id ${line.id}`;
  row.append(line.level ? part('level', line.level) : part('level', line.stream === 'error' ? 'stderr' : '', 'err'));
  const text = part('text', '');
  fill(text, item, tools);
  row.append(text, acts());
  return row;
}

function fill(text, item, tools) {
  const found = item.json ??= parts(item.line.text) ?? false;
  if (found) {
    text.append(toggle(item.open, `${found.all.length} fields`), brief(found));
    if (item.open) text.append(fields(found));
    return;
  }
  if (item.followers) text.append(toggle(item.open, `${item.followers} more ${item.followers === 1 ? 'line' : 'lines'}`));
  write(text, item.line.text, tools.colours);
}

function toggle(open, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'unfold';
  button.setAttribute('aria-expanded', Boolean(open));
  button.setAttribute('aria-label', `${open ? 'Fold' : 'Unfold'} ${label}`);
  button.title = label;
  button.textContent = open ? '−' : '+';
  return button;
}

// Of another day: the day, as wide as a time.
function day(at) {
  const time = new Date(at);
  return `${String(time.getDate()).padStart(2)} ${time.toLocaleString('en', { month: 'short' })} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function time(line, tools) {
  const shown = document.createElement('time');
  if (line.at != null) {
    const isToday = new Date(line.at).toDateString() === new Date().toDateString();
    shown.textContent = isToday || tools.line ? clock(line.at) : day(line.at);
    shown.dateTime = shown.title = new Date(line.at).toISOString();
  }
  return shown;
}

function part(name, text, more = '') {
  const span = document.createElement('span');
  span.className = `${name} ${more}`.trim();
  span.textContent = text;
  return span;
}

function acts() {
  const span = part('line-acts', '');
  for (const [does, label] of [['copy', 'Copy'], ['link', 'Link']]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.does = does;
    button.tabIndex = -1;
    button.setAttribute('aria-label', `${label} this line`);
    button.textContent = label;
    span.append(button);
  }
  return span;
}
