/** A selection lasts; what is pointed at passes. */
export type Way = 'select' | 'focus';

/** Names in an attribute, separated by spaces. */
export function namesIn(attribute: string | null): string[] {
  return attribute?.split(/\s+/).filter((name) => name) ?? [];
}
