// Each way in, from the tarball to the pixels.
import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, describe, test } from 'node:test';
import { cleanUp, EXAMPLES, project, ROOT } from './harness/project.mjs';
import { run, serving } from './harness/run.mjs';
import { served } from '../browser/harness/server.mjs';
import { SNIPPETS, snippetSource } from '../browser/harness/snippets.mjs';
import { closeBrowsers, earFor, expectRight, PICTURE, poll, visit, visitAnyhow } from './harness/visit.mjs';

after(async () => {
  await closeBrowsers();
  await cleanUp();
});

/** Looks at a folder of files in an engine. */
async function lookAt(folder, { engine = 'chromium', more } = {}) {
  return served(folder, (url) => visit(`${url}/`, { engine, more }), await earFor(engine));
}

let reference;
/** What the plain script tag comes to in Chromium. */
function plain() {
  reference ??= project('script-tag').then(async (home) => ({ home, seen: await lookAt(home) }));
  return reference;
}

/** A page that was built stands alone: it asks for nothing of the packages that it was made from. */
async function expectBuilt(folder, options = {}) {
  const seen = await lookAt(folder, options);
  expectRight(seen, (await plain()).seen);
  assert.deepEqual(seen.requests.filter((address) => address.includes('node_modules')), []);
  return seen;
}

// Two at a time: one installs or builds while the other is looked at.
describe('ways in', { concurrency: 2, timeout: 600_000 }, () => {
  test('a script tag', async () => {
    const { home, seen } = await plain();
    expectRight(seen);
    for (const engine of ['firefox', 'webkit']) expectRight(await lookAt(home, { engine }));
  });

  test('one file, opened from disk', async () => {
    const home = await project('file');
    const page = join(home, 'index.html');
    expectRight(await visit(pathToFileURL(page).href), (await plain()).seen);
    for (const engine of ['firefox', 'webkit']) {
      const hear = await earFor(engine);
      const heard = join(home, `${engine}.html`);
      await writeFile(heard, hear(await readFile(page, 'utf8')));
      expectRight(await visit(pathToFileURL(heard).href, { engine }));
    }
  });

  test('a table that becomes a chart: with scripts, without, and when loading fails', async () => {
    const home = await project('fallback');
    const { more } = await lookAt(home, { more: fallbackOf });
    assert.deepEqual(more, { table: false, canvas: true });
    const own = (text) => /CN¥6.86 billion/.test(text.replace(/\s/g, ' '));

    const installed = join(home, 'node_modules/zonestat');
    for (const name of await readdir(installed)) if (name.endsWith('.wasm')) await rm(join(installed, name));
    const failed = await served(home, (url) => visitAnyhow(`${url}/`, { until: hasMessage, more: shown }));
    assert.ok(own(failed.text), failed.text);
    assert.match(failed.text, /could not be loaded/);

    await rm(join(installed, 'auto.js'));
    const alone = await served(home, (url) => visitAnyhow(`${url}/`, { more: shown }));
    assert.ok(own(alone.text), alone.text);

    const { home: whole } = await plain();
    await cp(join(home, 'index.html'), join(whole, 'fallback.html'));
    const silent = await served(whole, (url) => visitAnyhow(`${url}/fallback.html`, { scripts: false, more: shown }));
    assert.ok(own(silent.text), silent.text);
    assert.match(silent.text, /The table needs JavaScript/);
  });

  test('a frame that is as high as its widget', async () => {
    const home = await project('iframe');
    const { frames, errors, foreign } = await served(home, (url) => visitAnyhow(`${url}/`, { until: framesFit, more: framed }));
    assert.deepEqual([errors, foreign], [[], []]);
    assert.equal(frames.length, 2);
    for (const { height, needed, overflow } of frames) {
      assert.equal(height, needed);
      assert.equal(overflow, 0, 'nothing is cut off or scrolls');
    }
    assert.equal(frames[0].picture, (await plain()).seen.picture, 'the picture is that of the script tag, to the pixel');
    assert.match(frames[1].text, /121亿元/);
    assert.equal(frames[1].lang, 'zh');
  });

  test('an import map', async () => {
    const home = await project('import-map');
    const seen = await lookAt(home, { more: (driver) => driver.executeScript('return document.documentElement.dataset.zonestat') });
    expectRight(seen, (await plain()).seen);
    assert.equal(seen.more, JSON.parse(await readFile(join(home, 'node_modules/zonestat/package.json'), 'utf8')).version);
    const scripts = seen.requests.filter((address) => address.endsWith('.js')).map((address) => address.split('/').pop());
    assert.deepEqual(scripts.sort(), ['elements.js', 'index.js', 'main.js', 'more.js'], 'the page and the elements share one module');
  });

  for (const example of ['vite', 'vite-older']) {
    test(`${example}: built, and while developing`, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      await expectBuilt(join(home, 'dist'));
      await serving(home, 'npx', (port) => ['vite', '--port', String(port), '--strictPort'], async (url) => {
        expectRight(await visit(`${url}/`), (await plain()).seen);
      });
      if (example !== 'vite') return;
      for (const engine of ['firefox', 'webkit']) expectRight(await lookAt(join(home, 'dist'), { engine }));
    });
  }

  for (const [example, folder] of Object.entries({ webpack: '', rollup: '', esbuild: '', parcel: 'dist' })) {
    test(example, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      await expectBuilt(join(home, folder));
    });
  }

  test('Next.js: rendered on a server, and exported to files', async () => {
    const home = await project('next');
    await run(home, 'npm', ['run', 'build']);
    await serving(home, 'npx', (port) => ['next', 'start', '--port', String(port)], async (url) => {
      const html = await (await fetch(url)).text();
      assert.match(html, /<zone-chart kind="bar" indicator="trade">/, 'the tag is in what the server sends');
      expectRight(await visit(`${url}/`, { more: wandered }), (await plain()).seen);
    });
    // The other of Next's bundlers.
    await run(home, 'npx', ['next', 'build', '--webpack'], { env: { STATIC: '1' } });
    await expectBuilt(join(home, 'out'));
  });

  for (const example of ['react', 'vue', 'svelte']) {
    test(`${example}: a component that passes attributes and hears events`, async () => {
      const home = await project(example);
      await run(home, 'npm', ['run', 'build']);
      const { more } = await expectBuilt(join(home, 'dist'), { more: pressed });
      if (example === 'vue') await expectBuilt(join(home, 'dist'), { more: wandered });
      assert.equal(more.before, '11 observations', 'the event told of four bars with their growth, shares and ranks');
      assert.match(more.after.table, /gross domestic product|GDP/i);
      assert.match(more.after.described, /gross domestic product|GDP/i);
      await asDocumented(example, home);
    });
  }

  test('the examples are what the documentation prints', async () => {
    const pairs = {
      'npm.js': 'vite/main.js',
      'vite.config.js': 'vite-older/vite.config.js',
      'rollup.config.js': 'rollup/rollup.config.js',
      'esbuild.js': 'esbuild/build.js',
      'next.jsx': 'next/app/elements.jsx',
    };
    // Comments may differ, and a wrapper that is for editors alone.
    const essence = (text) => text.replace(/\/\/.*/g, '').replace(/^import \{ defineConfig \}.*$/m, '').replace(/defineConfig\(|(?<=\})\);/g, '').replace(/[\s;]+/g, ' ').trim();
    for (const [name, example] of Object.entries(pairs)) {
      assert.equal(essence(await readFile(join(EXAMPLES, example), 'utf8')), essence(snippetSource(name)), name);
    }
    const install = snippetSource('npm.sh').trim();
    assert.ok((await readFile(join(ROOT, 'www/README.pkg.md'), 'utf8')).includes(`\n${install}\n`), 'the README is tried with this line');
  });

  test('Node.js: the dataset and a picture without a page', async () => {
    const home = await project('node');
    const { stdout } = await run(home, 'npm', ['start', '--silent']);
    assert.match(stdout, /^2022 target 12100000000 CNY .*: 121亿元$/m);
    const svg = await readFile(join(home, 'trade.svg'), 'utf8');
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
    for (const printed of ['3.44', '6.86', '11.2', '12.1']) assert.ok(svg.includes(`>${printed}</text>`), printed);
  });
});

/** What the documentation prints for each framework, in place of the example's own. */
const DOCUMENTED = {
  react: {
    'src/docs.tsx': 'react.jsx',
    'src/types.ts': 'react-types.ts',
    'src/main.tsx': "import { createRoot } from 'react-dom/client';\nimport { Trade } from './docs';\n\ncreateRoot(document.querySelector('main')!).render(<Trade />);\n",
  },
  vue: {
    'vite.config.ts': 'vue.config.js',
    'src/Docs.vue': 'vue.html',
    'src/main.ts': "import { createApp } from 'vue';\nimport Docs from './Docs.vue';\n\ncreateApp(Docs).mount('main');\n",
  },
  svelte: {
    'src/Docs.svelte': 'svelte.html',
    'src/main.js': "import { mount } from 'svelte';\nimport Docs from './Docs.svelte';\n\nmount(Docs, { target: document.querySelector('main') });\n",
  },
};

/** Builds a project once more, with the code of the documentation. */
async function asDocumented(example, home) {
  for (const [path, content] of Object.entries(DOCUMENTED[example])) {
    await writeFile(join(home, path), SNIPPETS.includes(content) ? snippetSource(content) : content);
  }
  if (example === 'react') {
    // The types come by the import, and by nothing else.
    const settings = JSON.parse(await readFile(join(home, 'tsconfig.json'), 'utf8'));
    settings.compilerOptions.types = [];
    settings.include = ['src/docs.tsx', 'src/types.ts'];
    await writeFile(join(home, 'tsconfig.json'), JSON.stringify(settings));
    await run(home, 'npx', ['tsc']);
  }
  const page = join(home, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('</main>', '</main><zone-table indicator="trade"></zone-table>'));
  await run(home, 'npx', ['vite', 'build', '--outDir', 'documented']);
  expectRight(await lookAt(join(home, 'documented')));
}

/** Goes to another page of an application and back, twice, and holds the widgets against what they were at first. */
async function wandered(driver) {
  const shown = `async (indicator) => {
    const chart = document.querySelector('zone-chart');
    if (chart?.getAttribute('indicator') !== indicator) return { missing: 'still on the page before' };
    const canvas = chart.shadowRoot.querySelector('canvas');
    if (!canvas?.width) return { missing: 'not drawn' };
    // A redraw after coming back would be late: what counts is how it looks in the end.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return { picture: (${PICTURE})(canvas), charts: document.querySelectorAll('zone-chart').length };
  }`;
  const at = async (indicator) => poll(driver, shown, indicator);
  const go = (script) => driver.executeScript(script);
  const first = await at('trade');
  let output;
  for (let round = 0; round < 2; round += 1) {
    await go("document.querySelector('nav a[href$=output]').click()");
    const now = await at('gdp');
    output ??= now;
    assert.deepEqual(now, output);
    assert.notEqual(now.picture, first.picture);
    await go('history.back()');
    assert.deepEqual(await at('trade'), first);
  }
  // The first part, the rest, and the first part again from the browser's cache, to be joined with it.
  const modules = await go("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('.wasm'))");
  assert.ok(modules.length <= 3, `${modules}`);
}

/** Presses the button of a framework's page, and waits until another indicator is shown. */
async function pressed(driver) {
  const before = await driver.executeScript("return document.querySelector('output').textContent.trim()");
  await driver.executeScript("document.querySelector('button').click()");
  const after = await poll(driver, async () => {
    const table = document.querySelector('zone-table').shadowRoot.querySelector('table').textContent;
    const described = await document.querySelector('zone-chart').describe();
    return /Imports/.test(table + described) ? { missing: 'still the old indicator' } : { table, described };
  });
  return { before, after };
}

/** Whether the table inside the element, and the chart that takes its place, are seen. */
function fallbackOf(driver) {
  return driver.executeScript(
    `const chart = document.querySelector('zone-chart');
     const seen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
     return { table: seen(chart.querySelector('table')), canvas: seen(chart.shadowRoot.querySelector('canvas')) };`,
  );
}

/** Runs in the page. */
function hasMessage() {
  const message = document.querySelector('zone-chart').shadowRoot?.querySelector('[role=alert]');
  return message?.textContent ? true : { missing: 'no message' };
}

/** The words that are seen on the page, wherever they are. */
async function shown(driver) {
  // A page without scripts is asked by the browser's own means.
  const { nodes } = await driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const text = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'StaticText').map(({ name }) => name.value).join(' ');
  return { text };
}

/** Runs in the page. */
function framesFit() {
  const heights = [...document.querySelectorAll('iframe')].map(({ style }) => parseFloat(style.height));
  const ready = [...document.querySelectorAll('iframe')].every(
    ({ contentDocument }) =>
      contentDocument.querySelector('zone-chart, zone-table')?.shadowRoot.querySelector('canvas, td') &&
      contentDocument.documentElement.scrollHeight <= contentDocument.documentElement.clientHeight,
  );
  return ready && heights.every((height) => height > 200) ? true : { missing: `heights ${heights}` };
}

/** What is in the frames. */
async function framed(driver) {
  const frames = await driver.executeScript(
    `const picture = ${PICTURE};
     return [...document.querySelectorAll('iframe')].map((frame) => {
       const inside = frame.contentDocument;
       const widget = inside.querySelector('zone-chart, zone-table');
       const canvas = widget.shadowRoot.querySelector('canvas');
       return {
         height: frame.getBoundingClientRect().height,
         needed: Math.ceil(widget.getBoundingClientRect().height),
         overflow: inside.documentElement.scrollHeight - inside.documentElement.clientHeight,
         lang: inside.documentElement.lang,
         text: widget.shadowRoot.textContent,
         picture: canvas && picture(canvas),
       };
     });`,
  );
  return { frames };
}
