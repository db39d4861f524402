const known = new Map<string, MediaQueryList>();

/** Whether a media query holds now. A list follows its query, so that one serves every widget and every redraw. */
export function matches(query: string): boolean {
  let list = known.get(query);
  if (!list) known.set(query, (list = matchMedia(query)));
  return list.matches;
}
