// The page's two switches, and under each example the tag that makes it.

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

/** Writes the tag that makes an example under it. */
function caption(figure, title) {
  const widget = figure.querySelector('zone-chart, zone-card, zone-table, zone-sources');
  const tag = widget.cloneNode(false).outerHTML.replace(/=""/g, '');
  const lines = template.content.cloneNode(true).firstElementChild;
  lines.querySelector('code').textContent = tag;
  lines.querySelector('button').addEventListener('click', () => copy(tag));
  if (title) lines.prepend(...inBoth(title, 'strong'));
  figure.append(lines);
}

/** The same text in both languages, each in an element of its own; the style shows one. */
function inBoth({ en, zh }, name) {
  return [['en', en], ['zh-CN', zh]].map(([lang, text]) => {
    const element = document.createElement(name);
    element.lang = lang;
    element.textContent = text;
    return element;
  });
}

document.querySelectorAll('.case').forEach((figure) => caption(figure));

const topics = {
  economy: { en: 'Economy', zh: '经济' },
  trade: { en: 'Trade', zh: '外贸' },
  investment: { en: 'Investment', zh: '招商与外资' },
  projects: { en: 'Projects', zh: '项目' },
  finance: { en: 'Finance', zh: '财政与融资' },
  enterprises: { en: 'Enterprises', zh: '企业' },
  people: { en: 'People and land', zh: '人口与土地' },
  governance: { en: 'Governance', zh: '治理' },
  aims: { en: 'Aims and construction', zh: '目标与建设' },
  city: { en: 'The city', zh: '全市' },
};

/** Builds the gallery from its list of cases, by topic: charts across, cards side by side. */
async function gallery() {
  const section = document.querySelector('#gallery');
  const response = await fetch('cases.json');
  const cases = await response.json();
  for (const [topic, names] of Object.entries(topics)) {
    const link = document.createElement('a');
    link.href = `#${topic}`;
    link.append(...inBoth(names, 'span'));
    section.querySelector('nav').append(link);
    const heading = document.createElement('h3');
    heading.id = topic;
    heading.append(...inBoth(names, 'span'));
    const charts = document.createElement('div');
    const cards = document.createElement('div');
    charts.className = 'pair';
    cards.className = 'cards';
    for (const { id, tag, attributes, title } of cases.filter((each) => each.topic === topic)) {
      const figure = document.createElement('figure');
      const widget = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      figure.id = `case-${id}`;
      figure.className = 'case';
      figure.append(widget);
      caption(figure, title);
      (tag === 'zone-card' ? cards : charts).append(figure);
    }
    section.append(heading, charts, cards);
  }
}

// Opened from disk, the page has no list to read; the examples above stand by themselves.
gallery().catch(() => document.querySelector('#gallery').remove());

async function copy(text) {
  const said = document.querySelector('#said');
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = root.lang.startsWith('zh') ? '已复制' : 'Copied';
  } catch {
    said.textContent = text;
  }
}
