// One chart: a mean line of each process, within the band of what was measured; a tooltip, marks of what happened.
import uPlot from 'uplot';
import { element, put } from './elements.js';
import { brief, describe } from './metrics.js';
import { clusters, signOf, worthy } from './marks.js';
import { labels } from './times.js';
import { Tip } from './tip.js';

const ROOM = 1.1; // above the highest point
const NEAR = 8; // pixels from which on a mark is told of
const MOST_BANDS = 4; // more of them would be mud
const LIMIT_IN_SIGHT = 0.2; // the share of a limit that must be used for it to be drawn
const PICKED = 4; // pixels that a drag is long at least

export class Plot {
  #chart;
  #space;
  #told;
  #view;
  #marks = [];

  // `told`: zoom(from, to), reset(), and of(id): how an instance is called.
  constructor({ metric, title, unit, ids, small, titled, reachable, page, told, colours }) {
    Object.assign(this, { metric, title, ids, small, reachable, page, colours });
    this.#told = told;
    this.figure = describe(metric, unit);
    this.root = element('figure', `plot${small ? ' small' : ''}`);
    this.root.dataset.metric = metric;
    const caption = element('figcaption');
    this.note = element('span', 'soft about');
    this.now = element('span', 'now');
    caption.append(element('span', 'title', titled || title), this.note, this.now);
    this.legend = element('ul', 'legend');
    this.legend.hidden = ids.length < 2;
    this.frame = element('div', 'frame');
    this.canvas = element('div', 'canvas');
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-keyshortcuts', 'ArrowLeft ArrowRight + - Escape');
    this.signs = element('div', 'pins');
    this.frame.append(this.canvas, this.signs);
    this.tip = new Tip(this.frame, { write: this.figure.write, of: i => told.of(ids[i]), colour: i => colours(i, this.theme) });
    this.root.append(caption, this.legend, this.frame);
    this.#keys();
    // of the canvas itself: it also gives way to the next plot, when that comes into the same row
    this.#space = new ResizeObserver(() => this.#resize());
    this.#space.observe(this.canvas);
  }

  // Puts it in: it must be on the page, as its width is looked at.
  begin(theme) {
    this.#chart?.destroy();
    this.theme = theme;
    this.#chart = new uPlot(this.#options(theme), [[], ...this.ids.flatMap(() => [[], [], []])], this.canvas);
    this.#chart.over.addEventListener('mouseenter', () => { this.pointed = true; });
    this.#chart.over.addEventListener('mouseleave', () => { this.pointed = false; this.#tell(); });
  }

  // Draws: `series` of each id, `times` of the steps, the span, the upper edge, the limit, what happened.
  draw(view) {
    this.#view = view;
    const columns = this.ids.map(id => view.series.get(id)?.at(view.times) ?? nothing(view.times));
    this.#chart.setData([view.times, ...columns.flatMap(({ min, mean, max }) => [mean, min, max])]);
    this.#say(view);
    this.#tell();
  }

  #resize() {
    const { width, height } = this.canvas.getBoundingClientRect();
    if (width && this.#chart && (this.#chart.width !== width || this.#chart.height !== height)) {
      this.#chart.setSize({ width, height });
    }
  }

  end() {
    this.#space.disconnect();
    this.#chart?.destroy();
    this.root.remove();
  }

  #options(theme) {
    const { width, height } = this.canvas.getBoundingClientRect();
    const { figure } = this;
    const axis = { stroke: theme.text, font: theme.font, ticks: { show: false } };
    const line = { stroke: theme.line, width: 1 };
    return {
      width: width || 300, height: height || 180, ms: 1, padding: [14, 18, 0, 0], legend: { show: false },
      cursor: {
        sync: { key: 'charts', setSeries: false, filters: { pub: pointing, sub: pointing } }, // a drag is for one
        drag: { x: true, y: false, setScale: false, dist: PICKED },
        bind: { dblclick: () => () => this.#told.reset() },
        points: { size: 7, width: 2, stroke: (u, i) => this.#colour(u, i), fill: (u, i) => isMean(i) ? theme.surface : 'transparent' },
      },
      scales: {
        x: { time: true, range: () => this.#view?.span ?? [0, 1] },
        y: { range: () => [0, this.#top()] },
      },
      axes: [
        { ...axis, grid: { show: false }, border: { show: true, stroke: theme.line, width: 1 }, size: 26, gap: 6, space: 70,
          values: (_, splits, __, ___, step) => labels(splits, step) },
        { ...axis, grid: line, size: this.small ? 52 : 58, gap: 6, space: this.small ? 30 : 34, incrs: figure.steps,
          values: (_, splits) => splits.map(value => brief(figure.write(value))) },
      ],
      series: [{}, ...this.ids.flatMap((_, i) => this.#series(i))],
      bands: this.ids.length > MOST_BANDS ? [] : this.ids.map((_, i) =>
        ({ series: [3 * i + 3, 3 * i + 2], fill: `${this.colours(i, theme)}${this.ids.length > 1 ? '22' : '38'}` })),
      hooks: {
        setSelect: [u => {
          const { left, width } = u.select;
          if (width >= PICKED) this.#told.zoom(u.posToVal(left, 'x'), u.posToVal(left + width, 'x'));
          u.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        }],
        setCursor: [() => this.#tell()],
        drawAxes: [u => this.#lines(u)],
        draw: [() => this.#signs()],
      },
    };
  }

  #series(i) {
    const colour = this.colours(i, this.theme);
    const silent = { stroke: 'transparent', width: 0, points: { show: false } };
    // a step that stands alone between gaps is a point
    return [{ stroke: colour, width: 1.5, points: { show: () => false, filter: alone, size: 3, fill: colour } }, silent, silent];
  }

  #colour(u, i) {
    return isMean(i) ? this.colours((i - 1) / 3, this.theme) : 'transparent';
  }

  #top() {
    const { top = 0, limit = 0 } = this.#view ?? {};
    const highest = limit && top >= limit * LIMIT_IN_SIGHT ? Math.max(top, limit) : top;
    return Math.max(this.figure.least, highest * ROOM);
  }

  // Lines below the figures: where something happened, and the limit.
  #lines(u) {
    const { ctx, bbox } = u;
    const ratio = devicePixelRatio;
    const { span: [from, to], events } = this.#view ?? { span: [0, 1], events: [] };
    this.#marks = clusters(worthy(events, this.ids).filter(event => event.at >= from && event.at <= to),
      at => (at - from) / (to - from) * bbox.width / ratio);
    ctx.save();
    ctx.lineWidth = ratio;
    for (const mark of this.#marks) {
      const x = Math.round(bbox.left + mark.x * ratio) + 0.5 * (ratio % 2);
      ctx.strokeStyle = this.theme[mark.kind];
      ctx.globalAlpha = 0.55;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
    const limit = this.#view?.limit;
    if (limit && limit <= this.#top()) {
      const y = Math.round(u.valToPos(limit, 'y', true)) + 0.5;
      ctx.globalAlpha = 1;
      ctx.strokeStyle = this.theme.warn;
      ctx.setLineDash([5 * ratio, 4 * ratio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  }

  // The newest figures beside the title, and in words for those who don't see the chart.
  #say({ series, limit, now, words }) {
    const { write } = this.figure;
    const values = this.ids.map(id => now.get(id) ?? null);
    const known = values.filter(value => value != null);
    this.note.textContent = [this.small ? '' : this.figure.of, limit ? `limit ${write(limit)}` : ''].filter(Boolean).join(' · ');
    this.now.textContent = this.ids.length > 1 ? `${write(known.length ? sum(known) : null)} together` : write(values[0]);
    this.ids.forEach((id, i) => {
      const item = this.legend.children[i] ?? this.legend.appendChild(this.#entry(id, i));
      put(item.lastChild, write(values[i]));
    });
    const tops = this.ids.map(id => series.get(id)?.top(this.#view.span[0]) ?? 0);
    this.canvas.setAttribute('aria-label', `${this.title} ${words}: now ${this.now.textContent}, at most ${write(Math.max(...tops))}`);
  }

  #entry(id, i) {
    const item = element('li');
    const swatch = element('i', 'swatch');
    swatch.style.color = this.colours(i, this.theme);
    item.append(swatch, element('span', 'of', this.#told.of(id)), element('span', 'value'));
    return item;
  }

  // The signs of what happened, above their lines.
  #signs() {
    const several = (this.#view?.ids.length ?? 0) > 1;
    const focused = [...this.signs.children].indexOf(document.activeElement);
    const key = this.#marks.map(mark => `${mark.events[0].at} ${mark.events.length}`).join();
    if (key === this.key && this.signs.children.length === this.#marks.length) {
      this.#marks.forEach((mark, i) => { this.signs.children[i].style.left = `${mark.x}px`; });
    } else {
      this.signs.replaceChildren(...this.#marks.map(mark => signOf(mark, { page: this.page, several, reachable: this.reachable })));
      if (focused >= 0) this.signs.children[Math.min(focused, this.#marks.length - 1)]?.focus();
      for (const [i, sign] of [...this.signs.children].entries()) {
        sign.onmouseenter = sign.onfocus = () => this.tip.happened(this.#marks[i], several, this.#inside);
        sign.onmouseleave = sign.onblur = () => this.#tell();
      }
    }
    this.key = key;
    Object.assign(this.signs.style, { left: `${this.#inside}px`, width: `${this.#chart.over.clientWidth}px` });
  }

  // Where the figures begin, within the frame.
  get #inside() {
    return this.#chart.over.getBoundingClientRect().left - this.frame.getBoundingClientRect().left;
  }

  #tell() {
    const u = this.#chart;
    const { idx, left } = u.cursor;
    if (!(this.pointed || this.canvas === document.activeElement) || idx == null || left < 0 || !this.#view?.times.length) {
      this.tip.hide();
      return;
    }
    const figures = this.ids.map((_, i) => ({ mean: u.data[3 * i + 1][idx], min: u.data[3 * i + 2][idx], max: u.data[3 * i + 3][idx] }));
    const mark = this.#marks.find(it => Math.abs(it.x - left) <= NEAR);
    this.tip.figures(this.#inside + left, u.data[0][idx], figures, mark, this.#view.ids.length > 1);
  }

  // The arrow keys move through time; the tooltip says it.
  #keys() {
    this.canvas.addEventListener('blur', () => { this.#chart.setCursor({ left: -10, top: -10 }); });
    this.canvas.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
      const u = this.#chart;
      if (by && u.data[0].length) {
        const last = u.data[0].length - 1;
        const i = u.cursor.idx == null ? last : Math.max(0, Math.min(last, u.cursor.idx + by));
        u.setCursor({ left: u.valToPos(u.data[0][i], 'x'), top: u.over.clientHeight / 2 });
      } else if (event.key === '+' || event.key === '=') this.#told.scale(0.5);
      else if (event.key === '-') this.#told.scale(2);
      else if (event.key === 'Escape') this.#told.reset();
      else return;
      event.preventDefault();
    });
  }
}

const pointing = type => type === 'mousemove' || type === 'mouseleave';

const isMean = i => i % 3 === 1;

const nothing = times => ({ min: times.map(() => null), mean: times.map(() => null), max: times.map(() => null) });

const sum = values => values.reduce((a, b) => a + b, 0);

// The steps that have no neighbour: without a point they would not be seen.
function alone(u, s, show) {
  const column = u.data[s];
  const gap = i => i < 0 || i >= column.length || column[i] === null; // what is undefined is joined
  return column.keys().filter(i => column[i] != null && gap(i - 1) && gap(i + 1)).toArray();
}
