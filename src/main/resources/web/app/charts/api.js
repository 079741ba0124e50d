// What the API knows of a process: its past, what happened to it, what it says of itself.
const MOST_EVENTS = 500;

async function json(path, pairs) {
  const answer = await fetch(`/api/v1/${path}?${new URLSearchParams(pairs)}`, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) location.reload();
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(body.detail ?? `the console answered ${answer.status}`), { status: answer.status });
  return body;
}

const span = ([from, to]) => [['from', new Date(from).toISOString()], ['to', new Date(to).toISOString()]];

export async function history(process, between, metric) {
  const answer = await json(`processes/${encodeURIComponent(process)}/history`, [...span(between), ['metric', metric]]);
  return answer.series;
}

// Nothing where it can't be told: the charts are worth something without.
export async function events(process, between) {
  try {
    const answer = await json('events', [['process', process], ...span(between), ['limit', MOST_EVENTS]]);
    return answer.events.map(event => ({ ...event, at: typeof event.at === 'number' ? event.at : Date.parse(event.at) }));
  } catch {
    return [];
  }
}

export async function processes(process) {
  const answer = await json(`processes/${encodeURIComponent(process)}`, []);
  return answer.processes;
}
