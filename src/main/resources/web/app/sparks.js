// The small lines beside figures. They are of the past, so that of the newest point need not be drawn each second.
const REDRAWN = 4; // ticks

let turn = 0;

export class Spark {
  #past;
  #line;
  #area;
  #atLeast;
  #room;
  #turn = turn++ % REDRAWN; // not all at the same tick
  #drawn = '';

  // `room`: above the highest point.
  constructor(svg, past, atLeast, room) {
    this.#past = past;
    [this.#area, this.#line] = svg.children;
    this.#atLeast = atLeast;
    this.#room = room;
  }

  // With each tick.
  tick(number) {
    if (number % REDRAWN === this.#turn) this.draw();
  }

  draw() {
    const { line, area } = this.#past.drawing(this.#atLeast(), this.#room);
    if (line === this.#drawn) return;
    this.#drawn = line;
    this.#line.setAttribute('d', line);
    this.#area.setAttribute('d', area);
  }
}

// The least value at the upper edge, and the room above the highest point: memory is looked at for its slope.
export const scaleOf = of => of === 'cpu' ? [() => 5, 1.1] : [() => 1, 1.6];
