// What makes plain forms more comfortable: passwords that can be looked at, texts that can be copied, a question before
// something is lost, filters that give way on a small screen.
import { ask } from './ask.js';

export function start() {
  document.querySelectorAll('.reveal').forEach(reveal);
  document.querySelectorAll('[data-copy]').forEach(copy);
  document.querySelectorAll('details.filters').forEach(filters);
  document.addEventListener('submit', confirm);
}

function reveal(button) {
  const input = button.previousElementSibling;
  button.hidden = false;
  button.onclick = () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', shown);
    input.focus();
  };
  // a password that is sent is not kept among the texts that were typed before
  input.form.addEventListener('submit', () => { input.type = 'password'; });
}

function copy(button) {
  const of = document.getElementById(button.dataset.copy);
  const label = button.querySelector('span');
  button.hidden = false;
  label.setAttribute('role', 'status');
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(of.textContent);
      label.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(of); // there is no clipboard without encryption, except on this machine
      label.textContent = 'Selected';
    }
  };
}

function filters(details) {
  const narrow = matchMedia('(max-width: 760px)');
  if (details.dataset.count === '0' && narrow.matches) details.open = false;
  narrow.onchange = () => { details.open ||= !narrow.matches; };
  details.querySelector('form').addEventListener('formdata', event => {
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  });
}

async function confirm(event) {
  const button = event.submitter;
  if (!button?.dataset.ask) return;
  event.preventDefault();
  const form = event.target;
  const about = form.querySelector('option[data-ask]:checked') ?? button; // what is chosen says more
  const label = button.textContent.replace('…', '').trim();
  if (await ask({ title: about.dataset.title, names: button.dataset.names?.split('\n').filter(Boolean) ?? [], warning: about.dataset.ask, label })) {
    const fields = [['confirmed', 'yes'], ...button.name ? [[button.name, button.value]] : []];
    form.append(...fields.map(([name, value]) => Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
    form.submit();
  }
}
