import type { Status } from './spec.js';

/** Where a figure is printed. */
export interface Locator {
  /** Id of the source document. */
  source: string;
  /** Counted from 1 over the document's non-blank lines. */
  paragraph: number;
  /** Counted from 1 among equal whole figures in that paragraph. */
  occurrence: number;
  /** The figure exactly as printed. */
  figure: string;
}

/** One figure about one thing in one period, as its sources print it. */
export interface Observation {
  id: string;
  /** Id of what it is about, such as `dezhou-etdz`. */
  entity: string;
  /** Id of what was measured, such as `gdp`. */
  indicator: string;
  /** An exact decimal in base units, such as `"31719000000"`. */
  value: string;
  /** `CNY`, `USD`, `%`, `pp`, `persons`, … */
  unit: string;
  /** `2021`, `2020-01/2020-10`, `2017-Q1/2017-Q3`, … */
  period: string;
  /** Whether the source states the period or it follows from the document's date. */
  periodBasis: 'stated' | 'inferred';
  status: Status;
  qualifier: 'exact' | 'about' | 'over' | 'at-least' | 'up-to';
  /** `level`, `yoy_growth`, `pp_change`, `share`, `rank`, `count`, `date`, `duration`, … */
  kind: string;
  /** For a rank: among what. For a share: of what. */
  scope?: string | null;
  /** Id of the observation that this one modifies, such as the level of a growth rate. */
  of?: string | null;
  /** Every place where it is printed. */
  sources: Locator[];
  /** What the tables say beside: notes, the basis of a growth rate, … */
  [further: string]: unknown;
}

/** A row of one of the other tables: its columns by name. */
export interface TableRow {
  id?: string;
  [column: string]: unknown;
}

/** Narrows {@link Dataset.observations}; several ids or values in one text are alternatives, separated by spaces. */
export interface ObservationFilter {
  id?: string;
  entity?: string;
  indicator?: string;
  status?: string;
  kind?: string;
  period?: string;
  /** Periods that do not end before this one. */
  from?: string;
  /** Periods that do not begin after this one. */
  to?: string;
  /** Id of a source document. */
  source?: string;
}
