// Filters while one types. The address holds the filter, so that it survives a reload and can be sent to somebody.
import { refresh } from './board.js';
import * as picks from './picks.js';
import { folds } from './memory.js';

const params = () => new URLSearchParams(location.search);

// The query that gives all rows in the present grouping.
export function grouping() {
  return params().get('by') === 'namespace' ? '?by=namespace' : '';
}

export function start() {
  const input = document.getElementById('filter');
  let isAnew = true; // what is typed in one go is one step back
  input.addEventListener('focus', () => { isAnew = true; });
  input.addEventListener('input', () => {
    set('q', input.value.trim(), isAnew);
    isAnew = false;
    apply();
  });
  addEventListener('popstate', () => {
    input.value = params().get('q') ?? '';
    apply();
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      if (input.value) {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      } else {
        input.blur();
      }
      event.preventDefault();
    }
  });
  input.form.addEventListener('submit', event => {
    event.preventDefault();
    input.blur();
    document.querySelector('tr.proc:not([hidden])')?.focus();
  });
  document.addEventListener('click', event => {
    const only = event.target.closest?.('[data-only]');
    if (only && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      set('status', params().get('status') === only.dataset.only ? '' : only.dataset.only, true);
      apply();
    }
  });
  folds(document);
  apply();
  if (document.getElementById('server-filtered')) refresh(); // the server left rows out that a shorter filter needs
}

// Shows the rows that are wanted, and only those.
export function apply() {
  const text = (params().get('q') ?? '').toLowerCase();
  const status = params().get('status') ?? '';
  const wanted = row => (!status || row.dataset.status === status)
    && (!text || row.dataset.id === text || row.dataset.name.toLowerCase().includes(text)
      || row.dataset.namespace.toLowerCase().includes(text));
  let shown = 0;
  for (const body of document.querySelectorAll('.processes tbody')) {
    let any = false;
    for (const row of body.querySelectorAll('tr.proc')) {
      const show = wanted(row);
      if (row.hidden === show) row.hidden = !show;
      any ||= show;
      shown += show;
    }
    body.hidden = !any;
  }
  for (const only of document.querySelectorAll('[data-only]')) {
    if (only.dataset.only === status) only.setAttribute('aria-current', 'true');
    else only.removeAttribute('aria-current');
  }
  const none = document.getElementById('no-match');
  if (none) none.hidden = shown > 0;
  picks.apply();
}

// `isStep`: the reader can go back to what was before.
function set(name, value, isStep) {
  const now = params();
  if (value) now.set(name, value);
  else now.delete(name);
  const address = now.size ? `?${now}` : location.pathname;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
