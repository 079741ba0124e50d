// What the keyboard does on this page; single keys can be switched off, as some people's speech or hands press them by accident.
import { areOn, offered, turn } from './keys.js';

let dialog;

export function show() {
  dialog ??= made();
  dialog.querySelector('dl').replaceChildren(...offered().map(({ keys, says }) => {
    const line = document.createElement('div');
    const term = document.createElement('dt');
    term.append(...keys.flatMap(key => [element('kbd', { textContent: key }), ' ']));
    line.append(term, element('dd', { textContent: says }));
    return line;
  }));
  dialog.querySelector('input').checked = areOn();
  dialog.showModal();
}

function made() {
  const help = element('dialog', { id: 'help' });
  help.setAttribute('aria-labelledby', 'help-title');
  const label = element('label', { className: 'switch' });
  const box = element('input', { type: 'checkbox', onchange: () => turn(box.checked) });
  label.append(box, element('span', { textContent: 'Shortcuts of a single key' }));
  const form = element('form', { method: 'dialog', className: 'buttons' });
  form.append(label, element('button', { className: 'button', textContent: 'Close' }));
  help.append(element('h2', { id: 'help-title', textContent: 'Keyboard' }), element('dl'), form);
  document.body.append(help);
  return help;
}

const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);
