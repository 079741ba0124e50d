// The search over files: what is found comes while it is looked for.
import { search } from './api.js';
import { brief, parts } from './json.js';
import { clock, plainText } from './row.js';
import { colourOf, keyOf } from './key.js';

const COVERING = matchMedia('(max-width: 980px)'); // where the panel lies over the lines, as logs.css has it
const SIZES = ['B', 'KB', 'MB', 'GB'];

export function start({ pairs, open }) {
  const form = document.getElementById('search-form');
  const cancel = document.getElementById('search-cancel');
  const progress = document.getElementById('search-progress');
  const said = document.getElementById('search-said');
  const results = document.getElementById('search-results');
  let running;

  form.addEventListener('submit', async event => {
    event.preventDefault();
    running?.abort();
    const mine = running = new AbortController();
    const typed = document.getElementById('search-q').value;
    const isExpression = typed.length > 2 && typed.startsWith('/') && typed.endsWith('/');
    results.replaceChildren();
    said.textContent = 'Searching …';
    progress.hidden = cancel.hidden = false;
    progress.value = 0;
    let count = 0;
    const told = frame => {
      if (frame.type === 'progress') {
        progress.max = Math.max(1, frame.totalBytes);
        progress.value = frame.bytes;
        said.textContent = `${count} found, ${size(frame.bytes)} of ${size(frame.totalBytes)} …`;
      } else if (frame.type === 'match') {
        count++;
        results.append(found(frame, open));
      } else if (frame.type === 'end') {
        said.textContent = count ? `${count} found${frame.truncated ? ', the newest: there are more' : ''}.` : 'Nothing found.';
      }
    };
    try {
      await search([...pairs(), isExpression ? ['regex', typed.slice(1, -1)] : ['q', typed]], told, mine.signal);
    } catch (failed) {
      if (running === mine) said.textContent = failed.name === 'AbortError' ? `Cancelled: ${count} found so far.` : `Not searched: ${failed.message}`;
    } finally {
      if (running === mine) progress.hidden = cancel.hidden = true;
    }
  });
  cancel.onclick = () => running?.abort();
}

function found({ line, file }, open) {
  const item = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'button' });
  const head = document.createElement('span');
  head.className = 'soft';
  const name = Object.assign(document.createElement('b'), { textContent: line.process, className: colourOf(line.process) });
  head.append(name, ` ${line.at == null ? '' : `${new Date(line.at).toLocaleDateString('en-GB')} ${clock(line.at)}`} ${file ?? ''}`);
  const text = Object.assign(document.createElement('span'), { className: 'found' });
  const json = parts(line.text);
  text.append(json ? brief(json) : plainText(line));
  button.append(head, text);
  button.onclick = () => {
    if (COVERING.matches) document.querySelector('#search-panel [data-close]').click();
    open(keyOf(line));
  };
  item.append(button);
  return item;
}

export function size(bytes) {
  let amount = bytes ?? 0;
  let unit = 0;
  while (amount >= 1000 && unit < SIZES.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${amount.toFixed(unit && amount < 100 ? 1 : 0)} ${SIZES[unit]}`;
}
