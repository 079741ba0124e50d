// The keyboard: what works on a page, said by its parts, and carried out unless one types, a dialog is open, or single keys
// are switched off.
const OFF = 'pm2-console-keys';
const SEQUENCE = 1200; // ms between the two keys of a sequence
const offers = [];
let first = '';
let timer;

// `keys`: as help shows them; `on`: which of `KeyboardEvent.key` they are, with `g p` for a sequence.
export function offer({ keys, says, on, act }) {
  offers.push({ keys, says, on, act });
}

export const offered = () => offers;

export const areOn = () => localStorage.getItem(OFF) !== 'off';

export function turn(on) {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, 'off');
}

export function start() {
  const button = document.getElementById('help-button');
  if (button) {
    button.hidden = false;
    button.onclick = help;
  }
  offer({ keys: ['?'], says: 'this help', on: '?', act: help });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areOn() || isTyping(event.target)) return;
    const key = first && offers.some(it => it.on === `${first} ${event.key}`) ? `${first} ${event.key}` : event.key;
    const found = offers.find(it => it.on === key);
    first = offers.some(it => it.on?.startsWith(`${event.key} `)) ? event.key : '';
    clearTimeout(timer);
    timer = setTimeout(() => { first = ''; }, SEQUENCE);
    if (found && found.act(event) !== false) event.preventDefault();
  });
}

// Where a key means something else.
const isTyping = target => document.querySelector('dialog[open], .menu:popover-open')
  || target.matches('input:not([type=checkbox]), select, textarea, [contenteditable]');

async function help() {
  (await import('./help.js')).show();
}
