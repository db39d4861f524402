// The chart of the cold starts.
import { WIDTH } from './look.js';

/**
 * Imports and exports of the zone, as the chart of the bundled data shows them: the only figures here that are real. The
 * check holds them against that chart's own texts.
 */
export function trade() {
  return {
    kind: 'bar',
    width: WIDTH,
    height: 485,
    title: 'Imports and exports of goods',
    subtitle: 'Dezhou Economic and Technological Development Zone · CN¥ billion',
    notes: ['Parts of a year are hatched; they do not compare with full years.'],
    source: 'Sources: Zone profile (2017); Feature on the zone (2020); Feature on the zone (2022)',
    plot: { top: 80, bottom: 349, left: 25, right: 640 },
    most: 15,
    categories: ['2017', '2020', '2021', '2022'],
    below: [['Jan–Aug', '+72.1% y/y'], ['Jan–Oct, est.', '+7.5% y/y'], ['full year', '+19.2% y/y'], ['full year, target']],
    series: [{ name: 'Imports and exports', values: [3.44, 6.86, 11.2, 12.1], texts: ['3.44', '6.86', '11.2', '12.1'] }],
    looks: ['part', 'estimated part', 'full', 'target'],
    legend: { full: 'actual, full period', part: 'actual, part of a year', 'estimated part': 'estimated, part of a year', target: 'target' },
    zonestat: { kind: 'bar', indicator: 'trade', bundled: true },
  };
}
