// The tooltip of a chart: the figures of a time, and what happened then.
import { element } from './elements.js';
import { lines } from './marks.js';
import { time } from './times.js';

const BESIDE = 14; // pixels between the time and the tooltip

export class Tip {
  // `write`: how a figure is written; `of(i)`: how the i-th process is called; `colour(i)`: its colour.
  constructor(frame, { write, of, colour }) {
    Object.assign(this, { frame, write, of, colour });
    this.root = element('div', 'tip');
    this.root.hidden = true;
    frame.append(this.root);
  }

  hide() {
    this.root.hidden = true;
  }

  // The figures of each process at a time, and the mark that is there.
  figures(x, at, figures, mark, several) {
    this.#show(x, [element('p', 'when', time(at)), ...figures.map((it, i) => this.#row(it, i, figures.length)), ...told(mark, several)]);
  }

  happened(mark, several, inside) {
    this.#show(inside + mark.x, told(mark, several));
  }

  #row({ mean, min, max }, i, count) {
    const row = element('p', 'row');
    if (count > 1) {
      const swatch = element('i', 'swatch');
      swatch.style.color = this.colour(i);
      row.append(swatch, element('span', 'of', this.of(i)));
    }
    row.append(element('b', '', mean == null ? 'not known' : this.write(mean)));
    if (mean != null && max - min > 0) row.append(element('span', 'soft', `${this.write(min)} to ${this.write(max)}`));
    return row;
  }

  // Beside `x`, on the side where there is room.
  #show(x, content) {
    this.root.replaceChildren(...content);
    this.root.hidden = false;
    const room = this.frame.offsetWidth;
    const width = this.root.offsetWidth;
    const left = x + BESIDE + width <= room ? x + BESIDE : x - BESIDE - width;
    this.root.style.left = `${Math.max(0, Math.min(left, room - width))}px`;
  }
}

function told(mark, several) {
  return mark ? lines(mark, several).map(({ kind, text }) => element('p', `happened ${kind}`, text)) : [];
}
