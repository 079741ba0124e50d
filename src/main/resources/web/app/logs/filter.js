// What is wanted, as the address and the form have it. LineText.java reads the text in the same way.
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

// The regular expression that a text means; empty for none. Throws where it is none.
export function expression(typed) {
  if (!typed) return '';
  if (typed.length > 2 && typed.startsWith('/') && typed.endsWith('/')) {
    const source = typed.slice(1, -1);
    new RegExp(source.replace(/^\(\?[a-z]+\)/, '')); // throws; the console's own engine knows less, and says so
    return source;
  }
  return `${typed === typed.toLowerCase() ? '(?i)' : ''}${typed.replace(SPECIAL, '\\$&')}`;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

// Whether a line says what is wanted, as the console finds it for live lines. An expression that only the console knows
// throws.
export function matcher(form) {
  const grep = expression(form.elements.grep.value);
  const flags = /^\(\?([ims]+)\)/.exec(grep);
  const pattern = grep && new RegExp(flags ? grep.slice(flags[0].length) : grep, flags?.[1] ?? '');
  const least = LEVELS.indexOf(form.elements.level.value);
  return line => (!pattern || pattern.test(line.text)) && (least < 0 || LEVELS.indexOf(line.level) >= least);
}

// The pairs of a query for these lines.
export function wanted(form, chosen) {
  const data = new FormData(form);
  const pairs = (chosen.length ? chosen : data.getAll('process')).map(process => ['process', process]);
  if (data.get('type') !== 'combined') pairs.push(['type', data.get('type')]);
  if (data.get('level')) pairs.push(['level', data.get('level')]);
  return pairs;
}

// Keeps the tools in the address.
export function remember(form, chosen, tools, line) {
  const query = new URLSearchParams(wanted(form, chosen).filter(([name]) => name !== 'process' || !chosen.length));
  const text = form.elements.grep.value;
  if (text) query.set('grep', text);
  if (tools.wrap) query.set('wrap', '1');
  if (!tools.times) query.set('times', '0');
  if (!tools.colours) query.set('colours', '0');
  if (line) query.set('line', line);
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  document.querySelectorAll('input[name=back]').forEach(it => { it.value = location.pathname + location.search; });
}

export function toolsOfAddress() {
  const query = new URLSearchParams(location.search);
  return { wrap: query.get('wrap') === '1' || (!query.has('wrap') && matchMedia('(max-width: 760px)').matches),
    times: query.get('times') !== '0', colours: query.get('colours') !== '0', line: query.get('line') };
}
