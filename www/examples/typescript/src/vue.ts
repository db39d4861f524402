// What Vue's templates know of the elements.
import type { GlobalComponents } from 'vue';

type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];

export const chart: Props<'zone-chart'> = {
  kind: 'bar',
  indicator: 'trade',
  entity: 'dezhou-etdz',
  from: '2017',
  to: '2022',
  status: 'actual',
  lang: 'zh',
  theme: 'dark',
  dataset: '/other/datapackage.json',
  controls: true,
  publish: 'one',
  subscribe: 'two',
  state: '',
  class: 'wide',
  onZoneReady: ({ detail }) => console.log(detail.observations),
  onZoneFocus: ({ detail }) => console.log(detail.observations),
  onZoneSelect: (event) => event.preventDefault(),
  onZoneState: ({ detail }) => console.log(detail.state),
  onZoneProgress: ({ detail }) => console.log(detail.done),
  onZoneError: ({ detail }) => console.log(detail.code),
};
export const card: Props<'zone-card'> = { observation: 'etdz-trade-2021', period: '2021', variant: 'kpi' };
export const table: Props<'zone-table'> = { indicator: 'trade' };
export const sources: Props<'zone-sources'> = { indicator: 'trade' };

// @ts-expect-error -- no such kind
export const pie: Props<'zone-chart'> = { kind: 'pie' };
