// Chart.js with those of its parts that these pictures need.
import { ArcElement, BarController, BarElement, CategoryScale, Chart, Decimation, DoughnutController, Legend, LinearScale, LineController, LineElement, PointElement, SubTitle, Title, Tooltip } from 'chart.js';
import { GRID, INKS, MUTED, TEXT } from '../pages/look.js';
import { keysOf, patternOf } from '../pages/texture.js';

export const name = 'Chart.js';

export async function start() {
  Chart.register(ArcElement, BarController, BarElement, CategoryScale, Decimation, DoughnutController, Legend, LinearScale, LineController, LineElement, PointElement, SubTitle, Title, Tooltip);
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 14;
  Chart.defaults.color = MUTED;
  Chart.defaults.animation = false;
}

export function draw(host, picture) {
  const canvas = host.appendChild(document.createElement('canvas'));
  const height = picture.height - 20 - 20 * (picture.notes?.length ?? 0);
  canvas.style.cssText = `width:${picture.width}px;height:${height}px`;
  canvas.width = picture.width;
  canvas.height = height;
  const words = (text) => {
    const line = host.appendChild(document.createElement('div'));
    line.className = 'words';
    line.style.cssText = `color:${MUTED};font-size:13px`;
    line.textContent = text;
    return line;
  };
  picture.notes?.forEach(words);
  const source = words(picture.source);
  const chart = new Chart(canvas, { type: TYPES[picture.kind], data: dataOf(picture), options: optionsOf(picture), plugins: pluginsOf(picture) });
  return {
    update(next) {
      chart.data = dataOf(next);
      chart.options = optionsOf(next);
      source.textContent = next.source;
      chart.update('none');
    },
    destroy() {
      chart.destroy();
      host.replaceChildren();
    },
  };
}

const TYPES = { line: 'line', dense: 'line', bar: 'bar', donut: 'doughnut' };

function dataOf({ kind, categories, below, dates, series, parts, looks }) {
  if (kind === 'donut') {
    const data = parts.map(({ value }) => value);
    return { labels: parts.map(({ name, value }) => `${name}: ${value}%`), datasets: [{ data, backgroundColor: INKS, borderColor: '#fff' }] };
  }
  const look = (which) => ({
    borderColor: INKS[which],
    backgroundColor: INKS[which],
    borderWidth: kind !== 'bar' ? 2.5 : looks ? 2 : 0,
    ...(looks && { backgroundColor: looks.map((look) => patternOf(look, INKS[which])) }),
    pointRadius: kind === 'line' ? 4.5 : 0,
    pointStyle: which ? 'rect' : 'circle',
    categoryPercentage: 0.775,
    barPercentage: 0.8,
  });
  if (kind === 'dense') {
    const [{ name, values }] = series;
    return { datasets: [{ ...look(0), label: name, parsing: false, data: values.map((y, place) => ({ x: Date.parse(dates[place]) / 86_400_000, y })) }] };
  }
  const labels = below ? categories.map((category, place) => [category, ...below[place]]) : categories;
  return { labels, datasets: series.map(({ name, values }, which) => ({ label: name, data: values, ...look(which) })) };
}

function optionsOf({ kind, title, subtitle, labelled = 1, series, looks, legend, most }) {
  const plugins = {
    title: { display: true, text: title, align: 'start', color: TEXT, font: { size: 22, weight: 600 }, padding: 0 },
    subtitle: { display: true, text: subtitle, align: 'start', font: { size: 15 }, padding: { bottom: 8 } },
    legend: looks
      ? { position: 'bottom', align: 'start', labels: { boxWidth: 16, boxHeight: 11, font: { size: 13 }, generateLabels: () => keysOf({ looks, legend }).map(([look, text]) => ({ text, fillStyle: patternOf(look, INKS[0]), strokeStyle: INKS[0], lineWidth: 2, fontColor: MUTED })) } }
      : { display: kind === 'donut' || series?.length > 1, position: 'right', labels: { color: TEXT, usePointStyle: true } },
    decimation: { enabled: kind === 'dense', algorithm: 'min-max' },
  };
  const options = { responsive: false, plugins, interaction: { mode: 'index', intersect: false } };
  if (kind === 'donut') return { ...options, cutout: '64%' };
  const x = {
    line: { grid: { drawOnChartArea: false }, ticks: { callback: every(labelled) } },
    bar: { grid: { display: false }, ticks: { color: TEXT } },
    dense: { type: 'linear', grid: { drawOnChartArea: false }, ticks: { callback: (day) => new Date(day * 86_400_000).getFullYear() } },
  }[kind];
  return { ...options, scales: { x, y: { beginAtZero: true, max: most, grid: { color: GRID }, border: { display: false }, ticks: { maxTicksLimit: 5 } } } };
}

function every(labelled) {
  return function label(place) {
    return place % labelled === 0 ? this.getLabelForValue(place) : '';
  };
}

function pluginsOf({ kind, whole, series }) {
  if (kind === 'bar') return [{ id: 'values', afterDatasetsDraw: (chart) => values(chart, series[0].texts) }];
  if (kind !== 'donut') return [];
  return [{ id: 'whole', afterDatasetsDraw: (chart) => centre(chart, whole) }];
}

function values(chart, texts) {
  const { ctx } = chart;
  const bars = chart.getDatasetMeta(0).data;
  write(ctx, () => bars.forEach(({ x, y }, place) => ctx.fillText(texts[place], x, y - 6)));
}

function centre(chart, whole) {
  const { x, y } = chart.getDatasetMeta(0).data[0];
  write(chart.ctx, () => {
    chart.ctx.fillText(whole[1], x, y + 28);
    chart.ctx.font = chart.ctx.font.replace('16px', '36px');
    chart.ctx.fillText(whole[0], x, y + 4);
  });
}

function write(ctx, work) {
  ctx.save();
  ctx.font = `600 16px ${Chart.defaults.font.family}`;
  ctx.textAlign = 'center';
  ctx.fillStyle = TEXT;
  work();
  ctx.restore();
}
