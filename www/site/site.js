// The page's two switches, the cases that the tests picture, and under each example the tag that makes it.

const root = document.documentElement;
const titles = { en: document.title, zh: document.querySelector('title').dataset.zh };

const settings = {
  lang(value) {
    root.lang = value;
    document.title = value.startsWith('zh') ? titles.zh : titles.en;
  },
  theme(value) {
    root.dataset.theme = value;
  },
};

/** The reader's choice of an earlier visit, the address's, or what the browser asks for. */
function initial(name, otherwise) {
  return new URLSearchParams(location.search).get(name) ?? remembered(name) ?? otherwise;
}

function remembered(name) {
  try {
    return localStorage.getItem(`zonestat-site-${name}`);
  } catch {
    return null; // storage is forbidden: the choice lasts as long as the page
  }
}

function choose(name, value, keep) {
  settings[name](value);
  for (const button of document.querySelectorAll(`button[data-set="${name}"]`)) {
    button.ariaPressed = String(button.value === value);
  }
  if (!keep) return;
  try {
    localStorage.setItem(`zonestat-site-${name}`, value);
  } catch {
    // as above
  }
}

const languages = [initial('lang', navigator.language)].map((tag) => (/^zh\b/i.test(tag) ? 'zh-CN' : 'en'));
choose('lang', languages[0], false);
choose('theme', ['light', 'dark'].includes(initial('theme')) ? initial('theme') : 'auto', false);

for (const button of document.querySelectorAll('button[data-set]')) {
  button.addEventListener('click', () => choose(button.dataset.set, button.value, true));
}

const template = document.querySelector('#tag');
for (const figure of document.querySelectorAll('.case')) showTag(figure);
void showCases();

/** The cases of the tests' pictures, but for those that the page shows already. */
async function showCases() {
  const response = await fetch('cases.json');
  if (!response.ok) return;
  const figures = (await response.json()).filter((one) => !isShown(one)).map(figureOf);
  const section = document.querySelector('#more');
  section.querySelector('.pair').append(...figures);
  section.hidden = figures.length === 0;
}

function isShown({ tag, attributes }) {
  const wanted = Object.entries(attributes).map(([name, value]) => `[${name}="${CSS.escape(value)}"]`);
  return document.querySelector(tag + wanted.join('')) !== null;
}

function figureOf({ tag, attributes, title }) {
  const figure = document.createElement('figure');
  const heading = document.createElement('h3');
  for (const [lang, text] of Object.entries(title)) {
    const words = document.createElement('span');
    words.lang = lang;
    words.textContent = text;
    heading.append(words);
  }
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  figure.className = 'case';
  figure.append(heading, widget);
  showTag(figure);
  return figure;
}

function showTag(figure) {
  const widget = figure.querySelector('zone-chart, zone-card, zone-table, zone-sources');
  const tag = widget.cloneNode(false).outerHTML.replace(/=""/g, '');
  const caption = template.content.cloneNode(true).firstElementChild;
  caption.querySelector('code').textContent = tag;
  caption.querySelector('button').addEventListener('click', () => copy(tag));
  figure.append(caption);
}

async function copy(text) {
  const said = document.querySelector('#said');
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = root.lang.startsWith('zh') ? '已复制' : 'Copied';
  } catch {
    said.textContent = text;
  }
}
