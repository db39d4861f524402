// What a reader has set up once for all pages: motion, scheme, contrast, colours, zoom, spacing, paper.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { constants, inflateSync } from 'node:zlib';
import { openEngine } from './harness/engines.mjs';
import { engine, onPage } from './harness/index.mjs';
import { Page } from './harness/page.mjs';
import { prefer } from './harness/preferences.mjs';
import { CARDS, CHARTS, everything, showWall, tag } from './harness/widgets.mjs';

/** The luminance of a colour given as red, green, blue. */
const luminance = ([red, green, blue]) => {
  const [r, g, b] = [red, green, blue].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
const bytes = (hex) => [0, 2, 4, 6].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** The colours of a canvas that are opaque and no mixture at an edge, most frequent first. */
const plain = async (page, selector) => {
  const { colours } = await page.pixels(selector);
  return [...colours()].filter(([hex, count]) => hex.endsWith('ff') && count >= 12).sort((a, b) => b[1] - a[1]).map(([hex]) => bytes(hex));
};
const redrawn = async (page, selector, before) =>
  page.until(async () => JSON.stringify(await plain(page, selector)) !== JSON.stringify(before), 'it was not drawn again');

/** On white, what carries meaning is at 7:1, grid and tints aside: marks, text, quiet text. */
const expectStrong = (colours, least = 3) => {
  const inks = colours.map((colour) => contrast(colour, [255, 255, 255])).filter((ratio) => ratio >= 3).slice(0, least);
  assert.ok(inks.length === least && Math.min(...inks) >= 7, `more contrast is 7:1: ${inks}`);
};

onPage('a change of the reader’s scheme, contrast or colours draws again, legibly', async (page) => {
  await page.resize(520, 700);
  try {
    await prefer(page, { 'prefers-color-scheme': 'light' });
    await page.show('<meta name="color-scheme" content="light dark">' + tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar }));
    const light = await plain(page, '#chart');
    assert.ok(light.some((colour) => contrast(colour, [255, 255, 255]) > 12), 'dark text on a light page');

    await prefer(page, { 'prefers-color-scheme': 'dark' });
    await redrawn(page, '#chart', light);
    const dark = await plain(page, '#chart');
    assert.ok(dark.some((colour) => contrast(colour, [18, 18, 18]) > 12), 'light text on a dark page');
    assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[part=root]').dataset.theme), 'dark');
    await page.screenshot('prefers-dark');

    await prefer(page, { 'prefers-color-scheme': 'light', 'prefers-contrast': 'more' });
    await redrawn(page, '#chart', dark);
    const strong = await plain(page, '#chart');
    expectStrong(strong);
    await page.screenshot('prefers-contrast');

    // The reader's own colours: nothing is painted in any other.
    await prefer(page, { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
    await redrawn(page, '#chart', strong);
    const allowed = await page.run(() => ['Canvas', 'CanvasText', 'Highlight'].map((name) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = name;
      const colour = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
      probe.remove();
      return colour;
    }));
    const [ground, ...inksAllowed] = allowed;
    const beside = ([r, g, b], ink) => {
      // The distance of a colour from those that lie between the ground and an ink: edges and tints are such mixtures.
      const along = ink.map((byte, at) => byte - ground[at]);
      const share = [r, g, b].reduce((sum, byte, at) => sum + (byte - ground[at]) * along[at], 0) / Math.hypot(...along) ** 2;
      return Math.hypot(...[r, g, b].map((byte, at) => byte - ground[at] - share * along[at]));
    };
    for (const colour of await plain(page, '#chart')) {
      assert.ok(inksAllowed.some((ink) => beside(colour, ink) < 8), `rgb(${colour}) is none of ${JSON.stringify(allowed)}`);
    }
    await page.screenshot('forced-colors');
  } finally {
    await prefer(page, {});
  }
}, { skip: engine === 'webkit' && 'WebKitGTK takes its settings from the desktop when it starts: the next test' });

test('a browser that starts on a dark desktop, or on one of high contrast, draws so', {
  skip: engine !== 'webkit' && 'told while it runs, in the test before',
  timeout: 120_000,
}, async ({ signal }) => {
  for (const [name, settings, query] of [
    ['dark', 'gtk-theme-name=Adwaita-dark\ngtk-application-prefer-dark-theme=1', '(prefers-color-scheme: dark)'],
    ['contrast', 'gtk-theme-name=HighContrast\ngtk-enable-animations=0', '(prefers-contrast: more) and (prefers-reduced-motion: reduce)'],
  ]) {
    const desktop = mkdtempSync(join(tmpdir(), 'zonestat-desktop-'));
    for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
      mkdirSync(join(desktop, toolkit));
      writeFileSync(join(desktop, toolkit, 'settings.ini'), `[Settings]\n${settings}\n`);
    }
    const { driver, close } = await openEngine('webkit', { desktop });
    try {
      const page = new Page(driver, 'webkit', signal);
      await page.blank();
      assert.ok(await page.run((query) => matchMedia(query).matches, query), `${query} does not hold`);
      await page.show('<meta name="color-scheme" content="light dark">' + tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar }));
      const colours = await plain(page, '#chart');
      if (name === 'dark') assert.ok(colours.some((colour) => contrast(colour, [18, 18, 18]) > 12), 'light text on a dark page');
      else expectStrong(colours, 2); // here mixtures at the edges of hatching come next
      await page.screenshot(`desktop-${name}`);
    } finally {
      await close();
      rmSync(desktop, { recursive: true });
    }
  }
});

onPage('nothing moves by itself, whatever the reader prefers', async (page) => {
  await showWall(page, everything({ lang: 'en', controls: true }));
  // Neither animations nor transitions, in any part of any widget, and the picture of a still page is always the same.
  assert.deepEqual(await page.run(() => document.getAnimations().length), 0);
  const moving = await page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].flatMap(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    }).map((element) => element.outerHTML.slice(0, 80))));
  assert.deepEqual(moving, []);
  // Nor does what comes up later: rings, menu, tooltip, panel.
  const told = await page.run(() => [...document.querySelector('zone-chart').shadowRoot.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)));
  assert.ok(told.some((rule) => rule.startsWith('.ring')) && told.some((rule) => rule.startsWith('.panel')), 'the styles of all of it');
  assert.deepEqual(told.filter((rule) => /(transition|animation)[a-z-]*: (?!initial)|@keyframes/.test(rule)), []);
  const sum = async () => JSON.stringify([...(await page.pixels('#bar')).colours()]);
  const first = await sum();
  for (let frame = 0; frame < 3; frame += 1) await page.painted();
  assert.equal(await sum(), first);
});

onPage('at 400 % zoom and with wider text spacing nothing is cut off and nothing scrolls sideways', async (page) => {
  await page.resize(320, 900); // 1280 CSS pixels at 400 %
  const html = tag('zone-chart', { id: 'chart', lang: 'en', controls: true, ...CHARTS.bar }) + tag('zone-card', { id: 'card', lang: 'zh', controls: true, ...CARDS.kpi });
  await page.show(html);
  const sideways = () => page.run(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await sideways()) <= 0, 'scrolls sideways at 320 pixels');
  await page.screenshot('zoom-400');

  // WCAG 1.4.12, set on everything that a page's style sheet reaches, and inherited by what it does not.
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
    for (const { shadowRoot } of document.querySelectorAll('zone-chart, zone-card')) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    document.getElementById('chart').shadowRoot.querySelector('[data-item=table]').click();
    document.getElementById('chart').shadowRoot.querySelector('[data-item=sources]').click();
  });
  await page.painted();
  assert.ok((await sideways()) <= 0, 'scrolls sideways with wide text');
  const cut = await page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].flatMap(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('button:not(.spot), th, td, caption, p')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hidden = overflowX !== 'visible' || overflowY !== 'visible';
      const unseen = element.closest('.unseen') || element.getClientRects().length === 0;
      return !unseen && hidden && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    }).map((element) => element.textContent)));
  assert.deepEqual(cut, []);
  // A panel opened now lies inside the view, and what is in it can be scrolled to.
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('.spot').click());
  await page.until(() => page.run(() => document.getElementById('chart').shadowRoot.querySelector('[part=panel]').getClientRects().length > 0), 'no panel');
  const box = await page.run(() => {
    const panel = document.getElementById('chart').shadowRoot.querySelector('[part=panel]');
    const { left, right, top, bottom } = panel.getBoundingClientRect();
    return { left, right, top, bottom, width: innerWidth, height: innerHeight, wide: panel.scrollWidth - panel.clientWidth };
  });
  assert.ok(box.left >= 0 && box.right <= box.width + 1 && box.top >= 0 && box.bottom <= box.height + 1 && box.wide <= 1, JSON.stringify(box));
  await page.screenshot('text-spacing');
});

onPage('on paper a drawing is redrawn for its width, on a light ground, without controls', async (page) => {
  await page.run(() => (document.documentElement.style = 'color-scheme: dark; background: #14181d'));
  await page.show(tag('zone-chart', { id: 'chart', lang: 'en', controls: true, ...CHARTS.bar }));
  const dark = await plain(page, '#chart');
  try {
    await prefer(page, {}, 'print');
    await page.resize(680, 900); // what is left of A4 between margins, at 96 dots an inch
    await redrawn(page, '#chart', dark);
    const paper = await page.run(() => {
      const host = document.getElementById('chart');
      const root = host.shadowRoot;
      const canvas = root.querySelector('canvas');
      const box = canvas.getBoundingClientRect();
      return {
        theme: root.querySelector('[part=root]').dataset.theme,
        spare: host.clientWidth - box.width,
        density: canvas.width / box.width,
        controls: root.querySelector('[part=menu]').getClientRects().length,
      };
    });
    assert.equal(paper.theme, 'light');
    assert.ok(paper.spare >= -1 && paper.spare < 40, `as wide as the paper: ${JSON.stringify(paper)}`);
    assert.ok(paper.density >= 2.9, `fine enough for paper: ${paper.density}`);
    assert.equal(paper.controls, 0);
    await page.screenshot('print');

    // Told apart without colour: each status has a texture of its own, in shares of grey.
    const inks = await page.run(() => {
      const root = document.getElementById('chart').shadowRoot;
      const canvas = root.querySelector('canvas');
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      const origin = canvas.getBoundingClientRect();
      return [...root.querySelectorAll('.spot[data-observations]')].map((mark) => {
        const box = mark.getBoundingClientRect();
        const inset = 4;
        const { data } = canvas.getContext('2d').getImageData((box.left - origin.left + inset) * scale, (box.top - origin.top + inset) * scale, (box.width - 2 * inset) * scale, (box.height - 2 * inset) * scale);
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) {
          const alpha = data[at + 3] / 255;
          const grey = (0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]) * alpha + 255 * (1 - alpha);
          if (grey < 170) dark += 1;
        }
        return dark / (data.length / 4);
      });
    });
    const [partial, estimated, actual, target] = inks;
    assert.ok(actual > 0.95 && target < 0.05, `full and hollow: ${inks}`);
    assert.ok(partial > 0.1 && partial < 0.6, `hatched: ${inks}`);
    assert.ok(estimated > 0.02 && estimated < 0.6 && Math.abs(estimated - partial) > 0.05, `dashed: ${inks}`);
  } finally {
    await prefer(page, {});
  }
}, { skip: engine !== 'chromium' && 'only Chromium shows a page as on paper; the next test prints one' });

onPage('a printed page holds the drawing on a sheet of its size', async (page) => {
  await page.show(tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar }));
  await page.run(() => {
    window.printed = [];
    const canvas = document.getElementById('chart').shadowRoot.querySelector('canvas');
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, () => window.printed.push([type, canvas.width]));
  });
  const data = page.engine === 'chromium'
    ? (await page.driver.sendAndGetDevToolsCommand('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, printBackground: false })).data
    : await page.driver.printPage({ width: 21, height: 29.7 });
  const pdf = plainText(Buffer.from(data, 'base64'));
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(pdf);
  assert.ok(box && Math.abs(box[1] - 595) < 3 && Math.abs(box[2] - 842) < 3, `A4: ${box?.[0]}`);
  assert.match(pdf, /\/Subtype\s*\/(Image|CIDFontType2|TrueType|Type3)/, 'the drawing is on it');
  // Drawn for the sheet, not shrunk to it: its texts keep their size. Then as before.
  const [[before, wide], [after, again]] = await page.run(() => window.printed);
  assert.deepEqual([before, after], ['beforeprint', 'afterprint']);
  assert.ok(wide / 3 <= 718, `${wide / 3} CSS pixels on A4 between margins of 10 mm`);
  assert.ok(wide / 3 >= 600, `${wide / 3} CSS pixels use the sheet`);
  assert.ok(again > 1000, 'the screen has its width again');
}, { skip: engine === 'webkit' && 'WebKitGTK’s driver knows no command to print' });

/** A PDF with its compressed parts unpacked. */
function plainText(pdf) {
  let text = pdf.toString('latin1');
  for (const { index, 0: start } of [...text.matchAll(/stream\r?\n/g)]) {
    try {
      text += inflateSync(pdf.subarray(index + start.length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch {
      // not compressed, or an image
    }
  }
  return text;
}
