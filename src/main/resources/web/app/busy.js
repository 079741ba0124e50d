// Says of each row, or of each process of a page, what is being done to it, for as long as that takes: what is on the page
// may be put in anew meanwhile.
import { deed } from './deeds.js';
import { Rolling } from './rolling.js';

const running = new Set();

// Something begins; `end` of what is answered ends it. What waits for its turn is `waiting`.
export function begin(targets, action, waiting = false) {
  const work = { targets: new Set(targets), action, waiting };
  work.rolling = deed(action).rolls && !waiting ? Rolling.of(places().filter(place => place.id && isMeant(place, work.targets))) : null;
  running.add(work);
  apply();
  return {
    end() {
      running.delete(work);
      apply();
    },
  };
}

// What the sockets tell, of which the steps of a rolling reload are known.
export function heard(frame) {
  let any = false;
  for (const { rolling } of running) any = rolling?.heard(frame) || any;
  if (any) apply();
}

// Marks what something is done to, and nothing else.
export function apply() {
  for (const place of places()) {
    const work = [...running].findLast(it => isMeant(place, it.targets));
    if (work) mark(place, work);
    else if (place.root.ariaBusy) clear(place.root);
  }
}

// Whether a row is one of the processes that these targets name, or stands for all of them.
export function isMeant(place, targets) {
  const { group, id, name, namespace } = place;
  return targets.has(group) || (id && (targets.has(`id:${id}`) || targets.has(`name:${name}`) || targets.has(`namespace:${namespace}`)));
}

// A row as a place: whose it is.
export function placeOf(row) {
  const { id, name, namespace } = row.dataset;
  return { root: row, group: row.parentElement.dataset.group, id, name, namespace, status: row.querySelector('td.status'),
    pid: row.querySelector('[data-is=pid]')?.textContent };
}

// The rows of the list, or the page of a process: its head and its instances.
function places() {
  const all = [...document.querySelectorAll('.processes tbody tr')].map(placeOf);
  const head = document.querySelector('#subject .heading');
  if (!head) return all;
  const group = head.querySelector('[name=target]')?.value;
  all.push({ root: head, group, beside: head.querySelector('h1').nextElementSibling });
  for (const panel of document.querySelectorAll('#facts [data-id]')) {
    all.push({ root: panel, group, id: panel.dataset.id, status: panel.querySelector('header'), pid: panel.querySelector('[data-is=pid]')?.textContent });
  }
  return all;
}

function mark(place, { action, waiting, rolling }) {
  const { root, status, beside, id } = place;
  const { doing, done } = deed(action);
  const step = waiting ? 'waiting' : id ? rolling?.step(id) ?? 'doing' : 'doing';
  const text = step === 'waiting' ? 'waiting' : step === 'done' ? 'online again'
    : !id && rolling?.size > 1 ? `${rolling.done} of ${rolling.size} ${done}` : `${doing} …`;
  if (root.ariaBusy && root.querySelector('.doing')?.textContent === text) return;
  clear(root);
  root.ariaBusy = 'true';
  const says = Object.assign(document.createElement('span'), { className: `doing ${step}`, textContent: text });
  if (beside) beside.after(says);
  else status.append(says);
  if (step === 'doing') (root.querySelector(`.act[value="${action}"]`) ?? root.querySelector('.act.more'))?.classList.add('busy');
}

function clear(root) {
  root.ariaBusy = null;
  root.querySelector('.doing')?.remove();
  root.querySelector('.act.busy')?.classList.remove('busy');
}
