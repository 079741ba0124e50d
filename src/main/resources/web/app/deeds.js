// What can be done to processes, in words.
const DEEDS = {
  start: { label: 'Start', doing: 'starting', done: 'started' },
  stop: { label: 'Stop', doing: 'stopping', done: 'stopped' },
  restart: { label: 'Restart', doing: 'restarting', done: 'restarted', rolls: true },
  reload: { label: 'Reload', doing: 'reloading', done: 'reloaded', rolls: true },
  'graceful-reload': { label: 'Graceful reload', doing: 'reloading', done: 'reloaded', rolls: true },
  reset: { label: 'Reset', doing: 'resetting', done: 'reset' },
  delete: { label: 'Delete', doing: 'deleting', done: 'deleted' },
  scale: { label: 'Scale', doing: 'scaling', done: 'scaled' },
};

export const deed = word => DEEDS[word];
