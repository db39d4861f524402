// Two languages in one source. `[[English||中文]]` stands wherever a page says something, in text and in attributes alike;
// each language's page keeps its own half. What stands outside of such a pair is the same in both.

/** The languages of the site, the first at its root. */
export const LANGUAGES = [
  { key: 'en', tag: 'en', folder: './', up: '' },
  { key: 'zh', tag: 'zh-CN', folder: 'zh/', up: '../' },
];

const PAIR = /\[\[([\s\S]*?)\|\|([\s\S]*?)\]\]/g;
const HAN = /\p{Script=Han}/u;

/** The page of one language. Refuses what is said in one language only. */
export function spoken(text, lang, where) {
  const kept = text.replace(PAIR, (pair, en, zh) => {
    if (!en.trim() || !zh.trim()) throw new Error(`${where}: half of a pair is missing: ${pair}`);
    if (HAN.test(withoutQuotes(en)) || !HAN.test(zh)) throw new Error(`${where}: a pair has its languages mixed up: ${pair}`);
    return lang.key === 'zh' ? unbroken(zh) : en.trim();
  });
  const rest = /\[\[|\|\|/.exec(withoutCode(kept));
  if (rest) throw new Error(`${where}: a pair is not closed: ${kept.slice(rest.index, rest.index + 80)}`);
  const odd = oneSided(text);
  if (odd.length > 0) throw new Error(`${where}: said in one language only: ${odd.join(' | ')}`);
  return kept;
}

/** A line of Chinese ends anywhere; a line break must not become a space. */
function unbroken(text) {
  return text.trim().replace(/\s*\n\s*/g, (gap, at, all) => {
    const [before, after] = [all[at - 1], all[at + gap.length]];
    return /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? ' ' : '';
  });
}

/** English may quote Chinese, marked as such. */
function withoutQuotes(text) {
  return text.replace(/<(\w+) [^>]*lang="zh[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<code[\s\S]*?<\/code>/g, '');
}

function withoutCode(text) {
  return text.replace(/<(pre|code|kbd|script)\b[\s\S]*?<\/\1>/g, '').replace(/<option value="([^"]*)">\1<\/option>/g, '');
}

/** Words outside of pairs, but for names and code, which are the same in every language. */
function oneSided(text) {
  return withoutCode(text.replace(PAIR, ''))
    .replace(/<(\w+)[^>]*(translate="no"|\slang=)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&\w+;/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{L}{2,}/u.test(line));
}

/** `text` in a language, for the parts that are made rather than written. */
export const pair = (en, zh) => `[[${en}||${zh}]]`;

/** Text as text of a page. */
export function escape(text) {
  return String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
}
