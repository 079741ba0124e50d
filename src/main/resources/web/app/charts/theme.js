// The colours of the style sheet, for what is drawn on a canvas.
const dark = matchMedia('(prefers-color-scheme: dark)');
const COLOURS = 8;

export function tokens() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue(`--${name}`).trim();
  return {
    text: of('soft'), line: of('line'), strong: of('line-strong'), accent: of('accent'), surface: of('surface'),
    bad: of('bad-dot'), warn: of('warn-dot'), calm: of('idle-dot'),
    font: `11px ${of('font')}`,
    colours: Array.from({ length: COLOURS }, (_, i) => of(`chart-${i + 1}`)),
  };
}

export const changed = told => dark.addEventListener('change', told);
