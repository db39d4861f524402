// What the page puts between the tags is the page's own: it looks as if no widget were around it.
import assert from 'node:assert/strict';
import { onPage } from './harness/index.mjs';

/** A page with a look of its own, down to custom properties of very common names, and a widget that cannot load. */
const PAGE = `<style>
    :root { color-scheme: dark; --text: rgb(1, 2, 3); --muted: rgb(4, 5, 6); --ground: rgb(7, 8, 9); --line: rgb(10, 11, 12);
      --raised: rgb(13, 14, 15); --focus: rgb(16, 17, 18); --warning: rgb(19, 20, 21); --accent: rgb(22, 23, 24); --shade: rgb(25, 26, 27); }
    body { background: #101418; color: #e8eaed; font: italic 300 19px/2 serif; letter-spacing: 1px; text-transform: uppercase; }
    b { color: light-dark(rgb(1, 0, 0), rgb(0, 1, 0)); }
  </style>
  <p class="outside">text <b>both</b> <i>own</i></p>
  <zone-chart indicator="gdp" lang="en"><p>text <b>both</b> <i>own</i></p></zone-chart>`;

const INHERITED = [
  'color', 'color-scheme', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'line-height', 'text-transform',
  '--text', '--muted', '--ground', '--line', '--raised', '--focus', '--warning', '--accent', '--shade',
];

/** How the texts outside and between the tags are styled. */
const looks = (page) =>
  page.run((names) => {
    const look = (element) => Object.fromEntries(names.map((name) => [name, getComputedStyle(element).getPropertyValue(name)]));
    const both = (selector) => look(document.querySelector(selector));
    return {
      outside: [both('.outside'), both('.outside b')],
      between: [both('zone-chart p'), both('zone-chart b')],
      seen: document.querySelector('zone-chart p').getBoundingClientRect().height > 0,
      state: document.querySelector('zone-chart').shadowRoot.querySelector('.root').dataset.state,
    };
  }, INHERITED);

onPage('text between the tags keeps the look of the page, before the drawing and where there is none', async (page) => {
  await page.run(async (html) => {
    window.asked = new Promise((resolve) => {
      window.fetch = () =>
        new Promise((_, reject) => {
          window.lose = () => reject(new Error('offline'));
          resolve();
        });
    });
    await import('/pkg/auto.js');
    document.body.innerHTML = html;
    await window.asked;
  }, PAGE);
  const before = await looks(page);
  assert.deepEqual([before.state, before.seen], ['replaced', true]);
  assert.deepEqual(before.between, before.outside);
  assert.equal(before.outside[0]['--muted'], 'rgb(4, 5, 6)', 'the test reads custom properties');

  await page.run(() => window.lose());
  await page.ready();
  const failed = await looks(page);
  assert.deepEqual([failed.state, failed.seen], ['failed', true]);
  assert.deepEqual(failed.between, failed.outside);
  // The message is the widget's own, and legible on this page.
  const message = await page.run(() => {
    const { color, fontStyle } = getComputedStyle(document.querySelector('zone-chart').shadowRoot.querySelector('[part=message]'));
    return { color, fontStyle };
  });
  assert.deepEqual(message, { color: 'rgb(244, 246, 248)', fontStyle: 'normal' });
  await page.screenshot('between-failed');
});
