// A tile of hatching, for libraries that fill shapes with a pattern.
const SIZE = 8;

/** What a bar of some look is filled with: its ink, or a canvas to be repeated. */
export function fillOf(look, ink) {
  if (look === undefined || look === 'full') return ink;
  const tile = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  if (look === 'target') return tile;
  const context = tile.getContext('2d');
  context.globalAlpha = 0.1;
  context.fillStyle = ink;
  context.fillRect(0, 0, SIZE, SIZE);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 1.3;
  if (look.startsWith('estimated')) context.setLineDash([3, 2.66]);
  context.beginPath();
  for (const shift of [-SIZE, 0, SIZE]) {
    context.moveTo(shift - 2, SIZE + 2);
    context.lineTo(shift + SIZE + 2, -2);
  }
  context.stroke();
  return tile;
}

/** The same for those who take what a canvas is filled with. */
export function patternOf(look, ink) {
  const fill = fillOf(look, ink);
  return typeof fill === 'string' ? fill : document.createElement('canvas').getContext('2d').createPattern(fill, 'repeat');
}

/** What is said in a legend, in the order of the chart. */
export function keysOf({ looks, legend }) {
  return Object.entries(legend ?? {}).filter(([look]) => looks.includes(look));
}
