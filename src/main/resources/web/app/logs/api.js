// What the API knows of lines that are in files.
const PAGE = 500;

async function json(path, pairs) {
  const answer = await fetch(`/api/v1/${path}?${new URLSearchParams(pairs)}`, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) location.reload();
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.detail ?? `the console answered ${answer.status}`);
  return body;
}

// The API tells times as text, the stream in milliseconds.
const timed = line => ({ ...line, at: line.at && Date.parse(line.at) });

async function lines(path, pairs) {
  const answer = await json(path, pairs);
  return { ...answer, lines: answer.lines.map(timed) };
}

// A page of lines: the newest, or those before a place.
export function page(pairs, where = {}, count = PAGE) {
  return lines('logs', [...pairs.filter(([name]) => name !== 'level'), ['lines', count], ...Object.entries(where)]);
}

// A line with so many before and behind it.
export const context = (key, count = 50) => lines('logs/context', [['line', key], ['lines', count]]);

export const usage = () => json('logs/usage', []);

// Searches the files; `told` gets what comes as it comes.
export async function search(pairs, told, signal) {
  const answer = await fetch(`/api/v1/logs/search?${new URLSearchParams(pairs)}`, { signal });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? `the console answered ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const all = (rest + value).split('\n');
    rest = all.pop();
    for (const text of all.filter(Boolean)) {
      const frame = JSON.parse(text);
      told(frame.line ? { ...frame, line: timed(frame.line) } : frame);
    }
  }
}
