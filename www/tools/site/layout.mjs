// What every page has around its own content: head, navigation, the list of its sections, foot.
import { escape, LANGUAGES, pair, spoken } from './bilingual.mjs';

/** The pages in the order of the navigation. */
export const PAGES = [
  ['start', 'Start', '上手'],
  ['gallery', 'Gallery', '示例'],
  ['playground', 'Playground', '试做'],
  ['reference', 'Reference', '参考'],
  ['theming', 'Theming', '主题'],
  ['accessibility', 'Accessibility', '无障碍'],
  ['hosting', 'Hosting', '部署'],
  ['data', 'Data', '数据'],
];

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/**
 * A whole page. Its source begins with a comment of `key: value` lines: `title`, `description`, and what it needs:
 * `scripts` and `styles` of its own, `widgets: no` for a page without any, `contents: no` for one without a list of sections.
 */
export function layOut({ name, page, lang }) {
  const { head, body } = parted(page);
  const other = LANGUAGES.find(({ key }) => key !== lang.key);
  const say = (text) => spoken(text, lang, name);
  const asset = (path) => `${lang.up}${path}`;
  const widgets = head.widgets !== 'no';
  const styles = ['content.css', 'site.css', ...list(head.styles)];
  const scripts = ['site.js', ...list(head.scripts)];
  const title = name === 'index' ? head.title : `${head.title} – zonestat`;
  const links = PAGES.map(
    ([page, en, zh]) =>
      `<li><a href="${page}.html"${page === name ? ' aria-current="page"' : ''}>${say(pair(en, zh))}</a></li>`,
  ).join('\n          ');
  const contents = head.contents === 'no' ? '' : contentsOf(body, say(pair('On this page', '本页内容')));
  return `<!doctype html>
<html lang="${lang.tag}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <meta name="color-scheme" content="light dark">
  <meta name="description" content="${escape(head.description)}">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="alternate" hreflang="${other.tag}" href="${other.key === 'zh' ? 'zh/' : '../'}${name}.html">
  <script src="${asset('theme.js')}"${widgets ? ` data-from-disk="${asset('pkg/inline.classic.js')}"` : ''}></script>
${styles.map((file) => `  <link rel="stylesheet" href="${asset(file)}">`).join('\n')}
${widgets ? `  <link rel="preload" href="${asset('pkg/zonestat_first.wasm')}" as="fetch" type="application/wasm" crossorigin>\n  <script type="module" src="${asset('pkg/auto.js')}"></script>\n` : ''}${scripts.map((file) => `  <script defer src="${asset(file)}"></script>`).join('\n')}
</head>
<body class="page-${name}">
  <a class="skip" href="#content">${say(pair('Skip to content', '跳到正文'))}</a>
  <header class="top">
    <a class="brand" href="index.html" translate="no">zonestat</a>
    <button type="button" class="burger" aria-expanded="false" aria-controls="menu">${say(pair('Menu', '菜单'))}</button>
    <div id="menu" class="menu">
      <nav aria-label="${say(pair('Pages', '页面'))}">
        <ul>
          ${links}
        </ul>
      </nav>
      <div class="settings">
        <a class="language" href="${other.key === 'zh' ? 'zh/' : '../'}${name}.html" hreflang="${other.tag}" lang="${other.tag}" data-same-place>${other.key === 'zh' ? '中文' : 'English'}</a>
        <label class="theme"><span class="unseen">${say(pair('Colours', '配色'))}</span>
          <select data-theme-choice>
            <option value="auto">${say(pair('Auto', '自动'))}</option>
            <option value="light">${say(pair('Light', '浅色'))}</option>
            <option value="dark">${say(pair('Dark', '深色'))}</option>
          </select>
        </label>
      </div>
    </div>
  </header>
  <div class="frame${contents ? ' with-contents' : ''}">
    ${contents}
    <main id="content" tabindex="-1">
${body.trimEnd()}
    </main>
  </div>
  <footer class="foot">
    <p>${say(pair('No server, no tracking, no request beyond these files. MIT or Apache-2.0.', '不需要服务器，不跟踪访客，除这些文件外不发出任何请求。许可：MIT 或 Apache-2.0。'))}</p>
  </footer>
  <p id="said" role="status" class="unseen" data-copied="${say(pair('Copied', '已复制'))}" data-not-copied="${say(pair('Copying was refused; the text is selected.', '未能复制，文本已选中。'))}"></p>
</body>
</html>
`;
}

/** The settings at the beginning of a page, and the rest of it. */
function parted(page) {
  const found = /^<!--\n([\s\S]*?)\n-->\n/.exec(page);
  const head = Object.fromEntries(
    found[1].split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  return { head, body: page.slice(found[0].length) };
}

const list = (text) => text?.split(' ').filter(Boolean) ?? [];

/** Links to the sections of a page, from its second-order headings. */
function contentsOf(body, label) {
  const headings = [...body.matchAll(/<h2 id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)];
  const items = headings.map(([, id, text]) => `<li><a href="#${id}">${text.replace(/<[^>]*>/g, '').trim()}</a></li>`);
  return `<nav class="contents" aria-label="${label}">
      <p>${label}</p>
      <ul>
        ${items.join('\n        ')}
      </ul>
    </nav>`;
}
