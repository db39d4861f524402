// What the runner calls in a page: the contender, its charts and the forced raster, alike for all.
import { bars, dashboard, dense, donut, line } from './pictures.js';
import { trade } from './trade.js';

const pictures = { line, bar: bars, donut, dense, trade };
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Makes a page's functions for a contender. */
export function stage(contender) {
  let charts = [];
  /**
   * A place for a chart. All of them lie on top of each other: what is far below the fold would not be drawn by those who
   * put that off, and the others would be measured for more than they.
   */
  const host = () => {
    const box = document.createElement('div');
    box.className = 'host';
    document.body.append(box);
    return box;
  };

  /** Every canvas of the page, inside shadow trees too. */
  function canvases(root = document, found = []) {
    for (const element of root.querySelectorAll('*')) {
      if (element.tagName === 'CANVAS') found.push(element);
      if (element.shadowRoot) canvases(element.shadowRoot, found);
    }
    return found;
  }

  /** Nothing that was drawn is put off: one pixel is read back from each canvas. */
  function raster() {
    for (const canvas of canvases()) if (canvas.width > 0) canvas.getContext('2d').getImageData(0, 0, 1, 1);
  }

  async function settle() {
    raster();
    await frame();
    await frame();
  }

  const chosen = (what, variant, count) => {
    if (what === 'dashboard') return dashboard(variant, !contender.lacks?.includes('donut'));
    return Array.from({ length: count }, (_, place) => pictures[what](variant + place));
  };

  return {
    settle,
    /** With the figures that nobody published, unless `bundled` charts alone are to be drawn. */
    start(bundled = false) {
      if (!bundled) dense(); // its figures are there before anything is measured
      return contender.start(bundled);
    },
    /** Draws pictures, each in a place of its own. */
    async draw(what, variant = 0, count = 1) {
      const made = chosen(what, variant, count).map((picture) => contender.draw(host(), picture));
      charts = await Promise.all(made);
      await settle();
    },
    async update(what, variant, count = 1) {
      const next = chosen(what, variant, count);
      await Promise.all(charts.map((chart, place) => chart.update(next[place])));
      await settle();
    },
    async clear() {
      for (const chart of charts) chart.destroy();
      charts = [];
      document.body.replaceChildren();
      await settle();
    },
    /** Creates and removes charts one after another. */
    async churn(what, count) {
      for (let place = 0; place < count; place += 1) {
        const box = host();
        const chart = await contender.draw(box, pictures[what](place));
        chart.destroy();
        box.remove();
      }
      await settle();
    },
    canvases: () => canvases().length,
  };
}
