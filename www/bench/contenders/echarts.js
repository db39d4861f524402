// ECharts with those of its parts that these pictures need, on its canvas.
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { GRID, INKS, MUTED, TEXT } from '../pages/look.js';
import { fillOf, keysOf } from '../pages/texture.js';

export const name = 'ECharts';

let fonts = '';

export async function start() {
  use([BarChart, LineChart, PieChart, GraphicComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, CanvasRenderer]);
  fonts = getComputedStyle(document.body).fontFamily;
}

export function draw(host, picture) {
  const chart = init(host.appendChild(document.createElement('div')), null, { width: picture.width, height: picture.height });
  // `lazyUpdate: false` draws in the call; ECharts' own timer would only put it off.
  const set = (next) => {
    chart.setOption(optionOf(next), { notMerge: true });
    chart.getZr().flush();
  };
  set(picture);
  return {
    update: set,
    destroy() {
      chart.dispose();
      host.replaceChildren();
    },
  };
}

function optionOf(picture) {
  const { kind, title, subtitle, source, width, height, plot, looks, notes = [], most } = picture;
  const option = {
    animation: false,
    color: INKS,
    textStyle: { fontFamily: fonts, fontSize: 14 },
    title: { text: title, subtext: subtitle, left: 0, top: 0, padding: 0, itemGap: 6, textStyle: { fontSize: 22, fontWeight: 600, color: TEXT }, subtextStyle: { fontSize: 15, color: MUTED } },
    graphic: [source, ...notes].map((text, row) => ({ type: 'text', left: 0, bottom: 2 + 20 * row, style: { text, fill: MUTED, font: `13px ${fonts}` } })),
    tooltip: { trigger: kind === 'donut' ? 'item' : 'axis', confine: true },
  };
  if (kind === 'donut') return { ...option, ...donut(picture) };
  const y = { type: 'value', min: 0, max: most, splitNumber: 3, axisLabel: { color: MUTED, fontSize: 14 }, splitLine: { lineStyle: { color: GRID } } };
  return {
    ...option,
    grid: { left: plot.left, right: width - plot.right, top: plot.top, bottom: height - plot.bottom, outerBoundsMode: 'none' },
    xAxis: across(picture),
    yAxis: y,
    ...(looks
      ? textured(picture)
      : { series: picture.series.map((series, which) => one(picture, series, which)) }),
  };
}

function across({ kind, categories, below, labelled = 1, dates }) {
  if (kind === 'dense') return { type: 'time', min: dates[0], max: dates.at(-1), axisLabel: { color: MUTED, fontSize: 14, formatter: '{yyyy}', hideOverlap: true }, axisLine: { lineStyle: { color: TEXT } } };
  return {
    type: 'category',
    data: below ? categories.map((category, place) => [`{year|${category}}`, ...below[place]].join('\n')) : categories,
    axisLine: { lineStyle: { color: TEXT } },
    axisTick: { show: kind === 'line', interval: 0 },
    axisLabel: { interval: labelled - 1, fontSize: 14, color: kind === 'bar' ? TEXT : MUTED, ...(below ? { color: MUTED, fontSize: 13, lineHeight: 18, rich: { year: { fontSize: 14, fontWeight: 600, color: TEXT } } } : { fontWeight: kind === 'bar' ? 600 : 400 }) },
  };
}

/** A series a look, so that each has its key in the legend. */
function textured({ looks, legend, series: [{ values, texts }] }) {
  const keys = keysOf({ looks, legend });
  const series = keys.map(([look, name]) => {
    const fill = fillOf(look, INKS[0]);
    const color = typeof fill === 'string' ? fill : { image: fill, repeat: 'repeat' };
    return {
      name,
      type: 'bar',
      data: values.map((value, place) => (looks[place] === look ? value : '-')),
      barWidth: 96,
      barGap: '-100%',
      itemStyle: { color, borderColor: INKS[0], borderWidth: 2, borderType: look.startsWith('estimated') ? 'dashed' : 'solid' },
      label: { show: true, position: 'top', color: TEXT, fontSize: 16, fontWeight: 600, formatter: ({ dataIndex }) => texts[dataIndex] },
    };
  });
  return { series, legend: { left: 0, bottom: 40, itemWidth: 16, itemHeight: 11, textStyle: { color: MUTED, fontSize: 13 } } };
}

function one({ kind, dates }, { name, values, texts }, which) {
  if (kind === 'bar') return { name, type: 'bar', data: values, barWidth: '62%', label: { show: true, position: 'top', color: TEXT, fontSize: 16, fontWeight: 600, formatter: ({ dataIndex }) => texts[dataIndex] } };
  if (kind === 'dense') return { name, type: 'line', data: values.map((value, place) => [dates[place], value]), showSymbol: false, sampling: 'lttb', lineStyle: { width: 2.5 } };
  return { name, type: 'line', data: values, symbol: which ? 'rect' : 'circle', symbolSize: 9, showAllSymbol: true, lineStyle: { width: 2.5 }, endLabel: { show: true, formatter: '{a}', color: TEXT, fontWeight: 600, fontSize: 14 } };
}

function donut({ parts, whole }) {
  const data = parts.map(({ name, value }) => ({ name, value }));
  return {
    legend: { orient: 'vertical', left: 246, top: 110, itemGap: 24, icon: 'rect', textStyle: { color: TEXT, fontSize: 15, fontWeight: 600 }, formatter: (name) => `${name}\n${data.find((part) => part.name === name).value}%` },
    series: [{ type: 'pie', data, center: [110, 170], radius: [70, 110], label: { show: true, position: 'center', formatter: `{a|${whole[0]}}\n${whole[1]}`, rich: { a: { fontSize: 36, fontWeight: 600, color: TEXT } }, color: MUTED }, itemStyle: { borderColor: '#fff', borderWidth: 2 } }],
  };
}
