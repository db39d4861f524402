// Medians with their spread, and tables of them.

export function summary(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: at(0.25), high: at(0.75), rounds: sorted.length };
}

const digits = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2));

/** `12.3 (11.9–13.0) ×1.4`: median, middle half, ratio to the first contender. */
export function cell(figure, base) {
  if (!figure) return 'not measured';
  if (typeof figure === 'string') return figure;
  const spread = figure.rounds > 1 ? ` (${digits(figure.low)}–${digits(figure.high)})` : '';
  const ratio = base && base !== figure && base.median > 0 ? ` ×${digits(figure.median / base.median)}` : '';
  return `${digits(figure.median)}${spread}${ratio}`;
}

/** A table in Markdown, columns padded. */
export function table(head, rows) {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
