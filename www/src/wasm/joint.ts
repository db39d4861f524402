/**
 * The shapes that cross between Rust and the page. Rust owns every text and number in them; nothing here may be
 * formatted, rounded or joined again on this side.
 */

/** The things that can be drawn or composed. */
export type What = 'chart' | 'card' | 'table' | 'sources';

/** A spec as it crosses: the attributes' names, absent when not given. */
export type SpecRecord = Record<string, string | number | boolean | undefined>;

/** The languages that texts exist in. */
export type Lang = 'zh' | 'en';

/** All that a drawing depends on beside its spec: the core reads neither the page nor the clock. */
export interface Environment {
  lang: Lang;
  /** CSS pixels. */
  width: number;
  /** CSS pixels; 0 lets the drawing choose. */
  height: number;
  /** Device pixels for one CSS pixel. */
  dpr: number;
  fontFamily: string;
  theme: 'light' | 'dark';
  /** The `--zone-*` custom properties that the page sets, colours resolved to `rgb()`. */
  tokens: Record<string, string>;
  /** The reader asked for more contrast. */
  contrast: boolean;
  /** The reader's own colours are in force; they are in `tokens`. */
  forced: boolean;
  print: boolean;
  /** Ids of the legend entries that are switched off, space-separated. */
  hidden?: string;
  dataset: number;
  /** The reader asked for less motion. */
  still: boolean;
  /** The picture alone is wanted, not what is said of it: marks have no words, and there is no table. */
  quiet?: boolean;
  /** What is said of a picture is wanted, which is painted already. */
  unpainted?: boolean;
}

export interface Tip {
  title: string;
  rows: [label: string, value: string][];
  /** Often empty. */
  note: string;
}

/** A place in a drawing, in CSS pixels from its top left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something drawn that stands for observations. */
export interface Mark extends Area {
  /** Where a pointer means this mark: at least the mark itself. */
  hit: Area;
  /** What its tooltip leaves in sight, where that is more than itself and a value just above it. */
  clear?: Area;
  /** Where that is a slice of a ring: its middle, outer and inner radius, beginning and end in degrees from the top. */
  slice?: [x: number, y: number, radius: number, hole: number, from: number, to: number];
  observations: string[];
  label: string;
  /** The full announcement, without the position among the marks. */
  speech: string;
  tip: Tip;
  /** Indices of marks that belong to the same thing. */
  related?: number[];
}

export interface LegendEntry extends Area {
  id: string;
  label: string;
  hidden: boolean;
}

export interface TableModel {
  caption: string;
  /** Says that there are more rows; empty where there are not. */
  note: string;
  columns: string[];
  /** The columns' names for programs, in the same order. */
  keys: string[];
  rows: { observations: string[]; cells: string[] }[];
  /** Which columns hold numbers. */
  numeric: boolean[];
}

export interface SourceModel {
  id: string;
  /** Its short title, as the picture cites it. */
  citation: string;
  /** How to cite it. */
  reference: string;
  title: string;
  publisher: string;
  /** Says that the date is inferred, where it is. */
  date: string;
  /** The date as its place in time, to sort by. */
  day: string;
  /** What is known of it besides; often empty. */
  note: string;
  /** How many figures were taken from it, in words. */
  count: string;
  observations: string[];
}

/** The ranks of a table's rows by each column that is more than words; `null` where a row has nothing there. */
export type Ranks = Record<string, (number | string | null)[]>;

/** What was drawn, for everything that is not pixels. */
export interface Rendition {
  width: number;
  height: number;
  lang: Lang;
  kind: string;
  title: string;
  subtitle: string;
  /** The accessible name. */
  name: string;
  /** The spoken summary. */
  description: string;
  /** How to move through it by keyboard. */
  instructions: string;
  /** In reading order. */
  marks: Mark[];
  legend: LegendEntry[];
  table: TableModel;
  notes: string[];
  sources: SourceModel[];
  observations: string[];
}

/** What a widget keeps of its rendition while no reader is at it. */
export type Outline = Pick<Rendition, 'lang' | 'name' | 'observations'>;

/** All that is known about one observation, for the source panel. */
export interface PanelModel {
  observation: string;
  title: string;
  figure: string;
  /** All of it in a line, to be named among others. */
  short: string;
  rows: [label: string, value: string][];
  /** Every place where it is printed; `text` says paragraph, occurrence and the figure as printed. */
  locators: {
    source: string;
    title: string;
    publisher: string;
    date: string;
    dateNote: string | null;
    paragraph: number;
    occurrence: number;
    figure: string;
    text: string;
  }[];
  /** That several documents print it; empty where one does. */
  corroboration: string;
  relations: { type: string; text: string; detail: string; observation: string }[];
  /** Values that follow from it: the formula, and the figures that it was worked out from. */
  derivations: { id: string; text: string; formula: string; inputs: { observation: string; text: string }[] }[];
  notes: string[];
  citation: { zh: string; en: string };
}
