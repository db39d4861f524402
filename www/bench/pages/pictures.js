// What every contender draws: one list of pictures, one list of figures.
import { WIDTH } from './look.js';
import { days, indicatorId, packageOf, walk, zoneId } from './synthetic.js';

const YEARS = Array.from({ length: 20 }, (_, year) => String(2004 + year));
const BAR_YEARS = 8;
const SHARES = [
  [412, 333, 255],
  [377, 342, 281],
];
/** How many charts of each kind have figures of their own. */
const EACH = 4;


// Places in the table of indicators: two lines for each chart, then the dense line, then the parts of wholes.
const DENSE = 2 * EACH;
const PARTS = DENSE + 1;
const lines = Array.from({ length: DENSE }, (_, place) => walk(YEARS.length, place + 1, 0.1));
const billions = (values) => values.map((value) => value / 100);
const measure = (place) => `Measure ${place + 1}`;
const frame = { subtitle: 'Synthetic zone 1 · CN¥ billion', source: 'Source: Synthetic yearbook', width: WIDTH };

const withTexts = (series) => ({ ...series, texts: series.values.map((value) => value.toFixed(2)) });

/** Two lines over twenty years. */
export function line(variant = 0) {
  const places = [(2 * variant) % DENSE, (2 * variant + 1) % DENSE];
  return {
    ...frame,
    kind: 'line',
    title: `Synthetic measure ${places[0] + 1} and synthetic measure ${places[1] + 1}`,
    height: 412,
    plot: { top: 84, bottom: 353, left: 20, right: 530 },
    categories: YEARS,
    labelled: 2,
    series: places.map((place) => ({ name: measure(place), values: billions(lines[place]) })),
    zonestat: { kind: 'line', indicator: places.map(indicatorId).join(' '), entity: zoneId(0) },
  };
}

/** Upright bars, each with its value. */
export function bars(variant = 0) {
  const place = variant % DENSE;
  return {
    ...frame,
    kind: 'bar',
    title: `Synthetic measure ${place + 1}`,
    height: 412,
    plot: { top: 80, bottom: 349, left: 17, right: 640 },
    categories: YEARS.slice(-BAR_YEARS),
    series: [withTexts({ name: measure(place), values: billions(lines[place]).slice(-BAR_YEARS) })],
    zonestat: { kind: 'bar', indicator: indicatorId(place), entity: zoneId(0), from: YEARS.at(-BAR_YEARS) },
  };
}

/** A ring of three parts. */
export function donut(variant = 0) {
  const which = variant % SHARES.length;
  const places = SHARES[0].map((_, part) => PARTS + 3 * which + part);
  return {
    ...frame,
    kind: 'donut',
    title: 'Synthetic total, by part',
    subtitle: 'Synthetic zone 1 · 2023',
    height: 316,
    whole: ['100%', 'synthetic total'],
    parts: SHARES[which].map((value, part) => ({ name: `Synthetic measure ${places[part] + 1}`, value: value / 10 })),
    zonestat: { kind: 'donut', indicator: places.map(indicatorId).join(' '), entity: zoneId(0) },
  };
}

const DENSE_COUNT = 10_000;
let long;
/** Made when somebody first asks: a page that is weighed without them must not hold ten thousand days. */
const daysAndFigures = () => (long ??= { dates: days('1996-08-16', DENSE_COUNT), daily: walk(DENSE_COUNT, 99, 0.01) });

/** One line of ten thousand days. */
export function dense() {
  const { dates, daily } = daysAndFigures();
  return {
    ...frame,
    kind: 'dense',
    title: `Synthetic measure ${DENSE + 1}`,
    height: 412,
    plot: { top: 84, bottom: 353, left: 20, right: 632 },
    dates,
    series: [{ name: measure(DENSE), values: billions(daily) }],
    zonestat: { kind: 'line', indicator: indicatorId(DENSE), entity: zoneId(0) },
  };
}

/** A page of twelve; `donuts` for those who can draw them. */
export function dashboard(variant = 0, donuts = true) {
  return Array.from({ length: EACH }, (_, place) => [
    line(place + variant),
    bars(place + variant),
    donuts ? donut(place + variant) : undefined,
  ])
    .flat()
    .filter(Boolean);
}

/** All of these figures as a data package. */
export function files() {
  const { dates, daily } = daysAndFigures();
  const natures = { [DENSE]: 'stock' };
  const rows = lines.flatMap((values, indicator) =>
    values.map((value, year) => ({ zone: 0, indicator, period: YEARS[year], value })),
  );
  daily.forEach((value, day) => rows.push({ zone: 0, indicator: DENSE, period: dates[day], value }));
  SHARES.flat().forEach((value, part) => {
    natures[PARTS + part] = 'ratio';
    rows.push({ zone: 0, indicator: PARTS + part, period: YEARS.at(-1), value });
  });
  return packageOf({ zones: 1, indicators: PARTS + SHARES.flat().length, rows, natures });
}
