// What the person did to the rows, so that it isn't lost when the server's rows are put in.
const FOLDS = 'pm2-console-folds';

export function remember(board) {
  const active = document.activeElement;
  return {
    picked: new Set([...board.querySelectorAll('input.pick:checked')].map(box => box.value)),
    menu: board.querySelector('.menu:popover-open')?.id,
    scale: board.querySelector('.menu:popover-open input[type=number]')?.value,
    focus: board.contains(active) ? place(active) : null,
  };
}

export function restore(board, memory) {
  for (const box of board.querySelectorAll('input.pick')) box.checked = memory.picked.has(box.value);
  folds(board);
  const menu = memory.menu && document.getElementById(memory.menu);
  if (menu) {
    const count = menu.querySelector('input[type=number]');
    if (count) count.value = memory.scale;
    menu.showPopover({ source: document.querySelector(`[popovertarget="${memory.menu}"]`) });
  }
  if (memory.focus) find(board, memory.focus)?.focus({ preventScroll: true });
}

// Opens the groups that were opened in this tab before, and closes those that were closed.
export function folds(board) {
  const known = read();
  for (const fold of board.querySelectorAll('.fold')) {
    const key = fold.closest('tbody').dataset.group;
    if (key in known) fold.checked = known[key];
  }
}

document.addEventListener('change', event => {
  if (event.target.matches?.('.fold')) {
    const known = read();
    known[event.target.closest('tbody').dataset.group] = event.target.checked;
    sessionStorage.setItem(FOLDS, JSON.stringify(known));
  }
});

function read() {
  return JSON.parse(sessionStorage.getItem(FOLDS) ?? '{}');
}

// Where an element is: the row, and which of the row's elements. Rows are new, their order of elements is the same.
function place(element) {
  const row = element.closest('tr');
  const within = row ?? document.getElementById('board');
  const key = row && (row.dataset.id ? `tr[data-id="${row.dataset.id}"]`
    : `tbody[data-group="${CSS.escape(row.parentElement.dataset.group ?? '')}"] > tr.head`);
  const same = element.matches('.fold, .pick-group') ? `.${element.className}` : element.id ? `#${element.id}` : element.value ? `${element.localName}[value="${CSS.escape(element.value)}"]`
    : element.getAttribute('popovertarget') ? `[popovertarget="${element.getAttribute('popovertarget')}"]` : null;
  return { key, same: within === element ? null : same };
}

function find(board, { key, same }) {
  const within = key ? board.querySelector(key) : board;
  return same ? within?.querySelector(same) ?? within?.querySelector('button.act') : within;
}
