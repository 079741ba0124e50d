// Notices of the page: announced by their live region; gone when they were read, unless something is wrong.
const READ = 8000;

export function dismissible() {
  for (const notice of document.querySelectorAll('.notice')) {
    const close = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: '×' });
    close.setAttribute('aria-label', 'Dismiss');
    close.onclick = () => notice.remove();
    notice.append(close);
    if (notice.classList.contains('done')) setTimeout(() => notice.remove(), READ);
  }
}

// Shows the notices of a page that the server rendered.
export function take(page) {
  const told = page.getElementById('notices');
  if (told) {
    document.getElementById('notices').replaceChildren(...told.childNodes);
    dismissible();
  }
}

// Tells of something that the server could not.
export function problem(text) {
  const notice = document.createElement('div');
  notice.className = 'notice problem';
  notice.append(Object.assign(document.createElement('p'), { textContent: text }));
  document.getElementById('notices').replaceChildren(notice);
  dismissible();
}
