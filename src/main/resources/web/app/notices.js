// Notices of the page: announced by their live region, without taking the focus. What went well goes when it was read,
// later where there is something to do; what is wrong stays until it is dismissed.
const READ = 8000;
const TO_DO = 30_000;

export function start() {
  if (!document.getElementById('notices')) {
    const region = Object.assign(document.createElement('div'), { id: 'notices' });
    region.setAttribute('role', 'status');
    document.getElementById('main').prepend(region);
  }
  region().setAttribute('aria-atomic', 'false');
  region().querySelectorAll('.notice').forEach(arrange);
}

// Shows the notices of a page that the server rendered.
export function take(page) {
  add([...page.querySelectorAll('#notices > .notice')]);
}

// Tells of something that the server could not.
export function problem(text) {
  add([made('problem', text)]);
}

// Tells of something that the reader can do something about.
export function offer({ kind, text, label, act }) {
  const notice = made(kind, text);
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: label });
  button.onclick = act;
  notice.append(button);
  add([notice]);
}

// Puts notices in; those before that went well have been read.
export function add(notices) {
  if (!notices.length) return;
  for (const old of region().querySelectorAll('.notice.done')) if (!old.matches(':hover, :focus-within')) old.remove();
  region().append(...notices);
  notices.forEach(arrange);
}

export function made(kind, text) {
  const notice = Object.assign(document.createElement('div'), { className: `notice ${kind}` });
  notice.append(Object.assign(document.createElement('p'), { textContent: text }));
  return notice;
}

// Brings the focus to the newest notice.
export function focus() {
  const newest = region().lastElementChild;
  (newest?.querySelector('.undo button, .button') ?? newest?.querySelector('button'))?.focus();
}

function arrange(notice) {
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'plain close', textContent: '×' });
  close.setAttribute('aria-label', 'Dismiss');
  notice.append(close);
  let before = null;
  const dismiss = () => {
    const isWithin = notice.contains(document.activeElement);
    notice.remove();
    if (isWithin && before?.isConnected) before.focus({ preventScroll: true });
  };
  close.onclick = dismiss;
  notice.addEventListener('focusin', event => { if (!notice.contains(event.relatedTarget)) before = event.relatedTarget; });
  notice.addEventListener('keydown', event => { if (event.key === 'Escape') dismiss(); });
  if (notice.classList.contains('done')) passes(notice);
}

// It goes after a while, which begins anew when it is neither pointed at nor holds the focus.
export function passes(notice, after = notice.querySelector('form, .button') ? TO_DO : READ) {
  let timer;
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (notice.matches(':hover, :focus-within') || document.hidden) begin();
      else notice.remove();
    }, after);
  };
  for (const type of ['pointerleave', 'focusout']) notice.addEventListener(type, begin);
  begin();
}

const region = () => document.getElementById('notices');
