const HASH = /^#zone=(.+)$/;

/** The observation that the page's address asks for, as in `#zone=etdz-gdp-2021`. */
export function wantedObservation(): string | undefined {
  const found = HASH.exec(location.hash)?.[1];
  return found === undefined ? undefined : safeDecode(found);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no reason to fail
  }
}
