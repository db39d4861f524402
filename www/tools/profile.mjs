// Asks an instrumented module for everything that a usual page asks for, and keeps which stretches of its code ran:
// `node tools/profile.mjs <folder> <start> <texts> <end>`. The folder has the glue, the module and its instrumented twin;
// the others say where the profile is in the memory, and its part that is about texts. What is usual is derived from the
// dataset and the gallery. With the folder alone it asks `first.wasm`, the first part unfolded, for all of it, and holds
// the answers against those of the whole module.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const places = process.argv.slice(3).map(Number);
const built = pathToFileURL(`${folder}/`);

/** What a drawing of a usual kind turns out to be; the others load the rest of the module. */
const USUAL = ['bar', 'line', 'kpi'];
const WIDTHS = Array.from({ length: 24 }, (_, step) => Math.round(190 * 1.09 ** step));

/** Fonts that differ in width, as those do that pages bring along. */
const STRETCHES = [0.8, 0.85, 0.89, 0.93, 0.97, 1, 1.03, 1.07, 1.12, 1.2, 1.3];

/** How wide a character is, in parts of its height, in a usual font without serifs. */
function advance(character) {
  if (character.codePointAt(0) > 0x2e7f) return 1;
  if (/[MW%—…]/.test(character)) return 0.87;
  if (/[ijl|'.,:; ]/.test(character)) return 0.27;
  if (/[frt()[\]/-]/.test(character)) return 0.34;
  if (/[A-Zmw+=<>~±×→]/.test(character)) return 0.7;
  return 0.556;
}

const measured = new Map();
/** How wide a text is, in parts of its height. */
function length(text) {
  if (!measured.has(text)) measured.set(text, Array.from(text, advance).reduce((sum, width) => sum + width, 0));
  return measured.get(text);
}

/** A canvas's context that paints nothing and measures as a usual font would. */
class Context {
  painted = [];
  font = '10px sans-serif';

  measureText(text) {
    const [, weight, size] = /(\d+)? ?([\d.]+)px/.exec(this.font);
    const height = size * (weight >= 600 ? 1.06 : 1) * (Number(/[\d.]+$/.exec(this.font) ?? 1));
    return { width: length(text) * height };
  }
}
const PAINTING = 'arc beginPath clearRect closePath fill fillText lineTo moveTo resetTransform scale stroke';
for (const method of PAINTING.split(' ')) {
  Context.prototype[method] = function paint(...values) {
    if (method === 'clearRect') this.painted.length = 0; // what it did before was to measure
    this.painted.push(method, ...values);
  };
}
globalThis.CanvasRenderingContext2D = Context;

const [whole, other] = await Promise.all(
  ['zonestat_bg.wasm', places.length > 0 ? 'instrumented.wasm' : 'first.wasm'].map(async (file) => {
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
  contrast: false,
  forced: false,
  print: false,
  dataset: 0,
  still: false,
};

/** Named values as `www/src/wasm/fields.ts` writes them. */
const fields = (values) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}\0${value}\0`)
    .join('');

/** What is drawn and what it looks like, or undefined where that is refused. */
function drawing({ glue }, [what, spec], env) {
  const bare = new Context();
  const { painted } = bare;
  const context = new Proxy(bare, {
    set: (_, style, value) => painted.push(style, value) > 0 && Reflect.set(bare, style, value),
  });
  const canvas = { width: 300, height: 150, getContext: () => context };
  try {
    return { answer: glue.render(canvas, what, fields(spec), fields({ ...usualEnv, ...env })), painted };
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown;
    return undefined;
  }
}

const observations = JSON.parse(whole.glue.query('observations', '', 0));
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
const rendition = (request, env) => JSON.parse(drawing(whole, request, env)?.answer ?? '{}');
const isUsual = (request) => USUAL.includes(rendition(request, {}).kind);

/** All that usual pages ask for, as questions to a module. */
function* usual() {
  for (const lang of ['en', 'zh']) {
    yield ({ glue }) => glue.messages(lang);
    for (const request of gallery.filter(isUsual)) {
      for (const [step, width] of WIDTHS.entries()) {
        for (const stretch of STRETCHES.filter((_, at) => (at + step) % 3 === 0)) {
          const fontFamily = `sans-serif ${stretch}`;
          yield (module) => drawing(module, request, { lang, width, fontFamily });
        }
      }
      const { legend } = rendition(request, { lang });
      const states = [
        { theme: 'dark', '--zone-text': 'rgb(1, 2, 3)', '--zone-grid': '#abc' },
        { contrast: true },
        { contrast: true, theme: 'dark' },
        { print: true },
        { forced: true, still: true, dpr: 1.25 },
        { height: 160, dpr: 1 },
        { height: 640, dpr: 3 },
        ...legend.map(({ id }) => ({ hidden: id })),
      ];
      for (const state of states) yield (module) => drawing(module, request, { lang, ...state });
    }
    for (const request of every.filter(isUsual)) {
      for (const width of [320, 480]) yield (module) => drawing(module, request, { lang, width });
    }
    for (const [, spec] of gallery) {
      for (const what of ['table', 'sources']) {
        yield ({ glue }) => {
          try {
            const answer = glue.compose(what, fields(spec), fields({ ...usualEnv, lang }));
            const { rows } = JSON.parse(answer).table;
            return [answer, ...glue.ranks(rows.map((row) => row.observations[0]).join(' '), 0)];
          } catch (thrown) {
            if (typeof thrown !== 'string') throw thrown;
            return undefined;
          }
        };
      }
    }
  }
  yield ({ glue }) => glue.version();
  yield ({ glue }) => glue.forget_fonts();
}

if (places.length > 0) {
  const [start, texts, end] = places;
  const { memory } = other.exports;
  // The first text that is asked for has the library look for all of them.
  other.glue.messages('en');
  new Uint8Array(memory.buffer, texts, end - texts).fill(0);
  for (const ask of usual()) ask(other);
  writeFileSync(new URL('profile', built), new Uint8Array(memory.buffer, start, end - start));
} else {
  for (const ask of usual()) {
    const [answer, right] = [ask(other), ask(whole)].map((given) => JSON.stringify(given));
    if (answer === right) continue;
    let at = 0;
    while (answer?.[at] === right?.[at]) at++;
    const [said, due] = [answer, right].map((text) => text?.slice(Math.max(at - 80, 0), at + 80));
    throw new Error(`The first part answers …${said}…, the whole …${due}…`);
  }
}
