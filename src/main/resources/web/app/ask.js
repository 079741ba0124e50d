// Asks before something is lost, naming what will be hit.
export function ask({ title, names, warning, label }) {
  const dialog = document.getElementById('ask');
  const [no, yes] = dialog.querySelectorAll('button');
  dialog.querySelector('h2').textContent = title;
  dialog.querySelector('ul').replaceChildren(...names.map(name => {
    const item = document.createElement('li');
    item.textContent = name;
    return item;
  }));
  dialog.querySelector('p').textContent = warning;
  yes.textContent = label;
  return new Promise(resolve => {
    const answer = sure => () => {
      resolve(sure);
      dialog.close();
    };
    no.onclick = answer(false);
    yes.onclick = answer(true);
    dialog.onclose = () => resolve(false);
    dialog.showModal();
    no.focus();
  });
}
