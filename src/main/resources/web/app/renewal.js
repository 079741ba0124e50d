// When the page has to be asked for anew: the console is of another build, or the session has ended. Once, and never while
// something is being filled in: then the reader is told, and says when.
import { offer } from './notices.js';
import { pulse } from './pulse.js';

const RENEWED = 'pm2-console-renewed';
const BUILD = document.querySelector('meta[name=build]').content;
let touched = false;
let told = '';
let asking = false;
const busy = new Set();

export function start() {
  document.addEventListener('input', ({ target }) => { touched ||= target.form?.getAttribute('method') === 'post' && !target.matches('.pick'); });
  document.addEventListener('submit', () => { touched = false; });
}

// Something goes on that a new page would cut off, until what is answered is called.
export function hold() {
  const work = {};
  busy.add(work);
  return () => busy.delete(work);
}

// The console was away: is it the same one?
export async function check() {
  try {
    const build = await pulse();
    if (build === BUILD) return;
    const isFirst = sessionStorage.getItem(RENEWED) !== build; // a page that stays old is not asked for again and again
    if (!isFirst || isBusy()) {
      say('The console was updated. Reload the page to go on with the new one.', 'Reload');
    } else {
      sessionStorage.setItem(RENEWED, build);
      location.reload();
    }
  } catch {
    // it is away again
  }
}

// Whoever is not signed in any more comes to the sign-in, and from there to the same address.
export async function signedOut() {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch('/form-token', { headers: { Accept: 'text/plain' } });
    if (answer.status === 401) ended();
  } catch {
    // nobody is there to ask
  }
  asking = false;
}

export function ended() {
  if (isBusy()) say('You are signed out. What you typed is still here.', 'Sign in');
  else location.reload();
}

const isBusy = () => touched || busy.size > 0 || document.querySelector('dialog[open]') !== null;

function say(text, label) {
  if (told !== text) offer({ kind: 'warning', text, label, act: () => location.reload() });
  told = text;
}
