// Sends the forms of the list, of a process's page and of notices without leaving the page. What is done to several
// processes is sent for each of them, so that it is seen how far it is.
import { ask } from './ask.js';
import { refresh } from './board.js';
import * as busy from './busy.js';
import * as picks from './picks.js';
import { problem, take } from './notices.js';
import { send } from './send.js';

const LIVE = '#board, #subject, #notices';
const WITH_PROCESSES = ['/processes/action', '/processes/scale', '/daemon/'];
export const JOB = 'pm2-console-job';

export function start() {
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    const address = form.getAttribute('action') ?? '';
    if (form.getAttribute('method') !== 'post' || !form.closest(LIVE) || !WITH_PROCESSES.some(it => address.startsWith(it))) return;
    if (button?.value === 'delete' && form.closest('#subject')) return; // leads away
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.closest('[aria-busy=true]')) return; // one thing after the other
    const data = new FormData(form, button?.name ? button : undefined);
    if (button?.dataset.ask) {
      const label = button.textContent.replace('…', '').trim() || button.title.split(' ')[0];
      const names = hit(form, button);
      const title = button.dataset.title ?? `${label} ${names.length === 1 ? names[0] : `${names.length} processes`}?`;
      if (!await ask({ title, names: names.length === 1 ? [] : names, warning: button.dataset.ask, label })) return;
      data.set('confirmed', 'yes');
    }
    form.closest('.menu')?.hidePopover();
    form.closest('.notice')?.remove();
    await carryOut(address, data, button);
    if (form.id === 'bulk') picks.none();
  });
  if (sessionStorage.getItem(JOB)) import('./jobs.js').then(jobs => jobs.tell());
}

// Sends it: for each process where there are several, which goes on by itself.
export async function carryOut(address, data, button) {
  const targets = data.getAll('target');
  if (targets.length > 1) {
    (await import('./jobs.js')).begin(address, data, targets.map(target => ({ target, name: nameOf(target) })));
    return;
  }
  const work = targets.length ? busy.begin(targets, data.get('do') ?? 'scale') : null;
  if (!work) button?.setAttribute('aria-busy', 'true');
  try {
    const page = await send(address, data);
    await refresh();
    work?.end();
    take(page);
  } catch (failed) {
    problem(failed.message);
  } finally {
    work?.end();
    button?.removeAttribute('aria-busy');
  }
}

const rows = () => [...document.querySelectorAll('tr.proc')].map(busy.placeOf);

// The processes that a form is for, each by its name and, where several share it, its number.
function hit(form, button) {
  const targets = new Set(new FormData(form).getAll('target'));
  return rows().filter(row => 'all' in button.dataset || busy.isMeant(row, targets)).map(called);
}

function nameOf(target) {
  const row = rows().find(it => busy.isMeant(it, new Set([target])));
  return row ? called(row) : target.replace(/^id:/, 'process ').replace(/^\w+:/, '');
}

function called(row) {
  return rows().filter(it => it.name === row.name).length > 1 ? `${row.name} (${row.id})` : row.name;
}
