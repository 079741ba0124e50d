// How much room the logs take, what to download, and who keeps them small.
import { usage } from './api.js';
import { size } from './search.js';

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export async function show(place) {
  place.replaceChildren(element('p', { className: 'soft inside', textContent: 'Measuring …' }));
  try {
    const told = await usage();
    place.replaceChildren(...warnings(told), table(told), rotation(told.rotation ?? {}));
  } catch (failed) {
    place.replaceChildren(element('p', { className: 'soft inside', textContent: `The sizes are not known: ${failed.message}` }));
  }
}

function warnings({ disk, processes, warnSize }) {
  const warned = [];
  if (disk?.warning) warned.push(`Only ${size(disk.free)} of ${size(disk.total)} are free on the disk with the logs.`);
  const large = processes.filter(it => it.warning).map(it => it.process);
  if (large.length) warned.push(`More than ${size(warnSize)} of logs: ${[...new Set(large)].join(', ')}.`);
  return warned.map(text => element('p', { className: 'note warn', textContent: text }));
}

function table({ processes, total, disk }) {
  const rows = [...processes].sort((a, b) => b.total - a.total).map(it => element('tr', {},
    element('th', { scope: 'row', textContent: `${it.process} ` }, element('span', { className: 'soft', textContent: `id ${it.id}` })),
    element('td', { className: 'number', textContent: size(it.total), title: `stdout ${size(it.out)}, stderr ${size(it.error)}, ${it.rotatedFiles} rotated files ${size(it.rotated)}` }),
    element('td', { className: 'acts' }, ...['out', 'error'].map(type => element('a', { className: 'button small',
      href: `/api/v1/processes/id:${it.id}/logs/download?type=${type}`, download: '', textContent: type === 'out' ? 'stdout' : 'stderr',
      title: `Download ${type === 'out' ? 'stdout' : 'stderr'} of ${it.process}` })))));
  return element('table', { className: 'records sizes' },
    element('caption', { className: 'soft', textContent: `${size(total)} of logs; ${size(disk?.free)} of the disk are free` }),
    element('tbody', {}, ...rows));
}

function rotation({ installed, running, settings }) {
  const part = element('div', { className: 'inside rotation' }, element('h3', { textContent: 'Rotation' }));
  if (installed) {
    part.append(element('p', { className: 'soft', textContent: running ? 'pm2-logrotate keeps these files small.' : 'pm2-logrotate is installed, but does not run.' }));
    const facts = Object.entries(settings ?? {});
    if (facts.length) part.append(element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: String(value) })])));
  } else {
    part.append(element('p', { className: 'soft', textContent: 'Nothing keeps these files small. PM2’s module does, once it is installed on the machine:' }),
      element('pre', { tabIndex: 0, ariaLabel: 'The command' }, element('code', { textContent: 'pm2 install pm2-logrotate' })));
  }
  return part;
}
