// Says of each row what is being done to it, for as long as that takes: the rows may be put in anew meanwhile.
const DOING = { start: 'starting', stop: 'stopping', restart: 'restarting', reload: 'reloading', 'graceful-reload': 'reloading',
  reset: 'resetting', delete: 'deleting', scale: 'scaling' };
const running = new Set();

// Something begins; what is answered ends it.
export function begin(targets, action) {
  const work = { targets: new Set(targets), action };
  running.add(work);
  apply();
  return () => {
    running.delete(work);
    apply();
  };
}

// Marks the rows that something is done to, and no others.
export function apply() {
  for (const row of document.querySelectorAll('.processes tbody tr')) {
    const work = [...running].find(it => isMeant(row, it.targets));
    if (work) mark(row, work.action);
    else if (row.ariaBusy) clear(row);
  }
}

// Whether a row is one of the processes that these targets name, or stands for all of them.
export function isMeant(row, targets) {
  const group = row.parentElement.dataset.group;
  return targets.has(group) || (row.dataset.id && (targets.has(`id:${row.dataset.id}`)
    || targets.has(`name:${row.dataset.name}`) || targets.has(`namespace:${row.dataset.namespace}`)));
}

function mark(row, action) {
  if (row.ariaBusy) clear(row);
  row.ariaBusy = 'true';
  const doing = document.createElement('span');
  doing.className = 'doing';
  doing.textContent = `${DOING[action]} …`;
  row.querySelector('td.status').append(doing);
  (row.querySelector(`.act[value="${action}"]`) ?? row.querySelector('.act.more')).classList.add('busy');
}

function clear(row) {
  row.ariaBusy = null;
  row.querySelector('.doing')?.remove();
  row.querySelector('.act.busy')?.classList.remove('busy');
}
