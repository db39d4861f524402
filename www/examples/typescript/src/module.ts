// Everything that `zonestat` exports, once.
import {
  dataset,
  Dataset,
  defineElements,
  format,
  init,
  loadDataset,
  renderCard,
  renderChart,
  version,
  ZoneCard,
  ZoneChart,
  ZoneError,
  ZoneSources,
  ZoneTable,
  type CardSpec,
  type CardVariant,
  type ChartKind,
  type ChartSpec,
  type CommonSpec,
  type DatasetFiles,
  type LoadOptions,
  type FormatOptions,
  type InitOptions,
  type Locator,
  type MarkBox,
  type Observation,
  type ObservationFilter,
  type PngOptions,
  type SelectionSpec,
  type Status,
  type TableRow,
  type Theme,
  type WasmSource,
  type ZoneDetail,
  type ZoneErrorDetail,
  type ZoneErrorEvent,
  type ZoneEventMap,
  type ZoneFocusEvent,
  type ZoneHandle,
  type ZoneReadyEvent,
  type ZoneSelectEvent,
  type ZoneProgressDetail,
  type ZoneProgressEvent,
  type ZoneStateDetail,
  type ZoneStateEvent,
} from 'zonestat';
import * as auto from 'zonestat/auto';
import * as inline from 'zonestat/inline';

const everywhere: (typeof version)[] = [version, auto.version, inline.version];

export async function start(source: WasmSource): Promise<string> {
  const options: InitOptions = { wasm: source };
  await init(options);
  defineElements();
  return everywhere.join(' ');
}

export async function query(files: DatasetFiles): Promise<Locator[]> {
  const options: LoadOptions = { onProgress: (done) => console.log(done), signal: AbortSignal.timeout(60_000) };
  const other: Dataset = await loadDataset(files, options);
  const filter: ObservationFilter = { indicator: 'gdp', status: 'actual', from: '2017', to: '2021' };
  const found: Observation[] = [...dataset().observations(filter), ...other.observations()];
  const rows: TableRow[] = [other.indicators(), other.entities(), other.sources(), other.relations(), other.derived()].flat();
  console.log(rows.length, other.toJSONLD(), other.toCSV(), other.toDataPackage());
  const status: Status | undefined = found[0]?.status;
  const written: FormatOptions = { unit: 'CNY', lang: 'zh', precision: 1 };
  console.log(status, found.map(({ value }) => format(value, written)));
  return found.flatMap(({ sources }) => sources);
}

export async function draw(canvas: HTMLCanvasElement): Promise<Blob> {
  const theme: Theme = 'dark';
  const common: CommonSpec = { lang: 'en', theme, width: 480, height: 300 };
  const selection: SelectionSpec = { ...common, indicator: 'trade', entity: 'dezhou-etdz', from: '2017', to: '2022', status: 'actual' };
  const kind: ChartKind = 'bar';
  const chartSpec: ChartSpec = { ...selection, kind };
  const variant: CardVariant = 'kpi';
  const cardSpec: CardSpec = { ...common, indicator: 'gdp', period: '2021', variant };

  const chart: ZoneHandle<ChartSpec> = renderChart(canvas, chartSpec);
  const card: ZoneHandle<CardSpec> = renderCard(null, cardSpec);
  chart.update({ status: null });
  chart.resize();
  const marks: MarkBox[] = chart.marks();
  console.log(marks.map(({ x, y, width, height, observations, label, speech }) => [x, y, width, height, observations, label, speech]));
  console.log(card.describe(), card.toSVG(), card.toCSV());
  card.destroy();
  const png: PngOptions = { scale: 3, background: 'transparent', padding: 8 };
  return chart.toPNG(png);
}

export function elements(): void {
  const chart: ZoneChart = document.createElement('zone-chart');
  const card: ZoneCard = document.createElement('zone-card');
  const table: ZoneTable = document.createElement('zone-table');
  const sources: ZoneSources | null = document.querySelector('zone-sources');
  Object.assign(chart, { kind: 'line', indicator: 'gdp', controls: true, theme: 'light' } satisfies Partial<ZoneChart>);
  card.observation = 'etdz-trade-2021';
  table.dataset = '/other/datapackage.json';

  const shown = ({ detail }: ZoneReadyEvent | ZoneFocusEvent): ZoneDetail => detail;
  chart.addEventListener('zone-ready', shown);
  chart.addEventListener('zone-focus', shown);
  chart.addEventListener('zone-select', (event: ZoneSelectEvent) => event.preventDefault());
  chart.addEventListener('zone-progress', ({ detail }: ZoneProgressEvent) => {
    const { done }: ZoneProgressDetail = detail;
    console.log(done);
  });
  chart.addEventListener('zone-state', ({ detail }: ZoneStateEvent) => {
    const kept: ZoneStateDetail = detail;
    chart.setAttribute('state', kept.state);
  });
  document.addEventListener('zone-error', ({ detail }: ZoneErrorEvent) => {
    const problem: ZoneErrorDetail = detail;
    throw new ZoneError(problem.code, problem.message);
  });
  const names: (keyof ZoneEventMap)[] = ['zone-ready', 'zone-focus', 'zone-select', 'zone-state', 'zone-progress', 'zone-error'];
  console.log(names, sources);
  document.body.append(chart, card, table);
}

export async function take(element: ZoneChart | ZoneCard): Promise<string[]> {
  console.log(await element.toPNG({ scale: 2 }));
  return Promise.all([element.toSVG(), element.toCSV(), element.toJSONLD(), element.describe()]);
}

// What must not pass.
// @ts-expect-error -- no such kind
export const pie: ChartSpec = { kind: 'pie' };
// @ts-expect-error -- a chart has no period of its own
export const period: ChartSpec = { period: '2021' };
