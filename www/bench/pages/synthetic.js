// Figures that nobody published, for measuring alone: the same ones each time, from a seed.

/** A source of numbers from 0 to 1 that repeats itself for a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A walk that wavers and slowly grows: `count` whole numbers from 50 to 2000. */
export function walk(count, seed, step = 0.03) {
  const next = random(seed);
  let at = 200 + 300 * next();
  return Array.from({ length: count }, () => {
    at *= 1 + (next() - 0.49) * step * 2;
    at = Math.min(2000, Math.max(50, at));
    return Math.round(at);
  });
}

/** The name of the entity at a place: `zone-001`. */
export const zoneId = (place) => `zone-${String(place + 1).padStart(3, '0')}`;
/** The name of the indicator at a place: `indicator-01`. */
export const indicatorId = (place) => `indicator-${String(place + 1).padStart(2, '0')}`;

const SOURCE = 'synthetic-yearbook';

/** Every day from a first one, as `2000-01-31`. */
export function days(first, count) {
  const start = Date.parse(first);
  return Array.from({ length: count }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10));
}

/**
 * The files of a data package. `rows` are `{ zone, indicator, period, value }`: places in the tables, and tenths of a
 * hundred million yuan. `natures` says of an indicator's place that it is a `stock`, or a `ratio` in tenths of a percent.
 */
export function packageOf({ zones, indicators, rows, natures = {} }) {
  const sources = csv('id,about,title_zh,title_en,short_zh,short_en,publisher_zh,publisher_en,date,date_basis,sha256,note_zh,note_en', [
    [SOURCE, zoneId(0), '合成年鉴', 'Synthetic yearbook', '合成年鉴', 'Synthetic yearbook', '基准测试', 'Benchmark', '2024-06-30', 'stated', '0'.repeat(64), '', ''],
  ]);
  const entities = csv('id,kind,name_zh,name_en,short_zh,short_en,parent,note_zh,note_en', places(zones, (place) => [
    zoneId(place), 'zone', `合成开发区${place + 1}`, `Synthetic zone ${place + 1}`, `合成区${place + 1}`, `Zone ${place + 1}`, '', '', '',
  ]));
  const labels = csv('id,topic,nature,units,measure_zh,measure_en_one,measure_en_other,name_zh,name_en,short_zh,short_en,note_zh,note_en', places(indicators, (place) => [
    indicatorId(place), 'economy', natures[place] ?? 'flow', natures[place] === 'ratio' ? '%' : 'CNY', '', '', '',
    `合成指标${place + 1}`, `Synthetic measure ${place + 1}`, `指标${place + 1}`, `Measure ${place + 1}`, '', '',
  ]));
  const idOf = ({ zone, indicator, period }) => `${zoneId(zone)}-${indicatorId(indicator)}-${period}`;
  const observations = csv('id,entity,indicator,value,unit,period,period_basis,status,qualifier,kind,basis,scope,scope_zh,scope_en,of,note_zh,note_en', rows.map((row) => {
    const id = [idOf(row), zoneId(row.zone), indicatorId(row.indicator)];
    const ratio = natures[row.indicator] === 'ratio';
    const value = ratio ? [tenths(row.value), '%'] : [`${row.value}0000000`, 'CNY'];
    const sort = ratio ? ['share', '', zoneId(row.zone), '合成总额', 'synthetic total'] : ['level', '', '', '', ''];
    return [...id, ...value, row.period, 'stated', 'actual', 'exact', ...sort, '', '', ''];
  }));
  const locators = csv('observation,source,paragraph,occurrence,figure', rows.map((row, place) => {
    const unit = natures[row.indicator] === 'ratio' ? '%' : '亿元';
    return [idOf(row), SOURCE, String(1 + (place % 60_000)), '1', `${tenths(row.value)}${unit}`];
  }));
  return {
    'datapackage.json': JSON.stringify({
      name: 'synthetic',
      profile: 'tabular-data-package',
      resources: ['sources', 'entities', 'indicators', 'observations', 'locators', 'relations'].map((name) => ({ name, path: `${name}.csv` })),
    }),
    'sources.csv': sources,
    'entities.csv': entities,
    'indicators.csv': labels,
    'observations.csv': observations,
    'locators.csv': locators,
    'relations.csv': csv('type,from,to,note_zh,note_en', []),
  };
}

const tenths = (value) => `${Math.floor(value / 10)}.${value % 10}`;
const places = (count, row) => Array.from({ length: count }, (_, place) => row(place));
const csv = (head, rows) => `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;
