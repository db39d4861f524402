// uPlot as its documentation uses it: title and legend are its own, subtitle and source stand in the page.
import uPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css';
import { GRID, INKS, MUTED, TEXT } from '../pages/look.js';
import { keysOf, patternOf } from '../pages/texture.js';

export const name = 'uPlot';
export const lacks = ['donut'];

export async function start() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

export function draw(host, picture) {
  const words = (text, size, into = host) => {
    const line = into.appendChild(document.createElement('div'));
    line.className = 'words';
    line.style.cssText = `color:${MUTED};font-size:${size}px`;
    line.textContent = text;
    return line;
  };
  const subtitle = words(picture.subtitle, 15);
  const plot = new uPlot(optionsOf(picture), dataOf(picture), host);
  host.prepend(plot.root.querySelector('.u-title') ?? '');
  const keys = keysOf(picture);
  if (keys.length > 0) {
    const legend = words('', 13);
    legend.className = 'keys';
    for (const [look, text] of keys) {
      const swatch = legend.appendChild(document.createElement('canvas'));
      Object.assign(swatch, { width: 16, height: 11 });
      fillBar(swatch.getContext('2d'), look, 0, 0, 16, 11);
      words(text, 13, legend);
    }
  }
  picture.notes?.forEach((note) => words(note, 12));
  const source = words(picture.source, 13);
  return {
    update(next) {
      host.querySelector('.u-title').textContent = next.title;
      next.series.forEach(({ name }, place) => {
        plot.root.querySelectorAll('.u-legend .u-label')[place + 1].textContent = name;
      });
      subtitle.textContent = next.subtitle;
      source.textContent = next.source;
      plot.setData(dataOf(next));
    },
    destroy() {
      plot.destroy();
      host.replaceChildren();
    },
  };
}

function dataOf({ kind, dates, categories, series }) {
  const across = kind === 'dense' ? dates.map((date) => Date.parse(date) / 1000) : categories.map((_, place) => place);
  return [across, ...series.map(({ values }) => values)];
}

function optionsOf(picture) {
  const { kind, title, width, height, categories, below, labelled = 1, series, looks, most } = picture;
  const fonts = getComputedStyle(document.body).fontFamily;
  const isBar = kind === 'bar';
  const inside = height - 130 - (looks ? 50 : 0);
  return {
    title,
    width,
    height: inside + 30,
    legend: { live: true },
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: kind === 'dense', range: kind === 'dense' ? undefined : (_, low, high) => [low - 0.5, high + 0.5] }, y: { range: (_, low, high) => [0, most ?? Math.ceil(high / 2) * 2] } },
    axes: [
      {
        font: `14px ${fonts}`,
        stroke: MUTED,
        grid: { show: false },
        ticks: { stroke: MUTED, size: 4 },
        ...(kind !== 'dense' && {
          splits: () => categories.map((_, place) => place),
          size: below ? 70 : 50,
          values: (_, splits) => splits.map((place) => (place % labelled === 0 ? [categories[place], ...(below?.[place] ?? [])].join('\n') : '')),
        }),
      },
      { font: `14px ${fonts}`, stroke: MUTED, grid: { stroke: GRID, width: 1 }, ticks: { show: false }, size: 30 },
    ],
    series: [
      { value: (_, place) => (place === null ? '' : (categories?.[place] ?? new Date(place * 1000).getFullYear())) },
      ...series.map(({ name }, which) => ({
        label: name,
        stroke: INKS[which],
        width: isBar ? 0 : 2.5,
        fill: isBar ? INKS[which] : undefined,
        paths: isBar && !looks ? uPlot.paths.bars({ size: [0.62] }) : looks ? () => null : undefined,
        points: { show: kind === 'line', size: 9, fill: INKS[which] },
      })),
    ],
    hooks: isBar ? { draw: [(plot) => looks && bars(plot, looks), (plot) => values(plot, fonts, series[0].texts)] } : {},
  };
}

/** Its own bars are all of one fill. */
function bars(plot, looks) {
  const { ctx } = plot;
  const wide = 96 * devicePixelRatio;
  const foot = plot.valToPos(0, 'y', true);
  plot.data[1].forEach((value, place) => {
    const top = plot.valToPos(value, 'y', true);
    fillBar(ctx, looks[place], plot.valToPos(place, 'x', true) - wide / 2, top, wide, foot - top);
  });
}

function fillBar(context, look, left, top, wide, high) {
  context.save();
  context.fillStyle = patternOf(look, INKS[0]);
  context.fillRect(left, top, wide, high);
  context.strokeStyle = INKS[0];
  context.lineWidth = 2;
  if (look.startsWith('estimated')) context.setLineDash([5, 3]);
  context.strokeRect(left + 1, top + 1, wide - 2, high - 2);
  context.restore();
}

function values(plot, fonts, texts) {
  const { ctx } = plot;
  ctx.save();
  ctx.font = `600 ${16 * devicePixelRatio}px ${fonts}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = TEXT;
  plot.data[1].forEach((value, place) => {
    ctx.fillText(texts[place], plot.valToPos(place, 'x', true), plot.valToPos(value, 'y', true) - 6 * devicePixelRatio);
  });
  ctx.restore();
}
