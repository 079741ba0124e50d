// Which processes are picked for what is done to several. What is not shown is not picked, so that nothing unseen is hit.
const boxes = within => [...within.querySelectorAll('input.pick')];
const isShown = box => !box.closest('[hidden]');

export function start() {
  document.addEventListener('change', event => {
    const box = event.target;
    if (box.id === 'pick-all') pick(document, box.checked);
    else if (box.matches('.pick-group')) pick(box.closest('tbody'), box.checked);
    if (box.matches('.pick, .pick-group, #pick-all')) apply();
  });
}

// Counts, and lets the boxes of groups and that of all say what is picked of theirs.
export function apply() {
  for (const box of boxes(document)) box.checked &&= isShown(box);
  for (const group of document.querySelectorAll('.pick-group')) sum(group, group.closest('tbody'));
  const all = document.getElementById('pick-all');
  if (all) sum(all, document);
  const count = document.querySelector('#bulk .picked b');
  if (count) count.textContent = boxes(document).filter(box => box.checked).length;
}

export function none() {
  pick(document, false);
  apply();
}

function pick(within, checked) {
  for (const box of boxes(within)) box.checked = checked && isShown(box);
}

function sum(box, within) {
  const shown = boxes(within).filter(isShown);
  const picked = shown.filter(each => each.checked).length;
  box.hidden = false;
  box.checked = picked > 0 && picked === shown.length;
  box.indeterminate = picked > 0 && picked < shown.length;
}
