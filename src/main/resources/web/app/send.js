// Sends a form without leaving the page: the answer is its notices.
import { ended } from './renewal.js';

const LOST = 'The console can’t be reached, so it is not known whether that was done.';

// Answers the document that came back, with notices in it. Throws `Unanswered` where none did.
export async function send(address, data) {
  data.set('answer', 'notices');
  let answer;
  let page;
  try {
    answer = await fetch(address, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' }, keepalive: true });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    throw new Unanswered(LOST);
  }
  if (answer.status === 401) ended();
  if (!page.getElementById('notices')) {
    throw new Unanswered(page.querySelector('.message')?.textContent.trim().replace(/\s+/g, ' ') ?? 'The console did not understand that.', answer.status);
  }
  return page;
}

export class Unanswered extends Error {
  // `status`: what the console said instead; nothing where it said nothing, and nobody knows what was done.
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}
