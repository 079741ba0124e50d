// The tools above the lines: the picker, the switches, the panels and the keyboard.
import { offer } from '../keys.js';

export function start(view, tools) {
  const form = document.querySelector('.logtools');
  form.querySelectorAll('.switches').forEach(group => { group.hidden = false; });
  for (const name of ['wrap', 'times', 'colours']) {
    const button = document.getElementById(name);
    button.setAttribute('aria-pressed', tools[name]);
    button.onclick = () => {
      tools[name] = !tools[name];
      button.setAttribute('aria-pressed', tools[name]);
      view.shown();
    };
  }
  document.getElementById('pause').onclick = () => view.pause();
  document.getElementById('to-end').onclick = () => view.toEnd();
  form.addEventListener('submit', event => {
    event.preventDefault();
    view.changed();
  });
  let timer;
  form.addEventListener('input', event => {
    if (event.target.id === 'pick-filter') return;
    clearTimeout(timer);
    timer = setTimeout(() => view.changed(), event.target.id === 'filter' ? 250 : 0);
  });
  if (form.querySelector('.picker')) picker(form.querySelector('.picker'), view);
  panels(view);
  keyboard(view);
}

function picker(details, view) {
  const filter = document.getElementById('pick-filter');
  const none = document.getElementById('pick-none');
  const rows = [...details.querySelectorAll('li[data-name]')];
  filter.hidden = none.hidden = false;
  filter.oninput = () => {
    const text = filter.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.dataset.name.toLowerCase().includes(text);
  };
  filter.onkeydown = event => { if (event.key === 'Enter') event.preventDefault(); };
  none.onclick = () => {
    details.querySelectorAll(':checked').forEach(box => { box.checked = false; });
    view.changed();
  };
  details.ontoggle = () => { if (details.open) filter.focus(); };
  document.addEventListener('click', event => { if (!details.contains(event.target)) details.open = false; });
  details.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary').focus();
  });
}

function panels(view) {
  const all = ['search', 'files'].map(name => ({ name, panel: document.getElementById(`${name}-panel`), button: document.getElementById(`${name}-open`) }));
  const show = wanted => {
    for (const { name, panel, button } of all) {
      panel.hidden = name !== wanted;
      button.setAttribute('aria-expanded', name === wanted);
    }
    if (wanted === 'search') document.getElementById('search-q').focus();
    if (wanted === 'files') view.files();
  };
  for (const { name, panel, button } of all) {
    button.onclick = () => show(panel.hidden ? name : null);
    panel.querySelector('[data-close]').onclick = () => {
      show(null);
      button.focus();
    };
  }
}

function keyboard(view) {
  const filter = document.getElementById('filter');
  filter.addEventListener('keydown', event => { if (event.key === 'Escape') filter.blur(); });
  const apart = act => ({ target }) => target.matches('summary, button, a, input') ? false : act(); // which the key is for
  offer({ keys: ['Space'], says: 'pause, or go on', on: ' ', act: apart(() => view.pause()) });
  offer({ keys: ['End'], says: 'to the newest line', on: 'End', act: apart(() => view.toEnd()) });
}
