// What is heard: the accessibility tree as the engine hands it to a screen reader, and what live regions say.
import assert from 'node:assert/strict';
import { press } from './harness/hands.mjs';
import { onPage } from './harness/index.mjs';
import { CARDS, CHARTS, everything, showWall, tag } from './harness/widgets.mjs';

const notChromium = (page) => page.engine !== 'chromium';

/** Chromium's whole tree as a list of what is not ignored: `{ role, name, description, properties, parents }`. */
async function tree(page) {
  const { frameTree } = await page.driver.sendAndGetDevToolsCommand('Page.getFrameTree', {});
  const { nodes } = await page.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {
    frameId: frameTree.childFrames[0].frame.id,
  });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parents = (node) => {
    const above = byId.get(node.parentId);
    return above ? [...(above.ignored ? [] : [above.role?.value]), ...parents(above)] : [];
  };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: node.role?.value,
      name: node.name?.value ?? '',
      description: node.description?.value ?? '',
      properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      parents: parents(node),
    }));
}

/** Remembers everything that live regions say from now on. */
const listen = (page) =>
  page.run(() => {
    window.said = [];
    for (const widget of document.querySelectorAll('zone-chart, zone-card, zone-table, zone-sources')) {
      const region = widget.shadowRoot.querySelector('[role=status]');
      new MutationObserver(() => {
        if (region.textContent) window.said.push(region.textContent);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
const said = (page) => page.run(() => window.said);

// Of each language: a status, a period, a unit, a position among the others.
const HEARD = {
  en: { position: /(\d+) of (\d+)\.$/, status: /actual|estimated|target|planned|projected/i, summary: /figures/, group: 'chart', card: 'fact card', keys: /Arrow keys.*Enter.*T the table.*Escape/ },
  zh: { position: /第(\d+)项，共(\d+)项。$/, status: /实际|预计|目标|计划|预测/, summary: /数字/, group: '图表', card: '数字卡片', keys: /方向键.*回车键.*T键.*Esc键/ },
};

for (const lang of ['en', 'zh']) {
  onPage(`roles, names, summaries, instructions and every mark are heard (${lang})`, async (page) => {
    await showWall(page, everything({ lang }));
    const heard = HEARD[lang];
    // In every engine: what the elements say of themselves, and the roles and names that the driver computes from it.
    const widgets = await page.run(() => [...document.querySelectorAll('zone-chart, zone-card')].map((widget) => {
      const root = widget.shadowRoot;
      const stage = root.querySelector('[part=stage]');
      const texts = stage.getAttribute('aria-describedby').split(' ').map((id) => root.getElementById(id)?.textContent ?? '');
      const cells = [...root.querySelectorAll('tbody tr')].map((row) => ({ ids: row.dataset.observations, text: [...row.cells].map((cell) => cell.textContent) }));
      return {
        id: widget.id,
        lang: root.querySelector('[part=root]').lang,
        name: stage.getAttribute('aria-label'),
        sort: stage.getAttribute('aria-roledescription'),
        texts,
        inside: root.querySelector('canvas').textContent,
        marks: [...root.querySelectorAll('.spot[data-observations]')].map((mark) => ({ name: mark.getAttribute('aria-label'), ids: mark.dataset.observations })),
        cells,
        caption: root.querySelector('caption').textContent,
      };
    }));
    for (const { id, name, sort, texts, inside, marks, cells, caption, lang: tongue } of widgets) {
      assert.ok(name.length > 0 && caption.length > 0, `${id} has a name, and so has its table`);
      assert.equal(tongue, lang === 'zh' ? 'zh-Hans' : 'en', `${id}: the voice's language`);
      assert.equal(sort, id in CARDS ? heard.card : heard.group, id);
      const [summary, instructions] = texts;
      assert.ok(summary.length > 20, `${id} has a summary: ${summary}`);
      assert.match(instructions, heard.keys, `${id} says how to move before anyone enters`);
      assert.equal(inside, summary, `${id}: a browser without a canvas shows the summary`);
      const total = marks.length;
      marks.forEach(({ name: speech, ids }, index) => {
        const [, at, of] = heard.position.exec(speech) ?? [];
        assert.deepEqual([Number(at), Number(of)], [index + 1, total], `${id}: ${speech}`);
        assert.match(speech, heard.status, `${id}: ${speech}`);
        assert.match(speech, /\d/, `${id}: ${speech}`);
        // Value, unit and period are those of the table, word for word where the table has a figure; its caption says what all rows share.
        const row = cells.find((candidate) => candidate.ids.split(' ')[0] === ids.split(' ')[0]);
        assert.ok(row, `${id}: no row for ${ids}`);
        const digits = (text) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
        const spoken = digits(speech);
        const shared = [caption, ...row.text].filter((cell) => digits(cell).length > 0 && digits(cell).every((number) => spoken.includes(number)));
        assert.ok(shared.length >= 2, `${id}: value and period of ${JSON.stringify(row.text)} in “${speech}”`);
      });
    }
    const [stage] = await page.driver.findElements({ css: 'zone-chart#bar' });
    const root = await stage.getShadowRoot();
    const computed = async (css) => {
      const [element] = await root.findElements({ css });
      return [await element.getAriaRole(), await element.getAccessibleName()];
    };
    const [role, label] = await computed('[part=stage]');
    assert.match(role, /group/i);
    assert.equal(label, widgets[0].name);
    const [markRole, markName] = await computed('.spot');
    assert.match(markRole, /button/i);
    assert.equal(markName, widgets[0].marks[0].name);
    if (notChromium(page)) {
      // The table behind the picture. (Chromium, which need not lay it out, says so only of its whole tree: below.)
      const [cellRole] = await computed('.unseen tbody td');
      assert.match(cellRole, /cell/i);
      const [openerRole, openerName] = await computed('.unseen tbody button');
      assert.match(openerRole, /button/i);
      assert.ok(widgets[0].cells.some(({ text }) => text.includes(openerName)), openerName);
      return;
    }

    // Chromium: the tree itself.
    const nodes = await tree(page);
    for (const { id, name, marks, texts, caption, cells } of widgets) {
      const groups = nodes.filter((node) => node.name === name && node.role === 'group' && node.properties.focusable);
      assert.ok(groups.length > 0, `${id}: ${name}`);
      const even = (text) => text.replace(/\s+/g, ' ');
      assert.ok(groups.some(({ description }) => even(description) === even(texts.join(' '))), `${id}: described before it is entered`);
      for (const mark of marks) {
        const button = nodes.find((node) => node.role === 'button' && node.name === mark.name);
        assert.ok(button?.properties.focusable, `${id}: ${mark.name}`);
        assert.ok(button.parents.includes('group'), id);
      }
      assert.ok(nodes.some((node) => node.role === 'table' && node.name === caption), `${id}: the table behind`);
      for (const { text } of cells) for (const cell of text.filter(Boolean)) {
        assert.ok(nodes.some((node) => /cell|rowheader/.test(node.role) && even(node.name) === even(cell)), `${id}: the cell ${cell}`);
      }
    }
    const roles = new Map();
    for (const { role: one } of nodes) roles.set(one, (roles.get(one) ?? 0) + 1);
    assert.ok(roles.get('columnheader') > 0 && roles.get('rowheader') > 0 && roles.get('switch') > 0, [...roles].join(' '));
    // Nothing that can be focused is without a name.
    assert.deepEqual(nodes.filter((node) => node.properties.focusable && !node.name && !['RootWebArea', 'Iframe'].includes(node.role)), []);
  }, { timeout: 150_000, heard: true });
}

onPage('an author’s name and description replace the generated ones', async (page) => {
  await page.show(`<p id="one">First part,</p><p id="two">second part.</p>
    ${tag('zone-chart', { id: 'chart', ...CHARTS.bar, 'aria-label': 'Trade, in our words', 'aria-describedby': 'one two' })}`);
  const heard = () => page.run(() => {
    const root = document.getElementById('chart').shadowRoot;
    const stage = root.querySelector('[part=stage]');
    return [stage.getAttribute('aria-label'), root.getElementById('description').textContent, root.getElementById('instructions').textContent.length > 0];
  });
  assert.deepEqual(await heard(), ['Trade, in our words', 'First part, second part.', true]);
  // The host itself is no second image with the same words.
  if (!notChromium(page)) {
    const named = (await tree(page)).filter((node) => node.name === 'Trade, in our words');
    assert.deepEqual(named.filter((node) => node.properties.focusable).length, 1, JSON.stringify(named));
  }
  await page.run(() => document.getElementById('chart').setAttribute('aria-label', 'Other words'));
  await page.until(async () => (await heard())[0] === 'Other words', 'the new name was not taken');
  await page.run(() => {
    document.getElementById('chart').removeAttribute('aria-label');
    document.getElementById('chart').removeAttribute('aria-describedby');
  });
  await page.until(async () => /Imports and exports/.test((await heard())[0]), 'the generated name did not come back');
  assert.match((await heard())[1], /CN¥11\.2\sbillion/);
});

onPage('changes are said once, in the language that they bring', async (page) => {
  await page.show(tag('zone-chart', { id: 'chart', lang: 'en', ...CHARTS.bar }) + tag('zone-table', { id: 'table', lang: 'en', indicator: 'trade' }));
  await listen(page);
  // Settled and silent: focus, hover and a redraw for size are no news.
  const settle = async () => {
    for (let frame = 0; frame < 4; frame += 1) await page.painted();
  };
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[part=stage]').focus());
  await press(page, 'ArrowRight', 'ArrowRight');
  await page.run(() => (document.getElementById('chart').style.width = '500px'));
  await settle();
  assert.deepEqual(await said(page), [], 'a mark speaks for itself');

  const change = async (what, ...args) => {
    await page.run(() => (window.said.length = 0));
    await what(...args);
    await page.until(async () => (await said(page)).length > 0, 'nothing was said');
    await settle();
    const heard = await said(page);
    assert.equal(heard.length, 1, `said once: ${JSON.stringify(heard)}`);
    return heard[0];
  };
  const set = (name, value) => page.run((name, value) => document.getElementById('chart').setAttribute(name, value), name, value);
  assert.match(await change(set, 'lang', 'zh'), /^已更新：.*进出口/);
  assert.match(await change(set, 'indicator', 'gdp'), /^已更新：.*生产总值/);
  assert.match(await change(set, 'lang', 'en'), /^Updated: Gross domestic product/);
  assert.match(await change(set, 'indicator', 'trade'), /^Updated: Imports and exports/);

  // A legend entry by the keyboard.
  await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[part=stage]').focus());
  const label = await page.run(() => document.getElementById('chart').shadowRoot.querySelector('[role=switch]').getAttribute('aria-label'));
  assert.equal(await change(press, page, 'End', 'ArrowRight', 'Space'), `${label}: hidden`);
  assert.equal(await change(press, page, 'Space'), `${label}: shown`);

  // Sorting.
  const column = await page.run(() => {
    const head = document.getElementById('table').shadowRoot.querySelector('thead button');
    head.focus();
    return head.textContent.trim();
  });
  assert.ok((await change(press, page, 'Enter')).includes(column), 'the column is named');
});

onPage('a message interrupts, and a mended widget says no more', async (page) => {
  await page.show(tag('zone-chart', { id: 'chart', lang: 'en', indicator: 'gpd' }));
  const alert = () => page.run(() => {
    const region = document.getElementById('chart').shadowRoot.querySelector('[role=alert]');
    return region.hidden ? '' : region.textContent;
  });
  assert.match(await alert(), /gpd/);
  await page.run(() => document.getElementById('chart').setAttribute('indicator', 'gdp'));
  await page.until(async () => (await alert()) === '', 'the message stays');
});
