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
for (const figure of document.querySelectorAll('.case')) {
  const tag = figure.firstElementChild.cloneNode(false).outerHTML.replace(/=""/g, '');
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
