// Code to copy: a box with its words coloured and a button.
import { escape, pair } from './bilingual.mjs';

/** What stands out in a language: comments, texts, names. The first alternative that fits counts. */
const GRAMMARS = {
  html: /(?<comment><!--[\s\S]*?-->)|(?<text>"[^"]*")|(?<name>(?<=<\/?)[a-z][\w-]*)/g,
  js: /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'[^'\n]*'|"[^"\n]*"|`[^`]*`)|(?<name>\b(?:import|export|default|from|const|let|await|async|function|return|new|if|for|of|interface|type|class|declare)\b)/g,
  css: /(?<comment>\/\*[\s\S]*?\*\/)|(?<text>'[^'\n]*'|"[^"\n]*")|(?<name>--[\w-]+|::[\w-]+)/g,
  sh: /(?<comment>#[^\n]*)|(?<name>(?<=^|\n)(?:npm|npx|node|cargo|cp|mkdir|cd)\b)/g,
  json: /(?<text>"[^"\n]*")/g,
  txt: /(?<comment>#[^\n]*)/g,
};
const LIKE = { jsx: 'js', ts: 'js', mjs: 'js', vue: 'html', svelte: 'html' };

/** A box; `name` is that of the snippet's file, whose ending is its language. */
export function codeBlock(text, name) {
  const id = `code-${name.replace(/\W+/g, '-')}`;
  return `<div class="code" data-snippet="${name}">
<pre tabindex="0" aria-label="${pair('Code', '代码')}"><code id="${id}">${highlighted(text, name)}</code></pre>
<button type="button" data-copy="${id}">${pair('Copy', '复制')}</button>
</div>`;
}

/** Text with spans around what stands out. */
export function highlighted(text, name) {
  const ending = name.split('.').at(-1);
  const grammar = GRAMMARS[LIKE[ending] ?? ending] ?? GRAMMARS.txt;
  let done = 0;
  let made = '';
  for (const found of text.matchAll(grammar)) {
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined);
    made += `${escape(text.slice(done, found.index))}<span class="${kind}">${escape(found[0])}</span>`;
    done = found.index + found[0].length;
  }
  return made + escape(text.slice(done));
}
