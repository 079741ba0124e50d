// Asks before something is lost, naming what will be hit.
export function ask({ title, names, warning, label }) {
  const dialog = document.getElementById('ask') ?? make();
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

function make() {
  const dialog = Object.assign(document.createElement('dialog'), { id: 'ask' });
  const title = Object.assign(document.createElement('h2'), { id: 'ask-title' });
  const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
  const button = (value, text) => Object.assign(document.createElement('button'), { type: 'button', className: 'button', value, textContent: text });
  buttons.append(button('no', 'Cancel'), button('yes', ''));
  dialog.setAttribute('aria-labelledby', 'ask-title');
  dialog.append(title, document.createElement('ul'), document.createElement('p'), buttons);
  document.body.append(dialog);
  return dialog;
}
