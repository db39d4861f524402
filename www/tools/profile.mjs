// Asks an instrumented module for everything that a usual page asks for, and keeps which stretches of its code ran:
// `node tools/profile.mjs <folder> <start> <texts> <end>`. The folder has the glue, the module and its instrumented twin;
// the others say where the profile is in the memory, and its part that is about texts. What is usual is derived from the
// dataset and the gallery.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const [start, texts, end] = process.argv.slice(3).map(Number);
const built = pathToFileURL(`${folder}/`);

/** What a drawing of a usual kind turns out to be; the others load the rest of the module. */
const USUAL = ['bar', 'line', 'kpi'];
const WIDTHS = [200, 240, 320, 400, 480, 640, 800, 960, 1280];

/** A canvas's context that paints nothing and measures as a plain font would. */
class Context {
  measureText(text) {
    const widths = Array.from(text, (character) => (character.codePointAt(0) > 0x2e7f ? 13 : 6.5));
    return { width: widths.reduce((sum, width) => sum + width, 0) };
  }
}
const PAINTING = 'arc beginPath clearRect closePath fill fillText lineTo moveTo resetTransform scale stroke';
for (const method of PAINTING.split(' ')) Context.prototype[method] = () => undefined;
globalThis.CanvasRenderingContext2D = Context;

const [whole, noted] = await Promise.all(
  ['zonestat_bg.wasm', 'instrumented.wasm'].map(async (file) => {
    const glue = await import(new URL(`zonestat.js?${file}`, built).href);
    const exports = await glue.default({ module_or_path: readFileSync(new URL(file, built)) });
    return { glue, exports };
  }),
);

const usualEnv = {
  lang: 'en',
  width: 480,
  height: 0,
  dpr: 2,
  fontFamily: 'sans-serif',
  theme: 'light',
  tokens: {},
  contrast: false,
  forced: false,
  print: false,
  hidden: '',
  dataset: 0,
  still: false,
};

/** What is drawn, or undefined where that is refused. */
function drawn({ glue }, [what, spec], env) {
  const context = new Context();
  const canvas = { width: 300, height: 150, getContext: () => context };
  try {
    return JSON.parse(glue.render(canvas, what, spec, { ...usualEnv, ...env }));
  } catch (thrown) {
    if (typeof thrown.code !== 'string') throw thrown;
    return undefined;
  }
}

const observations = JSON.parse(whole.glue.query('observations', {}, 0));
const gallery = JSON.parse(readFileSync(new URL('../site/cases.json', import.meta.url), 'utf8')).map(
  ({ tag, attributes }) => [tag.replace('zone-', ''), attributes],
);
const pairs = new Map(observations.map(({ indicator, entity }) => [`${indicator} ${entity}`, { indicator, entity }]));
const every = [...pairs.values()].flatMap((pair) => [
  ['card', pair],
  ['chart', pair],
  ['chart', { ...pair, kind: 'bar' }],
  ['chart', { ...pair, kind: 'line' }],
]);
const isUsual = (request) => USUAL.includes(drawn(whole, request, {})?.kind);

// The first text that is asked for has the library look for all of them.
const { memory } = noted.exports;
noted.glue.messages('en');
new Uint8Array(memory.buffer, texts, end - texts).fill(0);

for (const lang of ['en', 'zh']) {
  noted.glue.messages(lang);
  for (const request of gallery.filter(isUsual)) {
    for (const width of WIDTHS) drawn(noted, request, { lang, width });
    const { legend } = drawn(noted, request, { lang });
    const states = [
      { theme: 'dark', tokens: { '--zone-text': 'rgb(1, 2, 3)', '--zone-grid': '#abc' } },
      { contrast: true },
      { contrast: true, theme: 'dark' },
      { print: true },
      { forced: true, still: true, dpr: 1.25 },
      { height: 160, dpr: 1 },
      { height: 640, dpr: 3 },
      ...legend.map(({ id }) => ({ hidden: id })),
    ];
    for (const state of states) drawn(noted, request, { lang, ...state });
  }
  for (const request of every.filter(isUsual)) {
    for (const width of [240, 480, 960]) drawn(noted, request, { lang, width });
  }
  for (const [, spec] of gallery) {
    for (const what of ['table', 'sources']) {
      try {
        const { table } = JSON.parse(noted.glue.compose(what, spec, { ...usualEnv, lang }));
        noted.glue.ranks(table.rows.map((row) => row.observations[0]).join(' '), 0);
      } catch (thrown) {
        if (typeof thrown.code !== 'string') throw thrown;
      }
    }
  }
}
noted.glue.version();
noted.glue.forget_fonts();

writeFileSync(new URL('profile', built), new Uint8Array(memory.buffer, start, end - start));
