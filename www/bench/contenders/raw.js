// By hand: a canvas, and no more code than these pictures need.
import { GRID, INKS, MUTED, TEXT } from '../pages/look.js';

const FONT = '"Source Sans 3", system-ui, sans-serif';
const family = () => getComputedStyle(document.body).fontFamily || FONT;

export const name = 'raw canvas';
export const start = async () => undefined;

export function draw(host, picture) {
  const canvas = host.appendChild(document.createElement('canvas'));
  const tip = host.appendChild(document.createElement('div'));
  tip.className = 'tip';
  tip.hidden = true;
  const chart = {
    picture,
    paint(hovered = -1) {
      paint(canvas, chart.picture, hovered);
    },
    update(next) {
      chart.picture = next;
      chart.paint();
    },
    destroy: () => host.replaceChildren(),
  };
  canvas.addEventListener('pointermove', (event) => point(chart, tip, event));
  chart.paint();
  return chart;
}

function point(chart, tip, { offsetX }) {
  const { picture } = chart;
  const { left, right } = picture.plot;
  const labels = picture.categories ?? picture.dates;
  const at = Math.round(((offsetX - left) / (right - left)) * labels.length - 0.5);
  const index = Math.min(labels.length - 1, Math.max(0, at));
  tip.hidden = false;
  tip.textContent = `${labels[index]}: ${picture.series.map(({ name, values, texts }) => `${name} ${texts?.[index] ?? values[index].toFixed(2)}`).join(', ')}`;
  tip.style.left = `${offsetX}px`;
  chart.paint(index);
}

function paint(canvas, picture, hovered) {
  const ratio = devicePixelRatio;
  const [width, height] = [picture.width * ratio, picture.height * ratio];
  const context = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${picture.width}px`;
    canvas.style.height = `${picture.height}px`;
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
  }
  context.scale(ratio, ratio);
  const text = writer(context, family());
  text(picture.title, 0, 20, TEXT, '600 22px');
  text(picture.subtitle, 0, 42, MUTED, '400 15px');
  text(picture.source, 0, picture.height - 5, MUTED, '400 13px');
  ({ line: paintLine, dense: paintDense, bar: paintBars, donut: paintDonut })[picture.kind](context, text, picture, hovered);
}

const writer = (context, fonts) => (words, x, y, colour, font, align = 'left') => {
  context.font = `${font} ${fonts}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(words, x, y);
};

/** Rules with their labels; gives the height of a value. */
function scale(context, text, { plot, series, most = 0 }) {
  for (const { values } of series) for (const value of values) most = Math.max(most, value);
  const step = [1, 2, 5, 10, 20].find((step) => most / step <= 4);
  const top = Math.ceil(most / step) * step;
  const level = (value) => plot.bottom - (value / top) * (plot.bottom - plot.top);
  for (let tick = 0; tick <= top; tick += step) {
    context.fillStyle = tick ? GRID : TEXT;
    context.fillRect(0, Math.round(level(tick)), plot.right, 1);
    if (tick) text(String(tick), 0, level(tick) - 4, MUTED, '400 14px');
  }
  return level;
}

function trace(context, places, colour) {
  context.strokeStyle = colour;
  context.lineWidth = 2.5;
  context.beginPath();
  places.forEach(([x, y], place) => (place ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.stroke();
}

function paintLine(context, text, picture, hovered) {
  const { plot, categories, series, labelled } = picture;
  const level = scale(context, text, picture);
  const pitch = (plot.right - plot.left) / categories.length;
  const x = (place) => plot.left + (place + 0.5) * pitch;
  context.fillStyle = MUTED;
  for (let edge = 0; edge <= categories.length; edge += 1) context.fillRect(Math.round(plot.left + edge * pitch), plot.bottom, 1, 4);
  categories.forEach((category, place) => {
    if (place % labelled === 0) text(category, x(place), plot.bottom + 18, MUTED, '400 14px', 'center');
  });
  series.forEach(({ name, values }, which) => {
    trace(context, values.map((value, place) => [x(place), level(value)]), INKS[which]);
    const dot = (cx, cy) => {
      context.beginPath();
      if (which) context.rect(cx - 4, cy - 4, 8, 8);
      else context.arc(cx, cy, 4.5, 0, 7);
      context.fill();
    };
    context.fillStyle = INKS[which];
    values.forEach((value, place) => dot(x(place), level(value)));
    const end = level(values.at(-1));
    dot(plot.right + 18, end);
    text(name, plot.right + 28, end + 5, TEXT, '600 14px');
    if (hovered >= 0) ring(context, x(hovered) - 7, level(values[hovered]) - 7, 14, 14);
  });
}

/** Each column of pixels from its lowest value to its highest. */
function paintDense(context, text, picture, hovered) {
  const { plot, dates, series } = picture;
  const level = scale(context, text, picture);
  const [{ values }] = series;
  const pitch = (plot.right - plot.left) / values.length;
  let year = '';
  dates.forEach((date, place) => {
    if (date.slice(0, 4) === year) return;
    year = date.slice(0, 4);
    if (year % 2 === 0) text(year, plot.left + place * pitch, plot.bottom + 18, MUTED, '400 14px', 'center');
  });
  const places = [];
  for (let from = 0; from < values.length; ) {
    const column = Math.floor(from * pitch);
    let [low, high] = [Infinity, -Infinity];
    for (; from < values.length && Math.floor(from * pitch) === column; from += 1) {
      low = Math.min(low, values[from]);
      high = Math.max(high, values[from]);
    }
    places.push([plot.left + column, level(low)], [plot.left + column, level(high)]);
  }
  trace(context, places, INKS[0]);
  if (hovered >= 0) ring(context, plot.left + hovered * pitch - 4, level(values[hovered]) - 4, 8, 8);
}

function paintBars(context, text, picture, hovered) {
  const { plot, categories, below = [], series, looks = [], legend = {}, notes = [], height } = picture;
  const level = scale(context, text, picture);
  const pitch = (plot.right - plot.left) / categories.length;
  const [{ values, texts }] = series;
  const wide = Math.round(Math.min(0.62 * pitch, 96));
  categories.forEach((category, place) => {
    const middle = plot.left + (place + 0.5) * pitch;
    const left = Math.round(middle - wide / 2);
    const top = Math.round(level(values[place]));
    paintBar(context, left, top, wide, plot.bottom - top, looks[place]);
    text(texts[place], middle, top - 6, TEXT, '600 16px', 'center');
    text(category, middle, plot.bottom + 20, TEXT, '600 14px', 'center');
    below[place]?.forEach((line, row) => text(line, middle, plot.bottom + 38 + 18 * row, MUTED, '400 13px', 'center'));
    if (place === hovered) ring(context, left - 2, top - 2, wide + 4, plot.bottom - top + 4);
  });
  let x = 0;
  for (const [look, words] of Object.entries(legend)) {
    paintBar(context, x, height - 62, 16, 11, look);
    text(words, x + 23, height - 52, MUTED, '400 13px');
    x += 39 + context.measureText(words).width;
  }
  notes.forEach((note, row) => text(note, 0, height - 25 - 18 * row, MUTED, '400 12px'));
}

/** A bar in the look that says what its figure is. */
function paintBar(context, left, top, wide, high, look = 'full') {
  context.fillStyle = INKS[0];
  if (look === 'full') return context.fillRect(left, top, wide, high);
  context.save();
  context.strokeStyle = INKS[0];
  const estimated = look.startsWith('estimated');
  if (look.endsWith('part')) {
    context.globalAlpha = 0.1;
    context.fillRect(left, top, wide, high);
    context.globalAlpha = 1;
    context.beginPath();
    context.rect(left, top, wide, high);
    context.clip();
    context.beginPath();
    for (let at = 4; at < wide + high; at += 8) {
      context.moveTo(left + at - high, top + high);
      context.lineTo(left + at, top);
    }
    context.lineWidth = 1.3;
    if (estimated) context.setLineDash([3, 2.5]);
    context.stroke();
    context.restore();
    context.save();
    context.strokeStyle = INKS[0];
  }
  if (estimated) context.setLineDash([5, 3]);
  context.lineWidth = 2;
  context.strokeRect(left + 1, top + 1, wide - 2, high - 2);
  context.restore();
}

function paintDonut(context, text, { parts, whole }) {
  let angle = -Math.PI / 2;
  parts.forEach(({ name, value }, which) => {
    const next = angle + (value / 100) * 2 * Math.PI;
    context.beginPath();
    context.arc(110, 170, 110, angle, next);
    context.arc(110, 170, 70, next, angle, true);
    context.closePath();
    context.fillStyle = INKS[which];
    context.fill();
    context.strokeStyle = '#fff';
    context.lineWidth = 2;
    context.stroke();
    angle = next;
    const y = 115 + which * 49;
    context.fillStyle = INKS[which];
    context.fillRect(246, y - 10, 16, 12);
    text(name, 270, y, TEXT, '600 15px');
    text(`${value}%`, 270, y + 20, TEXT, '600 16px');
    context.fillStyle = GRID;
    if (which) context.fillRect(246, y - 20, 394, 1);
  });
  text(whole[0], 110, 173, TEXT, '600 36px', 'center');
  text(whole[1], 110, 198, MUTED, '400 14px', 'center');
}

function ring(context, x, y, width, height) {
  context.strokeStyle = TEXT;
  context.lineWidth = 1.5;
  context.strokeRect(x, y, width, height);
}
