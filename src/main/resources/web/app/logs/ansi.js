// Colours that apps write (SGR): text in pieces, each with its style. The 16 colours are classes, the others values.
const SEQUENCE = /\u001b\[([0-9;:]*)m/g;
const FLAGS = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'strike' };
const OFF = { 22: ['bold', 'dim'], 23: ['italic'], 24: ['underline'], 27: ['inverse'], 29: ['strike'] };
const STEPS = [0, 95, 135, 175, 215, 255];

export const plain = text => text.replace(SEQUENCE, '');

// Puts text into an element, in its colours or without.
export function write(element, text, coloured) {
  if (!text.includes('\u001b')) {
    element.append(text);
  } else if (!coloured) {
    element.append(plain(text));
  } else {
    for (const piece of pieces(text)) element.append(piece.style ? styled(piece) : piece.text);
  }
}

export function pieces(text) {
  const found = [];
  let state = { flags: new Set() };
  let from = 0;
  const take = to => {
    if (to > from) found.push({ text: text.slice(from, to), style: snapshot(state) });
  };
  for (const match of text.matchAll(SEQUENCE)) {
    take(match.index);
    from = match.index + match[0].length;
    state = apply(state, match[1].replaceAll(':', ';').split(';').map(Number));
  }
  take(text.length);
  return found;
}

function apply(state, codes) {
  const next = { ...state, flags: new Set(state.flags) };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) Object.assign(next, { flags: new Set(), fg: undefined, bg: undefined });
    else if (FLAGS[code]) next.flags.add(FLAGS[code]);
    else if (OFF[code]) OFF[code].forEach(flag => next.flags.delete(flag));
    else if (code === 38 || code === 48) {
      const [colour, used] = extended(codes.slice(i + 1));
      next[code === 38 ? 'fg' : 'bg'] = colour;
      i += used;
    } else if (code === 39) next.fg = undefined;
    else if (code === 49) next.bg = undefined;
    else if (code >= 30 && code <= 37) next.fg = code - 30;
    else if (code >= 90 && code <= 97) next.fg = code - 82;
    else if (code >= 40 && code <= 47) next.bg = code - 40;
    else if (code >= 100 && code <= 107) next.bg = code - 92;
  }
  return next;
}

// A number up to 15 for a named colour, else rgb(…); and how many codes it took.
function extended([kind, ...rest]) {
  const byte = value => Math.min(255, Math.max(0, value || 0));
  if (kind === 2) return [`rgb(${rest.slice(0, 3).map(byte).join(' ')})`, 4];
  if (kind !== 5) return [undefined, 1];
  const index = byte(rest[0]);
  if (index < 16) return [index, 2];
  if (index > 231) return [`rgb(${Array(3).fill(8 + (index - 232) * 10).join(' ')})`, 2];
  const cube = index - 16;
  return [`rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(step => STEPS[step]).join(' ')})`, 2];
}

function snapshot(state) {
  return state.flags.size || state.fg !== undefined || state.bg !== undefined ? state : null;
}

function styled({ text, style }) {
  const span = document.createElement('span');
  span.textContent = text;
  const classes = [...style.flags].map(flag => `a-${flag}`);
  for (const of of ['fg', 'bg']) {
    if (typeof style[of] === 'number') classes.push(`a-${of}-${style[of]}`);
    else if (style[of]) {
      classes.push(`a-${of}`);
      span.style.setProperty(`--${of}`, style[of]); // only ever rgb() of three bytes
    }
  }
  span.className = classes.join(' ');
  return span;
}
