// The reference: elements from custom-elements.json, the module from its declarations, error codes from the core. Every
// description stands beside the code that it describes, in English; reference.zh.json says it in Chinese.
import { escape, pair } from './bilingual.mjs';
import { codeBlock, highlighted } from './code.mjs';
import { declared } from './declared.mjs';

/** The lists of an element in the manifest, with their headings. */
const LISTS = [
  ['attributes', 'Attributes', '属性（attribute）'],
  ['members', 'Properties and methods', '属性（property）与方法'],
  ['events', 'Events', '事件'],
  ['slots', 'Content', '标签内容'],
  ['cssParts', 'Parts for <code>::part()</code>', '可用 <code>::part()</code> 设样式的部分'],
  ['cssProperties', 'Custom properties', '自定义属性'],
];

/** Codes that are no part of the core: those of loading and drawing in the skin. */
const SKIN_CODES = {
  'bad-state': 'A state has a part that states do not have.',
  'load-failed': 'The WebAssembly could not be fetched or started; the element offers to try again.',
  'dataset-failed': 'Another zone’s data could not be fetched; the element offers to try again.',
  'not-ready': 'A function was called before `init()` had finished.',
  'no-canvas': '`toPNG()` was called where there is no browser.',
  'bad-canvas': '`renderChart()` or `renderCard()` was given something that is no canvas.',
  internal: 'A fault of the library.',
};

export function referenceParts({ pkg, manifest, chinese, errors }) {
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const words = new Vocabulary(chinese);
  const shared = Object.fromEntries(LISTS.map(([list]) => [list, commonTo(elements, list)]));
  return {
    /** What all elements have, then each with its own. */
    elements: () => elements.map((element) => oneElement(element, shared, words)).join('\n'),
    'all-elements': () =>
      LISTS.map(([list, en, zh]) => `<h3>${pair(en, zh)}</h3>\n${entries(shared[list], list, 'zone', words)}`).join('\n'),
    module: () => declared(pkg).map((entry) => oneExport(entry, words)).join('\n'),
    'error-codes': () => {
      const codes = [...coreCodes(errors), ...Object.entries(SKIN_CODES)];
      return `<dl class="entries">\n${codes.map(([code, text]) => entry(`error-${code}`, `<code>${code}</code>`, '', words.say(text))).join('\n')}\n</dl>`;
    },
    /** What no page needs, and what the tests complain about. */
    untranslated: () => words.missing().join('\n'),
  };
}

/** English descriptions and their Chinese. Without a translation the Chinese page says it in English, marked as such. */
class Vocabulary {
  #chinese;
  #missing = new Set();

  constructor(chinese) {
    this.#chinese = chinese;
  }

  say(english) {
    const text = english.replace(/\s+/g, ' ').trim();
    const chinese = this.#chinese[text];
    if (!chinese) {
      this.#missing.add(text);
      console.warn(`www/site/reference.zh.json has no Chinese for: ${text}`);
      return `<span lang="en" class="untranslated">${marked(text)}</span>`;
    }
    return pair(marked(text), marked(chinese));
  }

  missing() {
    return [...this.#missing];
  }
}

/** Code between backticks, and links to names without the link. */
function marked(text) {
  return escape(curly(text).replace(/\{@link (\w+)(?:\.\w+)?\}/g, '`$1`')).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** Apostrophes as print has them, but for code. */
function curly(text) {
  return text.replace(/`[^`]*`|(\w)'(?=s\b)/g, (found, letter) => (letter ? `${letter}’` : found));
}

const sameAs = (a) => (b) => a.name === b.name && a.description === b.description;

function commonTo([first, ...others], list) {
  return first[list].filter((item) => others.every((other) => other[list].some(sameAs(item))));
}

function oneElement(element, shared, words) {
  const { tagName, description } = element;
  const [, text, example] = /^([\s\S]*?): `([^`]+)`\.$/.exec(description) ?? [undefined, description, `<${tagName}></${tagName}>`];
  const own = LISTS.map(([list, en, zh]) => {
    const items = element[list].filter((item) => !shared[list].some(sameAs(item)));
    // A property that mirrors an attribute is that attribute once more.
    const news = list === 'members' ? items.filter(({ name }) => !element.attributes.some((attribute) => attribute.name === name)) : items;
    return news.length === 0 ? '' : `<h3>${pair(en, zh)}</h3>\n${entries(news, list, tagName, words)}`;
  });
  return `<h2 id="${tagName}"><code>&lt;${tagName}&gt;</code></h2>
<p>${words.say(`${text}.`)}</p>
${codeBlock(example, `${tagName}.html`)}
${own.filter(Boolean).join('\n')}`;
}

function entries(items, list, owner, words) {
  const rows = items.map((item) => {
    const { name, kind, type, description } = item;
    const method = kind === 'method';
    const shown = name === '' ? pair('(between the tags)', '（标签之间）') : `<code>${escape(name)}${method ? `(${parameters(item)})` : ''}</code>`;
    const said = method ? item.return?.type?.text : (type?.text ?? '');
    return entry(`${owner}-${list}-${name || 'default'}`, shown, said ?? '', words.say(description));
  });
  return `<dl class="entries" data-list="${list}">\n${rows.join('\n')}\n</dl>`;
}

const parameters = ({ parameters = [] }) => parameters.map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(', ');

function entry(id, name, type, text) {
  const readable = type.replaceAll(/'\|'/g, "' | '");
  return `<div id="${id.replace(/--+/g, '-')}"><dt>${name}${readable ? ` <code class="type">${escape(readable)}</code>` : ''}</dt><dd>${text}</dd></div>`;
}

function oneExport({ name, kind, signature, text, members }, words) {
  const list = members.filter((member) => member.text || kind === 'class');
  const rows = list.map((member) =>
    entry(`${name}-${member.name}`, `<code>${escape(member.name)}</code>`, member.type, member.text ? words.say(member.text) : ''),
  );
  return `<section class="export" data-export="${name}" id="${name}">
<h3><code>${escape(name)}</code></h3>
${text.map((paragraph) => `<p>${words.say(paragraph)}</p>`).join('\n')}
<pre tabindex="0" aria-label="${pair('Code', '代码')}"><code>${highlighted(signature, 'a.ts')}</code></pre>
${rows.length > 0 ? `<dl class="entries">\n${rows.join('\n')}\n</dl>` : ''}
</section>`;
}

/** The codes of src/error.rs with what their comments say. */
function coreCodes(text) {
  const comments = Object.fromEntries(
    [...text.matchAll(/((?: {4}\/\/\/ [^\n]*\n)+) {4}(\w+),\n/g)].map(([, comment, name]) => [
      name,
      comment.replace(/ {4}\/\/\/ /g, '').replace(/\n/g, ' ').trim(),
    ]),
  );
  const codes = [...text.matchAll(/Self::(\w+) => "([\w-]+)"/g)].map(([, name, code]) => [code, comments[name]]);
  if (codes.length === 0 || codes.some(([, comment]) => !comment)) throw new Error('src/error.rs does not list its codes as expected');
  return codes;
}
