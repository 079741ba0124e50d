// The keys of pages and their lists: / filters, j and k move, Enter opens, x selects, r restarts, g goes elsewhere.
import { carryOut } from './actions.js';
import { ask } from './ask.js';
import { csrf } from './csrf.js';
import { offer } from './keys.js';
import { focus as focusNotice } from './notices.js';

const ROWS = 'tr.proc, li.event, table.records:not(.measured) tbody tr';
const filterField = () => document.getElementById('filter') ?? document.querySelector('[role=search] input:not([type=hidden], [type=checkbox])');
const isMac = navigator.userAgent.includes('Mac');

export function start() {
  offer({ keys: [isMac ? '⌘' : 'Ctrl', 'K'], says: 'go to, or do' });
  document.addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !document.querySelector('.account')) return;
    event.preventDefault();
    palette();
  });
  if (document.querySelector('.account')) (window.requestIdleCallback ?? setTimeout)(load); // so that no key is lost to a slow network
  const button = document.getElementById('palette-button');
  if (button) {
    button.hidden = false;
    button.onclick = palette;
    button.querySelector('kbd').textContent = isMac ? '⌘K' : 'Ctrl K';
  }
  if (filterField()) offer({ keys: ['/'], says: 'filter', on: '/', act: filter });
  if (document.querySelector('#board, #timeline, table.records')) {
    offer({ keys: ['j'], says: 'the next row', on: 'j', act: () => move(1) });
    offer({ keys: ['k'], says: 'the one before', on: 'k', act: () => move(-1) });
    offer({ keys: ['Enter'], says: 'open it', on: 'Enter', act: open });
  }
  if (document.getElementById('board')) processes();
  else if (document.querySelector('#subject [value=restart]')) offer({ keys: ['r'], says: 'restart', on: 'r', act: restartSubject });
  places();
  offer({ keys: ['n'], says: 'to the notice', on: 'n', act: focusNotice });
}

function processes() {
  offer({ keys: ['x'], says: 'select it', on: 'x', act: () => current()?.querySelector('input.pick')?.click() });
  if (!document.querySelector('#bulk button')) return;
  offer({ keys: ['r'], says: 'restart it', on: 'r', act: restart });
  offer({ keys: ['m'], says: 'its menu', on: 'm', act: () => current()?.querySelector('.more')?.click() });
}

// The pages: g and the letter that their name begins with.
function places() {
  const taken = new Set();
  for (const link of document.querySelectorAll('nav.pages a')) {
    const letter = [...link.textContent.trim().toLowerCase()].find(it => !taken.has(it));
    taken.add(letter);
    offer({ keys: ['g', letter], says: `to ${link.textContent.trim()}`, on: `g ${letter}`, act: () => link.click() });
  }
}

const load = () => import('./palette/palette.js');

async function palette() {
  (await load()).open();
}

function filter() {
  const input = filterField();
  const closed = input.closest('details:not([open])');
  if (closed) closed.open = true;
  input.select();
}

const current = () => document.activeElement?.closest(ROWS);

function move(by) {
  const rows = [...document.querySelectorAll(ROWS)].filter(row => row.checkVisibility());
  const next = rows[current() ? Math.min(Math.max(rows.indexOf(current()) + by, 0), rows.length - 1) : 0];
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

// A row itself, not what in it has the focus.
function open({ target }) {
  if (!target.matches(ROWS)) return false;
  const link = target.querySelector('a.app') ?? target.querySelector('summary, a');
  link?.click();
  return true;
}

async function restart() {
  const row = current();
  if (!row || !await sure(row.dataset.name)) return;
  document.querySelector(`tr.proc[data-id="${row.dataset.id}"]`)?.focus({ preventScroll: true });
  const data = new FormData();
  for (const [name, value] of [csrf(), ['do', 'restart'], ['target', `id:${row.dataset.id}`]]) data.append(name, value);
  await carryOut('/processes/action', data);
}

async function restartSubject() {
  const button = document.querySelector('#subject [value=restart]');
  if (button && await sure(document.querySelector('#subject h1').lastChild.textContent.trim())) button.click();
}

const sure = name => ask({ title: `Restart ${name}?`, names: [], warning: 'It is away for a moment.', label: 'Restart' });
