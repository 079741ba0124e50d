// The Start page: files are chosen in a dialog, with the same list that browsers without scripts get as a page of its own.
import { problem } from './notices.js';

const LARGEST = 256 * 1024;

export function start(dialog) {
  const browse = document.getElementById('browse');
  const ecosystem = 'ecosystem' in browse.dataset;
  browse.addEventListener('click', async event => {
    event.preventDefault();
    const from = document.getElementById(ecosystem ? 'base' : 'cwd').value;
    const choice = await choose(dialog, from, ecosystem);
    if (choice) (ecosystem ? load : fill)(browse.form, choice);
  });
  if (ecosystem) takeFiles(document.getElementById('file'));
  browse.form.addEventListener('submit', event => event.submitter?.setAttribute('aria-busy', 'true'));
  addEventListener('pageshow', () => browse.form.querySelector('[aria-busy]')?.removeAttribute('aria-busy'));
}

// A file of this computer becomes the text, so that none has to be sent along.
function takeFiles(input) {
  input.form.enctype = 'application/x-www-form-urlencoded';
  input.removeAttribute('name');
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    if (file.size > LARGEST) problem('An ecosystem file has at most 256 KiB.');
    else input.form.elements.text.value = await file.text();
    input.value = '';
    input.form.elements.text.focus();
  });
}

function fill(form, { chosen, home }) {
  form.elements.script.value = chosen;
  form.elements.cwd.value = home;
  form.elements.script.focus();
}

// The server reads the file, and answers with what it would start.
function load(form, { chosen }) {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'chosen', value: chosen }));
  form.submit();
}

// Resolves with what was chosen, or with nothing.
function choose(dialog, from, ecosystem) {
  return new Promise(resolve => {
    const show = async at => {
      const answer = await fetch(`/processes/new/files?${new URLSearchParams({ at, ecosystem })}`, { headers: { Accept: 'text/html' } }).catch(() => null);
      if (!answer?.ok) {
        dialog.close();
        problem(answer ? 'The directory can’t be shown.' : 'The console can’t be reached.');
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      body.replaceChildren(...page.body.childNodes);
      if (!dialog.open) dialog.showModal();
      (body.querySelector('.entries button') ?? cancel).focus();
    };
    const title = Object.assign(document.createElement('h2'), { id: 'pick-title', textContent: ecosystem ? 'Choose an ecosystem file' : 'Choose a script' });
    const body = document.createElement('div');
    const cancel = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: 'Cancel' });
    const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
    buttons.append(cancel);
    dialog.replaceChildren(title, body, buttons);
    dialog.onclick = event => {
      const button = event.target.closest('button');
      if (button === cancel) dialog.close();
      else if (button?.name === 'at') show(button.value);
      else if (button?.name === 'chosen') {
        resolve({ chosen: button.value, home: body.querySelector('[name=home]').value });
        dialog.close();
      }
    };
    dialog.onclose = () => resolve();
    show(from);
  });
}
