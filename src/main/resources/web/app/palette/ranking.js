// How well a text fits what was typed, and which of many fit best. The same letters give the same order, whatever was
// looked for before: the name itself, what begins with it, a word that does, what contains it, and what has its letters
// in this order.
const WORD = /[^\p{L}\p{N}]+/u;

// From 0 for the name itself upwards; nothing where it doesn't fit.
export function fit(typed, text) {
  const wanted = typed.toLowerCase();
  const has = text.toLowerCase();
  if (has === wanted) return 0;
  if (has.startsWith(wanted)) return 1;
  if (has.split(WORD).some(word => word.startsWith(wanted))) return 2;
  if (has.includes(wanted)) return 3;
  return wanted.length > 2 && has[0] === wanted[0] && inOrder(wanted, has) ? 4 : undefined;
}

function inOrder(wanted, has) {
  let at = -1;
  for (const letter of wanted) {
    at = has.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

// The items that fit all words, best first; of equal ones those that came first. `texts`: by which an item is found, the
// first before the others.
export function ranked(words, items) {
  return items.map(item => ({ item, rank: rankOf(words, item.texts) })).filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank - b.rank || a.item.texts[0].length - b.item.texts[0].length || a.item.texts[0].localeCompare(b.item.texts[0], 'en', { numeric: true }))
    .map(({ item }) => item);
}

function rankOf(words, texts) {
  let sum = 0;
  for (const word of words) {
    const fits = texts.map((text, i) => fit(word, text) === undefined ? undefined : fit(word, text) * 2 + (i > 0)).filter(it => it !== undefined);
    if (!fits.length) return undefined;
    sum += Math.min(...fits);
  }
  return sum;
}
