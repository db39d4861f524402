// The custom properties with the colours that the library itself gives them, read from its source.
import { escape, pair } from './bilingual.mjs';

const TOKENS = {
  ground: ['The surface that everything stands on', '一切所在的底色'],
  text: ['Titles, values, axis lines', '标题、数值、轴线'],
  muted: ['Subtitles, labels, sources', '副标题、标签、来源'],
  grid: ['Grid lines and rules', '网格线与分隔线'],
  focus: ['The ring around a mark that has the focus', '焦点所在图形的外框'],
  warning: ['What must not be overlooked: refusals, conflicts', '不可忽视之处：拒绝绘制、数据冲突'],
  up: ['Growth; without it growth is written in the text’s colour', '增长；不设则与文字同色'],
  down: ['Decline; likewise', '下降；同上'],
  'series-1': ['The first series', '第一组数据'],
  'series-2': ['The second', '第二组'],
  'series-3': ['The third', '第三组'],
  'series-4': ['The fourth', '第四组'],
  'series-5': ['The fifth', '第五组'],
  'series-6': ['The sixth', '第六组'],
};

/** `theme` is the text of src/theme.rs. */
export function tokenParts(theme) {
  const light = coloursOf(theme, 'light');
  const dark = coloursOf(theme, 'dark');
  const missing = Object.keys({ ...light, ...dark }).filter((name) => !TOKENS[name]);
  if (missing.length > 0) throw new Error(`tokens without a description: ${missing.join(' ')}`);
  return {
    /** A row a token: its name, its two colours, and a control that changes it. */
    tokens: () =>
      Object.entries(TOKENS)
        .map(([name, [en, zh]]) => {
          const swatch = (colour) => (colour ? `<span class="own"><span class="swatch" data-colour="${colour}"></span><code>${colour}</code></span>` : `<span class="own">${pair('none', '无')}</span>`);
          return `<tr data-token="--zone-${name}">
<th scope="row"><code>--zone-${name}</code><span class="what">${pair(escape(en), escape(zh))}</span></th>
<td>${swatch(light[name])}${swatch(dark[name])}</td>
<td><input type="color" aria-label="--zone-${name}" data-light="${light[name] ?? light.text}" data-dark="${dark[name] ?? dark.text}" value="${light[name] ?? light.text}"></td>
</tr>`;
        })
        .join('\n'),
  };
}

/** `ground: Rgb(255, 255, 255)` and the list of series of one constructor, as hexadecimal text by token. */
function coloursOf(theme, constructor) {
  const body = theme.slice(theme.indexOf(`pub const fn ${constructor}()`));
  const block = body.slice(0, body.indexOf('\n    }\n'));
  const colours = {};
  for (const [, name, red, green, blue] of block.matchAll(/(\w+): Rgb\((\d+), (\d+), (\d+)\)/g)) colours[name] = hex(red, green, blue);
  const series = block.slice(block.indexOf('series: ['));
  [...series.matchAll(/Rgb\((\d+), (\d+), (\d+)\)/g)].forEach(([, ...channels], index) => {
    colours[`series-${index + 1}`] = hex(...channels);
  });
  if (Object.keys(colours).length < 12) throw new Error(`src/theme.rs does not say the colours of ${constructor} as expected`);
  return colours;
}

const hex = (...channels) => `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
