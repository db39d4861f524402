/**
 * The exports of the WebAssembly module as `wasm-bindgen` writes them, by hand: so that types can be checked before
 * the module was ever built, and so that a change of the joint is a change of this file.
 *
 * Every function is stateless: it gets all it needs and answers with text (JSON where the joint's types say so). `spec`,
 * `env`, `filter` and `options` are what `fields` writes.
 */
import type { What } from './joint.js';

/** What an instance is made with. */
export function imports(): WebAssembly.Imports;
/** From now on this instance is called. */
export function adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): void;

export function version(): string;
export function render(canvas: HTMLCanvasElement, what: What, spec: string, env: string): string;
export function compose(what: What, spec: string, env: string): string;
export function svg(what: What, spec: string, env: string): string;
/** Of a list the part of this number; empty after the last. */
export function csv(what: What, spec: string, env: string, part: number): string;
export function jsonld(what: What, spec: string, env: string): string;
export function panel(observation: string, env: string): string;
export function query(table: string, filter: string, dataset: number): string;
export function dataset_text(format: string, dataset: number): string;
export function begin_dataset(): number;
/** Adds to the text of a file, which has about `all` characters, before the first call of {@link read_dataset}. */
export function add_to_dataset(dataset: number, file: string, text: string, all: number): void;
/** Reads so many rows, more or less; gives how much is done in per cent. */
export function read_dataset(dataset: number, rows: number, lang: string): number;
export function format_value(value: string, options: string): string;
/** `rows` names the first observation of each row; the answer is of the type `Ranks`. */
export function ranks(rows: string, dataset: number): string;
export function messages(lang: string): string;
/** Measured texts are forgotten: the page's fonts have changed. */
export function forget_fonts(): void;
