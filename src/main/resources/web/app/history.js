// The last minute of each figure, as long as this page is open. Outlives the rows, which come and go.
const LENGTH = 60;

export class History {
  #series = new Map();

  add(key, value) {
    const points = this.#series.get(key) ?? [];
    points.push(value ?? null);
    if (points.length > LENGTH) points.shift();
    this.#series.set(key, points);
  }

  // Forgets what is no longer told of.
  keep(keys) {
    for (const key of this.#series.keys()) if (!keys.has(key)) this.#series.delete(key);
  }

  // The lines of a drawing of 60 by 20 units, the newest point at its right edge. A value that wasn't known is a gap.
  // `atLeast` is the least value of the upper edge, so that next to nothing doesn't look like a mountain.
  drawing(key, atLeast, room) {
    const points = this.#series.get(key) ?? [];
    const top = Math.max(atLeast, ...points) * room;
    const left = LENGTH - points.length + 1;
    let line = '';
    let area = '';
    let begun = -1;
    points.forEach((value, i) => {
      if (value === null) {
        if (begun >= 0) area += `V20H${begun}Z`;
        begun = -1;
        return;
      }
      const at = `${left + i} ${(20 - value / top * 20).toFixed(1)}`;
      line += `${begun < 0 ? 'M' : 'L'}${at}`;
      area += `${begun < 0 ? 'M' : 'L'}${at}`;
      if (begun < 0) begun = left + i;
    });
    if (begun >= 0) area += `V20H${begun}Z`;
    return { line, area };
  }
}
