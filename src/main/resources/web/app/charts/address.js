// What is looked at: kept in the address, so that it can be sent to others, and the back button goes back.
export const RANGES = { '15m': 15, '1h': 60, '6h': 360, '24h': 1440, '7d': 10080, '14d': 20160 }; // minutes
const USUAL_RANGE = '1h';
const USUAL_METRICS = ['cpu', 'memory'];
const LEAST = 10_000; // ms that a zoom shows at least

export class Address {
  constructor(search = location.search) {
    const query = new URLSearchParams(search);
    const metrics = [...new Set(query.getAll('metric'))].filter(Boolean);
    this.range = query.get('range') in RANGES ? query.get('range') : USUAL_RANGE;
    this.metrics = metrics.length ? metrics : USUAL_METRICS;
    this.apart = query.get('instances') === 'apart';
    const [from, to] = ['from', 'to'].map(name => Date.parse(query.get(name)));
    this.zoom = to - from >= 1000 ? [from, to] : null;
  }

  with(change) {
    return Object.assign(new Address(), this, change);
  }

  // The span of time: that of the zoom, or the range up to now.
  span(now) {
    return this.zoom ?? [now - this.length, now];
  }

  get length() {
    return RANGES[this.range] * 60_000;
  }

  // A zoom to these times, as far as there are such; none where that is all there is in the range.
  zoomed(from, to, now) {
    const length = Math.max(LEAST, to - from);
    if (length >= this.length) return this.with({ zoom: null });
    const end = Math.min(now, (from + to + length) / 2);
    return this.with({ zoom: [Math.round(end - length), Math.round(end)] });
  }

  get query() {
    const query = new URLSearchParams();
    if (this.range !== USUAL_RANGE) query.set('range', this.range);
    if (this.zoom) ['from', 'to'].forEach((name, i) => query.set(name, new Date(this.zoom[i]).toISOString()));
    if (this.metrics.join() !== USUAL_METRICS.join()) this.metrics.forEach(metric => query.append('metric', metric));
    if (this.apart) query.set('instances', 'apart');
    const text = String(query).replaceAll('%3A', ':');
    return text ? `?${text}` : '';
  }
}
