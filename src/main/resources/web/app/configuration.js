// The configuration of a process: variables are looked for while one types, and shown where they are; rows are added.
export function start(list) {
  filter(list);
  list.addEventListener('submit', reveal);
}

export function pairs(form) {
  form.querySelector('#more-rows').addEventListener('click', event => {
    event.preventDefault();
    const last = [...form.querySelectorAll('.pair:not(.pair-heads)')].at(-1);
    const row = last.cloneNode(true);
    const number = form.querySelectorAll('.pair:not(.pair-heads)').length + 1;
    row.classList.remove('wrong');
    row.querySelector('.error')?.remove();
    for (const field of row.querySelectorAll('input, textarea')) {
      field.value = '';
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      field.setAttribute('aria-label', `${field.name === 'name' ? 'Name' : 'Value'} ${number}`);
    }
    last.after(row);
    row.querySelector('input').focus();
  });
}

function filter(list) {
  const input = document.getElementById('variable-filter');
  const rows = [...list.children];
  const none = document.getElementById('no-variable');
  const apply = () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.dataset.variable.toLowerCase().includes(wanted);
    none.hidden = !rows.length || rows.some(row => !row.hidden);
  };
  // what the server left out is not here to be shown
  if (!input.value) {
    input.addEventListener('input', apply);
    input.form.addEventListener('submit', event => event.preventDefault());
  }
}

// The value comes with the page that a form without scripts would show, of which the row is taken.
async function reveal(event) {
  const form = event.target;
  if (!form.matches('.reveal-one')) return;
  event.preventDefault();
  const row = form.closest('li');
  form.querySelector('button').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = page.getElementById(row.id);
    if (!answer.ok || !shown) throw new Error('not shown');
    const hidden = [...row.childNodes];
    row.replaceChildren(...shown.childNodes);
    row.classList.add('revealed');
    const hide = row.querySelector('.variable-acts .button');
    hide.focus();
    hide.addEventListener('click', click => {
      click.preventDefault();
      row.replaceChildren(...hidden);
      row.classList.remove('revealed');
      const again = row.querySelector('button');
      again.removeAttribute('aria-busy');
      again.focus();
    });
  } catch {
    form.submit(); // the page says what is wrong
  }
}
