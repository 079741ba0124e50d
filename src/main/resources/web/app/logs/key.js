// The key of a line, as LineKey.java has it, and the colour of a process: both by FNV-1a (32 bit) of UTF-8 bytes.
const encoder = new TextEncoder();
const COLOURS = 12;
const colours = new Map();

export function fnv(text) {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

export const hash = text => fnv(text).toString(16).padStart(8, '0');

export const keyOf = line => `${line.at ?? 0}-${line.stream[0]}-${line.id}-${hash(line.text)}`;

// What a line is wherever it was read: in a file it may have no time.
export const identity = line => `${line.stream[0]}${line.id}${line.text}`;

export function colourOf(process) {
  let colour = colours.get(process);
  if (colour === undefined) colours.set(process, colour = `p${fnv(process) % COLOURS}`);
  return colour;
}
