// What the palette offers for what was typed: processes, pages, and actions on processes, where the first or the last word
// names one.
import { ranked } from './ranking.js';

const MOST = 40;
const SHORT = 2; // letters from which on a word may mean an action

// `deeds`: what may be done, by word and label. `typed` is split into words.
export function offers(typed, { processes, pages, deeds }) {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  if (!words.length) return [...processes.slice(0, MOST).map(opened), ...pages.map(gone)];
  const { deed, rest } = action(words, deeds);
  const doable = (deed ? ranked(rest, processes).filter(it => deed.fits(it)) : []).map(process => done(deed, process));
  const found = ranked(words, [...processes, ...pages]).map(it => it.target ? opened(it) : gone(it));
  const exact = found.filter(it => it.process?.texts[0].toLowerCase() === typed.trim().toLowerCase());
  const first = found.find(it => it.process)?.process;
  const further = !deed && first ? deeds.filter(it => it.fits(first)).map(it => done(it, first)) : [];
  const wanted = rest.length ? [...doable, ...found] : [...found, ...doable]; // a word alone is rather a name
  return unique([...exact, ...wanted, ...further]).slice(0, MOST);
}

// The action that the first word names, or the last, and the other words.
function action(words, deeds) {
  for (const at of [0, words.length - 1]) {
    const word = words[at].toLowerCase();
    const deed = word.length >= SHORT && (deeds.find(it => it.label.toLowerCase() === word) ?? deeds.find(it => it.label.toLowerCase().startsWith(word)));
    if (deed) return { deed, rest: words.filter((_, i) => i !== at) };
  }
  return { deed: null, rest: words };
}

const unique = items => [...new Map(items.map(item => [item.key, item])).values()];

const opened = process => ({ key: `open ${process.target}`, kind: 'process', process, text: process.name, more: process.about });
const gone = page => ({ key: `go ${page.href}`, kind: 'page', href: page.href, text: page.texts[0], more: 'Page' });
const done = (deed, process) => ({ key: `${deed.word} ${process.target}`, kind: 'deed', deed, process, text: `${deed.label} ${process.name}`, more: process.about });
