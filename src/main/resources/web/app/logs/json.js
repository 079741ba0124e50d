// Lines that are JSON: their message, and the other fields.
const MESSAGES = ['msg', 'message', 'event', 'text'];
const KNOWN = new Set(['time', 'timestamp', 'ts', '@timestamp', 'level', 'severity', 'lvl', 'v', 'pid', 'hostname']);
const LONGEST = 32_768;
const IN_SHORT = 6;

// The parts of a line; null where it is no JSON object with a message.
export function parts(text) {
  const from = text.indexOf('{');
  if (from < 0 || from > 64 || text.length > LONGEST || !text.endsWith('}') || text.includes('\u001b')) return null;
  try {
    const all = JSON.parse(text.slice(from));
    const named = MESSAGES.find(name => typeof all[name] === 'string');
    if (!named) return null;
    return { message: all[named], all: Object.entries(all), fields: Object.entries(all).filter(([name]) => name !== named && !KNOWN.has(name)) };
  } catch {
    return null;
  }
}

// The message with the fields in short.
export function brief(found) {
  const text = document.createElement('span');
  text.append(found.message);
  for (const [name, value] of found.fields.slice(0, IN_SHORT)) text.append(' ', pair(name, short(value)));
  return text;
}

// Every field, one below the other.
export function fields(found) {
  const list = document.createElement('dl');
  list.className = 'json';
  for (const [name, value] of found.all) {
    const term = Object.assign(document.createElement('dt'), { textContent: name });
    const meaning = Object.assign(document.createElement('dd'),
      { textContent: typeof value === 'string' ? value : JSON.stringify(value, null, 2) });
    list.append(term, meaning);
  }
  return list;
}

function short(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function pair(name, value) {
  const span = document.createElement('span');
  span.className = 'json-field';
  span.append(Object.assign(document.createElement('b'), { textContent: `${name}=` }), value);
  return span;
}
