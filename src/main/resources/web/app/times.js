// Puts the reader's own time where the server wrote UTC, which stays in the title.
const THIS_YEAR = new Date().getFullYear();

export function start() {
  show(document);
  for (const input of document.querySelectorAll('input[data-utc]')) ownTime(input);
}

// Of what is within an element.
export function show(within) {
  for (const time of within.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = 'clock' in time.dataset ? at.toLocaleTimeString('en-GB') : format(at, 'exact' in time.dataset);
  }
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
