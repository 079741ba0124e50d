// Puts the reader's own time where the server wrote UTC, which stays in the title.
const THIS_YEAR = new Date().getFullYear();

export function start() {
  for (const time of document.querySelectorAll('time')) {
    time.textContent = format(new Date(time.dateTime), 'exact' in time.dataset);
  }
  for (const input of document.querySelectorAll('input[data-utc]')) ownTime(input);
}

function format(at, exact) {
  const day = { day: 'numeric', month: 'short', ...at.getFullYear() !== THIS_YEAR && { year: 'numeric' } };
  return at.toLocaleString('en-GB', { ...day, hour: '2-digit', minute: '2-digit', ...exact && { second: '2-digit' } });
}

// A field for a time that is shown in the reader's time, and sent in UTC.
function ownTime(input) {
  if (input.value) input.value = local(new Date(`${input.value}Z`));
  document.getElementById(`${input.id}-hint`).textContent = 'your time';
  input.form.addEventListener('formdata', event => {
    if (input.value) event.formData.set(input.name, new Date(input.value).toISOString().slice(0, 16));
  });
}

function local(at) {
  return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
