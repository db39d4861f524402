// The documentation: complete, in both languages alike, usable by everybody, and its code works as it is written there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { onPage } from './harness/index.mjs';
import { SITE, startSite } from './harness/site-server.mjs';
import { unescaped } from './harness/snippets.mjs';

const root = new URL('../../', import.meta.url);
const site = new URL('target/site/', root);
const read = (path, base = site) => readFileSync(new URL(path, base), 'utf8');
const json = (path, base = root) => JSON.parse(read(path, base));

const PAGES = readdirSync(new URL('www/site/pages/', root)).map((file) => file.replace('.html', ''));
const LANGUAGES = ['', 'zh/'];

let server;
before(async () => {
  server = await startSite();
});
after(() => server.close());

/** Opens a page of the site under its own path, where it is listened to. */
async function visit(page, path) {
  await page.driver.switchTo().defaultContent();
  await page.driver.get(`${server.url}/tests/frame.html`);
  await page.resize(1280, 900);
  await page.open(path.startsWith('/') ? path : SITE + path);
}

// What needs no browser

const html = new Map(LANGUAGES.flatMap((folder) => PAGES.map((name) => [`${folder}${name}.html`, read(`${folder}${name}.html`)])));

test('every link of the site leads somewhere', () => {
  const broken = [];
  for (const [path, text] of html) {
    for (const [, target] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(data:|https:\/\/your\.site)/.test(target)) continue;
      const [file, id] = unescaped(target).split('#');
      const name = new URL(file || path, new URL(file ? path : '', site)).href.slice(site.href.length);
      if (!existsSync(new URL(name, site))) broken.push(`${path}: ${target}`);
      else if (id && !id.includes('=') && !html.get(name)?.includes(` id="${id}"`)) broken.push(`${path}: no ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('both languages have the same pages: the same elements, ids and code, each with its words', () => {
  // What is in a language of its own: how many words an English sentence quotes in Chinese, and the other way round.
  const skeleton = (text) =>
    [...text.matchAll(/<(h1|h2|h3|section|figure|table|tr|pre|form|input|select|zone-\w+)\b(?:[^>]*? id="([^"]+)")?/g)].map(([, tag, id]) => `${tag} ${id ?? ''}`);
  for (const name of PAGES) {
    const [en, zh] = LANGUAGES.map((folder) => html.get(`${folder}${name}.html`));
    // Figures of the gallery stand in an order of height, which is not the same in each language.
    const order = (list) => (name === 'gallery' ? list.sort() : list);
    assert.deepEqual(order(skeleton(zh)), order(skeleton(en)), name);
    for (const [text, lang, title] of [[en, 'en', /<title>[^<]*[a-z]{3}[^<]*<\/title>/i], [zh, 'zh-CN', /<title>[^<]*\p{Script=Han}[^<]*<\/title>/u]]) {
      assert.match(text, title, name);
      assert.ok(text.includes(`<html lang="${lang}">`), name);
    }
    assert.match(en, new RegExp(`hreflang="zh-CN" href="zh/${name}.html"`), name);
    assert.match(zh, new RegExp(`hreflang="en" href="../${name}.html"`), name);
  }
});

test('the Chinese of the site is set in full-width punctuation', () => {
  for (const name of PAGES) {
    const text = html
      .get(`zh/${name}.html`)
      .replace(/<(pre|code|script)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>|&\w+;/g, '\n');
    const odd = [...text.matchAll(/.{0,8}(?:\p{Script=Han} ?[,;:?!()]|[,;:?!(] ?\p{Script=Han}|\p{Script=Han}\.).{0,8}/gu)].map(([found]) => found);
    assert.deepEqual(odd, [], name);
  }
});

test('the reference says all that the manifest, the declarations and the theme say, in both languages', async () => {
  const elements = json('pkg/custom-elements.json').modules.flatMap(({ declarations = [] }) => declarations);
  const zonestat = await import(new URL('pkg/node.js', root));
  const declared = [...read('pkg/index.d.ts', root).matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names]) => names.split(','));
  const types = declared.map((name) => name.replace(/\btype\b/, '').trim()).filter(Boolean);
  const exported = [...new Set([...Object.keys(zonestat), ...types])].filter((name) => !/^Zone(Chart|Card|Table|Sources)$/.test(name));
  assert.ok(elements.length === 4 && exported.length > 20);
  for (const folder of LANGUAGES) {
    const text = html.get(`${folder}reference.html`);
    const missing = [];
    for (const { tagName, ...lists } of elements) {
      if (!text.includes(`id="${tagName}"`)) missing.push(tagName);
      for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
        for (const { name } of lists[list]) {
          // A property that mirrors an attribute is said once, as the attribute.
          const ids = [tagName, 'zone'].flatMap((owner) => [list, 'attributes'].map((where) => `${owner}-${where}-${name || 'default'}`.replace(/--+/g, '-')));
          if (!ids.some((id) => text.includes(`id="${id}"`))) missing.push(`${tagName} ${list} ${name}`);
        }
      }
    }
    for (const part of ['events-zone-error', 'attributes-lang', 'members-toPNG', 'cssParts-canvas', 'cssProperties-zone-text', 'slots-default']) {
      assert.ok(text.includes(`id="zone-${part}"`), `the manifest itself lacks ${part}`);
    }
    missing.push(...exported.filter((name) => !text.includes(`data-export="${name}"`)));
    missing.push(...[...read('src/error.rs', root).matchAll(/=> "([\w-]+)"/g)].map(([, code]) => code).filter((code) => !text.includes(`id="error-${code}"`)));
    assert.deepEqual(missing, [], folder);
    assert.doesNotMatch(text, /class="untranslated"/, 'www/site/reference.zh.json lacks what the build warned about');
  }
  const tokens = [...html.get('theming.html').matchAll(/data-token="([^"]+)"/g)].map(([, name]) => name);
  const theme = read('src/theme.rs', root);
  const setter = theme.slice(theme.indexOf('let slot = match name'), theme.indexOf('*slot = colour'));
  const named = [...setter.matchAll(/"(\w+)" =>/g)].map(([, name]) => `--zone-${name}`);
  const series = Array.from({ length: Number(/SERIES: usize = (\d+)/.exec(theme)[1]) }, (_, index) => `--zone-series-${index + 1}`);
  assert.deepEqual(tokens.sort(), [...named, ...series].sort());
});

// What needs one

for (const name of PAGES) {
  onPage(`the page ${name}: no error, no violation, narrow and wide, both languages and themes`, async (page) => {
    for (const folder of LANGUAGES) {
      await visit(page, `${folder}${name}.html`);
      await seen(page, 'zone-chart, zone-card');
      assert.deepEqual(await page.run(() => window.pageErrors), [], 'errors and violations of the policy');
      assert.deepEqual(await page.run(() => window.zoneEvents.filter(({ type }) => type === 'zone-error').map(({ detail }) => detail.message)), []);
      assert.deepEqual(await page.violations('html'), [], `${folder}${name} in light`);
      await choose(page, 'dark');
      assert.deepEqual(await contrast(page), [], `${folder}${name} in dark`);
      await choose(page, 'light');
      await page.resize(320, 800);
      await page.painted();
      assert.equal(await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${folder}${name} scrolls sideways at 320 pixels`);
    }
  }, { timeout: 180_000 });
}

/** Scrolls to the first of these widgets, if there is one, and waits until it has drawn or complained. */
async function seen(page, selector) {
  const widget = await page.run((selector) => {
    const found = document.querySelector(selector);
    found?.scrollIntoView({ block: 'center' });
    return found?.outerHTML.slice(0, 100);
  }, selector);
  if (widget) await page.until(() => page.run((selector) => window.zoneEvents.some(({ target }) => target === document.querySelector(selector)), selector), `no event from ${widget}`);
  await page.painted();
}

async function choose(page, theme) {
  await page.run((theme) => {
    const select = document.querySelector('[data-theme-choice]');
    select.value = theme;
    select.dispatchEvent(new Event('change'));
  }, theme);
  await page.painted();
}

/** What axe says of contrast alone; it is loaded already. */
function contrast(page) {
  return page.run(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`));
  });
}

onPage('the gallery draws every case, and only when one comes to it', async (page) => {
  const cases = json('www/site/cases.json');
  await visit(page, 'gallery.html');
  await page.until(() => page.run(() => window.zoneEvents.length > 0), 'nothing was drawn');
  await page.painted();
  const early = await page.run(() => window.zoneEvents.length);
  assert.ok(early < cases.length / 2, `${early} widgets were drawn before anybody scrolled`);
  // Scrolls through, a part at a time: a page answers faster than a driver asks.
  for (let from = 0; from < cases.length; from += 12) {
    const undone = await page.run(async (ids) => {
      for (const id of ids) {
        const figure = document.getElementById(`case-${id}`);
        const end = performance.now() + 4000;
        while (figure.classList.contains('undrawn')) {
          if (performance.now() > end) return id;
          figure.scrollIntoView(); // again, if what is above has grown meanwhile
          await new Promise((next) => requestAnimationFrame(next));
        }
      }
    }, cases.slice(from, from + 12).map(({ id }) => id));
    assert.ok(!undone, `${undone} was not drawn when it came into view`);
  }
  const outcome = await page.run(() =>
    [...document.querySelectorAll('.case')].map((figure) => {
      const widget = figure.querySelector('zone-chart, zone-card');
      const canvas = widget.shadowRoot.querySelector('canvas');
      const error = window.zoneEvents.find(({ type, target }) => type === 'zone-error' && target === widget);
      return {
        id: figure.id.replace('case-', ''),
        tag: figure.querySelector('.tag').textContent,
        outer: widget.cloneNode(false).outerHTML,
        spec: JSON.parse(figure.querySelector('[id^="spec-"]').textContent),
        painted: canvas.width > 200 && canvas.height > 60,
        error: error?.detail.message,
      };
    }),
  );
  assert.equal(outcome.length, cases.length);
  for (const { id, attributes } of cases) {
    const found = outcome.find((one) => one.id === id);
    assert.ok(found?.painted, `${id} has a picture`);
    assert.ok(!found.error, `${id}: ${found.error}`);
    assert.equal(found.tag, found.outer, `the tag of ${id} is what is live`);
    assert.deepEqual(found.spec, attributes);
  }
}, { timeout: 180_000 });

onPage('the gallery is filtered by words and kind, and links lead to a case', async (page) => {
  await visit(page, 'gallery.html?kind=pipeline');
  const shown = () => page.run(() => [...document.querySelectorAll('.case:not([hidden])')].filter((figure) => figure.offsetHeight > 0).map(({ id, dataset }) => [id, dataset.kind]));
  const pipelines = await shown();
  assert.ok(pipelines.length > 0 && pipelines.every(([, kind]) => kind === 'pipeline'));
  assert.match(await page.run(() => document.querySelector('.found').textContent), new RegExp(`^${pipelines.length} example`));
  await page.driver.findElement({ css: 'select[name=kind]' }).sendKeys('All');
  await page.driver.findElement({ css: 'input[name=words]' }).sendKeys('no-such-thing');
  await page.until(async () => (await shown()).length === 0, 'words that nothing has');
  await page.run(() => document.querySelector('.filter').reset());
  await page.until(async () => (await shown()).length === json('www/site/cases.json').length, 'reset shows all');

  await visit(page, 'zh/gallery.html#case-city-ranks');
  await page.until(
    () =>
      page.run(() => {
        const { top } = document.querySelector('#case-city-ranks').getBoundingClientRect();
        return top > -100 && top < innerHeight && !document.querySelector('#case-city-ranks').classList.contains('undrawn');
      }),
    'the linked case stands in the view and is drawn',
  );
});

onPage('the playground draws what is asked for, says what is wrong, and gives the code', async (page) => {
  await visit(page, 'playground.html#element=zone-chart&kind=bar&indicator=gdp');
  const code = () => page.run(() => document.querySelector('#takeaway-code').textContent);
  const verdict = () => page.run(() => document.querySelector('.verdict').textContent);
  const hash = () => page.run(() => location.hash);
  const picture = async () => [...(await page.pixels('#stage > *')).colours()].join();
  const field = (name) => page.driver.findElement({ css: `.choices [name=${name}]` });

  await page.until(async () => /\d/.test(await verdict()), 'nothing was drawn');
  assert.match(await code(), /<zone-chart kind="bar" indicator="gdp"><\/zone-chart>/);
  const first = await picture();
  const before = await verdict();

  // By keyboard: another indicator is typed.
  await field('indicator').clear();
  await field('indicator').sendKeys('trade');
  await page.until(async () => (await verdict()) !== before && /\d/.test(await verdict()), 'the verdict follows');
  assert.match(await code(), /indicator="trade"/);
  assert.match(await hash(), /indicator=trade/);
  assert.notEqual(await picture(), first);

  // A slip is named, with what is wrong.
  await field('indicator').sendKeys('x');
  await page.until(async () => (await verdict()) === 'unknown-indicator', verdict);
  assert.match(await page.run(() => document.querySelector('#spoken').textContent), /tradex/);
  assert.match(await page.run(() => document.querySelector('#stage > *').shadowRoot.textContent), /tradex/);
  await field('indicator').sendKeys('\uE003');
  await page.until(async () => /\d/.test(await verdict()), 'mended, it draws');

  // Another element has other attributes; the others stay out of its tag.
  await field('element').sendKeys('zone-card');
  await page.until(async () => /<zone-card indicator="trade">/.test(await code()), code);
  assert.equal(await field('kind').isDisplayed(), false);
  assert.equal(await field('variant').isDisplayed(), true);
  for (const [form, expected] of [
    ['npm', /createElement\('zone-card'\), \{ indicator: 'trade' \}/],
    ['react', /<zone-card indicator="trade" \/>/],
    ['iframe', /embed\.html\?show=card&amp;indicator=trade"/],
    ['module', /renderCard\(document\.querySelector\('canvas'\), \{ indicator: 'trade' \}\)/],
  ]) {
    await page.run((form) => document.querySelector(`input[name=form][value=${form}]`).click(), form);
    assert.match(await code(), expected);
  }

  // Ids are suggested that go with what is chosen.
  await page.until(() => page.run(() => document.querySelectorAll('#indicators option').length > 20), 'no suggestions');

  // The address brings it all back, in the other language too.
  await visit(page, `zh/playground.html${await hash()}`);
  await page.until(async () => /\d/.test(await verdict()), 'nothing was drawn from the address');
  assert.match(await code(), /<zone-card indicator="trade">/);
  assert.match(await page.run(() => document.querySelector('#spoken').textContent), /亿元/);

  // What an address smuggles in stays text.
  await visit(page, 'playground.html#element=zone-chart&indicator=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&onclick=alert(1)');
  await page.until(async () => (await verdict()) === 'unknown-indicator' || (await verdict()) === 'bad-attribute', verdict);
  assert.equal(await page.run(() => document.querySelectorAll('img, [onclick]').length), 0);
  assert.match(await code(), /indicator="&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;"/);
});

onPage('a colour that is chosen is drawn, and becomes a style sheet', async (page) => {
  await visit(page, 'theming.html');
  await seen(page, '#preview-card');
  assert.equal((await page.pixels('#preview-card')).colours().get('0b7a3bff'), undefined);
  await page.run(() => {
    const input = document.querySelector('[data-token="--zone-text"] input');
    input.value = '#0b7a3b';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.until(async () => (await page.pixels('#preview-card')).colours().has('0b7a3bff'), 'the card is in the chosen colour');
  assert.match(await page.run(() => document.querySelector('#made-css').textContent), /--zone-text: #0b7a3b;/);
  await page.run(() => document.querySelector('#own-colours').click());
  await page.until(async () => !(await page.pixels('#preview-card')).colours().has('0b7a3bff'), 'the own colours are back');
});

onPage('narrow: the menu opens by keyboard, and the language keeps the place', async (page) => {
  await visit(page, 'playground.html#element=zone-card&indicator=gdp');
  await page.resize(360, 700);
  const link = () => page.driver.findElement({ css: '.menu a[href="gallery.html"]' });
  assert.equal(await (await link()).isDisplayed(), false);
  await page.driver.findElement({ css: '.burger' }).sendKeys('\uE007');
  assert.equal(await (await link()).isDisplayed(), true);
  const target = await page.run(() => {
    const language = document.querySelector('.language');
    language.addEventListener('click', (event) => event.preventDefault());
    language.click();
    return language.href;
  });
  assert.match(target, /\/some\/where\/zh\/playground\.html#element=zone-card&indicator=gdp$/);
  await page.driver.findElement({ css: '.burger' }).sendKeys('\uE00C');
  assert.equal(await (await link()).isDisplayed(), false);
});

onPage('the demo serves the site at its root', async (page) => {
  for (const path of ['/', '/zh/', '/gallery.html']) {
    await page.open(path);
    await page.until(() => page.run(() => [...document.querySelectorAll('zone-chart')].some(({ shadowRoot }) => shadowRoot?.querySelector('canvas')?.width > 200)), `${path} draws nothing`);
  }
});

onPage('opened from disk, the site reads, leads on and draws', async (page) => {
  await page.driver.switchTo().defaultContent();
  const { driver } = page;
  const drawn = () =>
    driver.executeScript(() =>
      [...document.querySelectorAll('zone-chart, zone-card')]
        .map(({ shadowRoot }) => shadowRoot?.querySelector('canvas'))
        // An empty picture takes a quarter of that.
        .some((canvas) => canvas?.checkVisibility() && canvas.toDataURL().length > 5000),
    );
  try {
    for (const folder of LANGUAGES) {
      await driver.get(new URL(`${folder}start.html`, site).href);
      await page.until(drawn, 'start.html draws nothing');
      assert.equal(await driver.executeScript(() => document.querySelector('[data-theme-choice]').value), 'auto', 'the script of every page runs');
      // On by a link, and what the page's own script does.
      await driver.executeScript(() => document.querySelector('nav a[href^="playground"]').click());
      await page.until(() => driver.executeScript(() => /\d/.test(document.querySelector('.verdict')?.textContent)), 'the playground draws nothing');
      assert.ok(await drawn());
      await driver.get(new URL(`${folder}gallery.html?kind=donut`, site).href);
      await page.until(() => driver.executeScript(() => document.querySelectorAll('.case:not([hidden])').length > 0 && document.querySelector('.case[hidden]')), 'the gallery is not filtered');
      await page.until(drawn, 'the gallery draws nothing');
    }
  } finally {
    await driver.get(`${server.url}/tests/frame.html`);
  }
}, { timeout: 120_000 });
