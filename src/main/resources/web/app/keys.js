// The keyboard: / filters, j and k move, Enter opens, x selects, r restarts, ? helps.
import { ask } from './ask.js';

export function start() {
  const help = document.getElementById('help');
  const button = document.getElementById('help-button');
  button.hidden = false;
  button.onclick = () => help.showModal();
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open], .menu:popover-open')
      || event.target.matches('input:not([type=checkbox]), select, textarea')) return;
    const action = keys[event.key];
    if (!action || (event.key === 'Enter' && !event.target.matches('tr'))) return;
    event.preventDefault();
    action(help);
  });
}

const keys = {
  '/': () => document.getElementById('filter').select(),
  '?': help => help.showModal(),
  j: () => move(1),
  k: () => move(-1),
  Enter: () => current()?.querySelector('.more')?.click(),
  x: () => current()?.querySelector('input.pick')?.click(),
  r: restart,
};

function current() {
  return document.activeElement?.closest('tr.proc');
}

function move(by) {
  const rows = [...document.querySelectorAll('tr.proc')].filter(row => row.checkVisibility());
  const next = rows[current() ? Math.min(Math.max(rows.indexOf(current()) + by, 0), rows.length - 1) : 0];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

async function restart() {
  const row = current();
  const button = row?.querySelector('button[value=restart]');
  if (button && await ask({ title: `Restart ${row.dataset.name}?`, names: [], warning: 'It is away for a moment.', label: 'Restart' })) {
    document.querySelector(`tr.proc[data-id="${row.dataset.id}"] button[value=restart]`)?.click();
  }
}
