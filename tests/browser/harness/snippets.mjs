// The code of the documentation, as readers copy it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const site = new URL('../../../target/site/', import.meta.url);
const source = new URL('../../../www/site/snippets/', import.meta.url);

/** The names of all files of code to copy. */
export const SNIPPETS = readdirSync(source);

/** What stands for signs in HTML, as the signs. */
export const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The code of a box on a page of the site, such as `zh/start.html`. */
export function snippet(page, name) {
  const html = readFileSync(new URL(page, site), 'utf8');
  const found = new RegExp(`data-snippet="${name.replaceAll('.', '\\.')}">[\\s\\S]*?<code[^>]*>([\\s\\S]*?)</code>`).exec(html);
  assert.ok(found, `${page} has no ${name}`);
  return unescaped(found[1].replace(/<[^>]+>/g, ''));
}

/** A file of code in English, where no site has been made. */
export function snippetSource(name) {
  const text = readFileSync(new URL(name, source), 'utf8');
  return text.replace(/\[\[([\s\S]*?)\|\|[\s\S]*?\]\]/g, '$1').replaceAll('%LANG%', 'en');
}
