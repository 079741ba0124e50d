// Sends the forms of the page without leaving it: the answer is the page again, of which the notices and the rows are taken.
import { ask } from './ask.js';
import { show } from './board.js';
import * as busy from './busy.js';
import * as picks from './picks.js';
import { problem, take } from './notices.js';

export function start() {
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== 'post' || form.action.endsWith('/sign-out')) return;
    event.preventDefault();
    if (form.closest('[aria-busy=true]')) return; // one thing after the other
    const data = new FormData(form, button?.name ? button : undefined);
    if (button?.dataset.ask) {
      const label = button.textContent.replace('…', '').trim() || button.title.split(' ')[0];
      const names = hit(form, button);
      const title = button.dataset.title ?? `${label} ${names.length === 1 ? names[0] : `${names.length} processes`}?`;
      if (!await ask({ title, names: names.length === 1 ? [] : names, warning: button.dataset.ask, label })) return;
      data.set('confirmed', 'yes');
    }
    await send(form, data, button);
  });
}

// The processes that a form is for, each by its name and, where several share it, its number.
function hit(form, button) {
  const all = [...document.querySelectorAll('tr.proc')];
  const targets = new Set(new FormData(form).getAll('target'));
  const rows = 'all' in button.dataset ? all : all.filter(row => busy.isMeant(row, targets));
  const several = name => all.filter(row => row.dataset.name === name).length > 1;
  return rows.map(row => several(row.dataset.name) ? `${row.dataset.name} (${row.dataset.id})` : row.dataset.name);
}

async function send(form, data, button) {
  const targets = data.getAll('target');
  const done = targets.length ? busy.begin(targets, data.get('do') ?? 'scale') : () => {};
  form.closest('.menu')?.hidePopover();
  if (!targets.length || form.id === 'bulk') button?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' } });
    const html = await answer.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    if (!page.getElementById('board')) {
      if (answer.status === 401) location.reload();
      problem(page.querySelector('.message')?.textContent.trim().replace(/\s+/g, ' ') ?? 'The console did not understand that.');
      return;
    }
    if (form.id === 'bulk') picks.none();
    done();
    take(page);
    show(html);
  } catch {
    problem('The console can’t be reached, so it is not known whether that was done.');
  } finally {
    done();
    button?.removeAttribute('aria-busy');
  }
}
