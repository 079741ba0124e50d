// What the palette can do to a process, for whoever may.
import { carryOut } from '../actions.js';
import { ask } from '../ask.js';
import { csrf } from '../csrf.js';

const runs = process => process.running;
const rests = process => !process.running;
const any = () => true;
const STOPPED = 'What is stopped stays in the list and can be started again.';
const DELETED = 'What is deleted is stopped and leaves PM2’s list. Files and logs stay.';

const TABS = [['logs', 'Logs of'], ['events', 'Events of']].map(([word, label]) => ({ word, label, fits: any, go: process => `${process.href}/${word}` }));
const OPERATOR = [
  { word: 'restart', label: 'Restart', fits: runs }, { word: 'start', label: 'Start', fits: rests },
  { word: 'stop', label: 'Stop', fits: runs, warning: STOPPED }, { word: 'reload', label: 'Reload', fits: runs },
];
const ADMIN = [{ word: 'delete', label: 'Delete', fits: any, warning: DELETED }];

export function deedsOf(role) {
  return [...role === 'viewer' ? [] : OPERATOR, ...TABS, ...role === 'admin' ? ADMIN : []];
}

export async function act({ word, label, warning }, process) {
  if (warning && !await ask({ title: `${label} ${process.name}?`, names: process.hits, warning, label })) return;
  const data = new FormData();
  const fields = [csrf(), ['do', word], ['target', process.target], ...warning ? [['confirmed', 'yes']] : []];
  for (const [name, value] of fields) data.append(name, value);
  await carryOut('/processes/action', data);
}
