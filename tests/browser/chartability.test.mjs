// The fourteen critical heuristics of Chartability (chartability.fizz.studio), each by its name. They are failures to look
// for: a test named by one fails where the failure is found.
import assert from 'node:assert/strict';
import { press, touch } from './harness/hands.mjs';
import { onPage } from './harness/index.mjs';
import { CARDS, CHARTS, everything, showWall, tag } from './harness/widgets.mjs';

/** Every text of an SVG rendering with its colour and size, in every kind and both themes. */
const texts = (page, theme) =>
  page.run(async (charts, cards, theme) => {
    const { init, renderChart, renderCard } = await import('/pkg/index.js');
    await init();
    const drawings = [
      ...Object.entries(charts).map(([id, spec]) => [id, renderChart(null, { ...spec, theme, lang: 'en', width: 480 })]),
      ...Object.entries(cards).map(([id, spec]) => [id, renderCard(null, { ...spec, theme, lang: 'en', width: 480 })]),
    ];
    return drawings.flatMap(([id, handle]) => {
      const svg = new DOMParser().parseFromString(handle.toSVG(), 'image/svg+xml').documentElement;
      document.body.replaceChildren(svg);
      return [...svg.querySelectorAll('text')].map((text) => {
        const { fill, fontSize } = getComputedStyle(text);
        return { id, text: text.textContent, fill: fill.match(/\d+/g).map(Number), size: parseFloat(fontSize) };
      });
    });
  }, CHARTS, CARDS, theme);

const luminance = (colour) => {
  const [r, g, b] = colour.map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
/** Of every widget: what is said of it and in it. */
const said = (page) =>
  page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].map((widget) => {
    const root = widget.shadowRoot;
    const stage = root.querySelector('[part=stage]');
    return {
      id: widget.id,
      name: stage.getAttribute('aria-label'),
      summary: root.getElementById('description').textContent,
      instructions: root.getElementById('instructions').textContent,
      marks: [...root.querySelectorAll('.spot[data-observations]')].map((mark) => ({ ids: mark.dataset.observations.split(' '), speech: mark.getAttribute('aria-label') })),
      rows: [...root.querySelectorAll('.tabular tbody tr[data-observations]')].map((row) => row.dataset.observations.split(' ')),
      caption: root.querySelector('caption').textContent,
    };
  }));
const wall = (page, common = {}) => showWall(page, everything({ lang: 'en', ...common }));
const chart = (attributes = {}) => tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar, ...attributes });
const isOpen = (page, part) => page.run((part) => document.getElementById('chart').shadowRoot.querySelector(`[part=${part}]`).getClientRects().length > 0, part);

onPage('Low contrast', async (page) => {
  for (const [theme, ground] of [['light', [255, 255, 255]], ['dark', [20, 24, 29]]]) {
    const all = await texts(page, theme);
    assert.ok(all.length > 200);
    assert.deepEqual(all.filter(({ fill }) => contrast(fill, ground) < 4.5), [], theme);
  }
  // What marks are painted in, at 3:1 at least.
  await page.show(chart({ theme: 'light' }));
  const [[mark]] = [...(await page.pixels('#chart')).colours()].filter(([hex]) => hex.endsWith('ff')).sort((a, b) => b[1] - a[1]);
  assert.ok(contrast([0, 2, 4].map((at) => parseInt(mark.slice(at, at + 2), 16)), [255, 255, 255]) >= 3, mark);
});

onPage('Content is only visual', async (page) => {
  await wall(page);
  for (const { id, marks, rows, summary } of await said(page)) {
    const listed = rows.flat();
    for (const { ids, speech } of marks) {
      assert.ok(speech.length > 20, `${id}: ${speech}`);
      for (const observation of ids) assert.ok(listed.includes(observation), `${id}: ${observation} is in no row`);
    }
    assert.ok(summary.length > 40, id);
  }
});

onPage('Small text size', async (page) => {
  const small = (await texts(page, 'light')).filter(({ size }) => size < 12);
  assert.deepEqual(small, []);
  await page.show(chart({ controls: true }));
  const least = await page.run(() => Math.min(...[...document.getElementById('chart').shadowRoot.querySelectorAll('button, p, td, th, caption')].map((element) => parseFloat(getComputedStyle(element).fontSize))));
  assert.ok(least >= 12, `${least} px`);
});

onPage('Visual presents seizure risk', async (page) => {
  await wall(page);
  const sum = async () => (await page.pixels('#bar')).colours().size;
  const first = await sum();
  assert.equal(await page.run(() => document.getAnimations().length), 0, 'nothing is animated');
  // Neither when a mark is reached: one frame to the next state, and still again.
  await page.run(() => document.getElementById('bar').shadowRoot.querySelector('[part=stage]').focus());
  await press(page, 'ArrowRight');
  await page.painted();
  const drawings = await page.run(async () => {
    const canvas = document.getElementById('bar').shadowRoot.querySelector('canvas');
    const seen = new Set();
    for (let frame = 0; frame < 10; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      seen.add(canvas.toDataURL());
    }
    return seen.size;
  });
  assert.equal(drawings, 1, 'it flickers');
  assert.ok(first > 3);
});

onPage('Interaction modality only has one input type', async (page) => {
  await page.show(`<p id="out">out</p>${chart()}`);
  const place = await page.run(() => {
    const box = document.getElementById('chart').shadowRoot.querySelector('.spot').getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  const last = async () => (await page.events('zone-select')).at(-1)?.detail.observations.join();
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[part=stage]').focus());
  await press(page, 'ArrowRight', 'Enter');
  await page.until(() => isOpen(page, 'panel'), 'not by keyboard');
  const byKeys = await last();
  await press(page, 'Escape', 'Escape');
  await touch(page, place);
  await page.until(() => isOpen(page, 'tooltip'), 'not by touch');
  await touch(page, place);
  await page.until(() => isOpen(page, 'panel'), 'no sources by touch');
  assert.equal(await last(), byKeys);
  await press(page, 'Escape', 'Escape');
  // Assistive technology presses the button itself.
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('.spot').click());
  await page.until(() => isOpen(page, 'panel'), 'not by assistive technology');
  assert.equal(await last(), byKeys);
});

onPage('No interaction cues or instructions', async (page) => {
  await page.show(chart({ controls: true }));
  const [{ instructions }] = await said(page);
  for (const key of ['Arrow', 'Enter', 'Escape', 'T the table']) assert.ok(instructions.includes(key), instructions);
  const cues = await page.run(() => {
    const root = document.getElementById('chart').shadowRoot;
    return { cursor: getComputedStyle(root.querySelector('.spot')).cursor, items: [...root.querySelectorAll('[part=menu-item]')].map((item) => item.textContent.trim()) };
  });
  assert.equal(cues.cursor, 'pointer');
  assert.ok(cues.items.length >= 3 && cues.items.every((text) => text.length > 2), cues.items.join());
});

onPage('Controls override AT controls', async (page) => {
  await page.show(chart());
  await page.run(() => {
    window.taken = [];
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented) window.taken.push(event.key);
    });
    document.getElementById('chart').shadowRoot.querySelector('[part=stage]').focus();
  });
  // Keys with modifiers, letters that screen readers jump by, and Tab are left alone; nothing listens without the focus.
  await press(page, 'ArrowRight', 'h', 'k', 'b', 'Control+ArrowRight', 'Alt+ArrowDown', 'Shift+Tab');
  assert.deepEqual(await page.run(() => window.taken), []);
  await page.run(() => document.activeElement?.blur());
  await press(page, 't');
  assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.querySelector('.tabular').classList.contains('unseen')), true, 'a key of the page is not the widget’s');
  assert.equal(await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[role=application]')), null);
});

onPage('No explanation for purpose or for how to read', async (page) => {
  await wall(page);
  const all = await said(page);
  const of = (id) => all.find((widget) => widget.id === id);
  // What is peculiar to a drawing is explained: textures, joins, sums that are none.
  assert.match(of('bar').summary, /hatched.*do not compare with full years/);
  assert.match(of('line').summary, /joins neighbouring figures only where they compare/);
  assert.match(of('pipeline').summary, /not one group of projects passing through/);
  const drawn = (await texts(page, 'light')).filter(({ id }) => id === 'bar').map(({ text }) => text).join(' ');
  assert.match(drawn, /Parts of a year are hatched/, 'and it is seen, not only heard');
});

onPage('No title, summary, or caption', async (page) => {
  await wall(page);
  const drawn = await texts(page, 'light');
  await wall(page);
  for (const { id, name, summary, caption } of await said(page)) {
    assert.ok(name.length > 3 && summary.length > 40 && caption.length > 3, id);
    const first = drawn.filter((text) => text.id === id);
    assert.ok(first.length > 2 && first.some(({ size }) => size >= 13), `${id} has a visible title`);
    assert.ok(first.some(({ text }) => /^Sources?:/.test(text)), `${id} names its source`);
  }
});

onPage('Reading level inappropriate', async (page) => {
  await wall(page);
  for (const { id, summary, instructions } of await said(page)) {
    // Sentences that can be followed by ear: names and figures aside, they stay short, and no jargon of our own is in them.
    const sentences = `${summary} ${instructions}`.split(/[.。](?:\s|$)/).filter((text) => text.trim());
    const words = sentences.map((text) => text.replace(/^[^:]*:/, '').split(/\s+/).length);
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
    assert.ok(mean <= 14, `${id}: ${mean} words a sentence`);
    assert.ok(Math.max(...words) <= 40, `${id}: ${sentences[words.indexOf(Math.max(...words))]}`);
    assert.doesNotMatch(summary, /\b(yoy|pp|obs|null|undefined|NaN|etdz-)\b/i, id);
  }
});

onPage('No table', async (page) => {
  await wall(page);
  for (const { id, rows, marks } of await said(page)) assert.ok(rows.length >= Math.min(marks.length, 1) && rows.length > 0, id);
  await page.run(() => document.getElementById('bar').shadowRoot.querySelector('[part=stage]').focus());
  await press(page, 't');
  const table = await page.run(() => {
    const found = document.getElementById('bar').shadowRoot.activeElement.querySelector('table');
    return { height: found.getBoundingClientRect().height, heads: [...found.querySelectorAll('th[scope=col]')].length, rows: found.querySelectorAll('th[scope=row]').length };
  });
  assert.ok(table.height > 60 && table.heads >= 4 && table.rows === 4, JSON.stringify(table));
});

onPage('Data density is inappropriate', async (page) => {
  await wall(page);
  const crowded = await page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].flatMap((widget) => {
    const boxes = [...widget.shadowRoot.querySelectorAll('.spot[data-observations]')].map((mark) => mark.getBoundingClientRect());
    const { width, height } = widget.getBoundingClientRect();
    return boxes.length / (width * height) > 1 / 4000 ? [`${widget.id}: ${boxes.length} marks in ${width} × ${height}`] : [];
  }));
  assert.deepEqual(crowded, []);
  // What would crowd one picture is parted: unlike units never share an axis.
  await page.show(chart({ indicator: 'gdp projects-signed' }));
  const [{ marks }] = await said(page);
  assert.ok(marks.length >= 2);
});

onPage('Navigation and interaction is tedious', async (page) => {
  await page.show(`<button id="before">before</button>${tag('zone-chart', { id: 'chart', lang: 'en', kind: 'rank' })}<button id="after">after</button>`);
  const [{ marks }] = await said(page);
  assert.ok(marks.length >= 15, 'many marks');
  const at = () => page.run(() => document.activeElement.id);
  await page.run(() => document.getElementById('before').focus());
  await press(page, 'Tab', 'Tab');
  assert.equal(await at(), 'after', 'two keys lead past all of them');
  await press(page, 'Shift+Tab', 'End');
  const here = () => page.run(() => document.getElementById('chart').shadowRoot.activeElement.dataset.observations.split(' ')[0]);
  assert.equal(await here(), marks.at(-1).ids[0], 'two keys lead to the last');
  await press(page, 'Tab');
  assert.equal(await at(), 'after', 'one leads on from any mark');
});

onPage('User style change not respected', async (page) => {
  await page.show(chart({ theme: 'light' }));
  const before = JSON.stringify([...(await page.pixels('#chart')).colours()].sort());
  await page.run(() => (document.getElementById('chart').style = '--zone-series-1: rgb(120, 0, 90); --zone-text: rgb(0, 60, 0); --zone-font: monospace; font-size: 150%'));
  await page.until(async () => JSON.stringify([...(await page.pixels('#chart')).colours()].sort()) !== before, 'the style is ignored');
  const colours = [...(await page.pixels('#chart')).colours().keys()];
  assert.ok(colours.includes('78005aff'), 'the series has the reader’s colour');
  assert.ok(colours.includes('003c00ff'), 'so has the text');
});
