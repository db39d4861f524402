import { call } from '../wasm/call.js';
import { fields } from '../wasm/fields.js';

/** How {@link format} writes a value. */
export interface FormatOptions {
  /** `zh…` is Chinese, all else English (the default). */
  lang?: string;
  /** `CNY`, `USD`, `%`, `pp`, `persons`, … */
  unit?: string;
  /** The figure as a source prints it: its digits are kept. */
  printed?: string;
  /** Digits after the point, where no printed figure decides. */
  precision?: number;
  /** `exact`, `about`, `over`, `at-least`, `up-to`. */
  qualifier?: string;
  [further: string]: string | number | boolean | undefined;
}

/**
 * Writes a value as a widget would: `format('31719000000', { unit: 'CNY', lang: 'zh' })`. The value is an exact decimal
 * in base units; give it as text, a float may have lost digits already. Needs {@link init} to have finished.
 */
export function format(value: string | number | bigint, options: FormatOptions = {}): string {
  const { lang, ...others } = options;
  const given = fields({ ...others, lang: lang?.toLowerCase().startsWith('zh') ? 'zh' : 'en' });
  return call((glue) => glue.format_value(String(value), given));
}
