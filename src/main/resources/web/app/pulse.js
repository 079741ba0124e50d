// Whether the console is there, and of which build: asked once for all who want to know at the same moment.
const PATIENCE = 4000;
let asking = null;

export function pulse() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const answer = await fetch('/pulse', { signal: AbortSignal.timeout(PATIENCE), cache: 'no-store', headers: { Accept: 'text/plain' } });
  if (!answer.ok) throw new Error(`the console says ${answer.status}`);
  return answer.text();
}
