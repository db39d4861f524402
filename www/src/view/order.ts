/** What a table shows. */
export interface TableContent {
  caption: string;
  columns: readonly { key: string; name: string; number?: boolean | undefined }[];
  rows: readonly { observations: readonly string[]; cells: readonly string[] }[];
}

/** The column that an order goes by: the order without the `-` for descending. */
export function keyOf(order: string): string {
  return order.replace('-', '');
}
