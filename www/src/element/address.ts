const HASH = /^#zone=(.+)$/;

/** The observation that the page's address asks for, as in `#zone=etdz-gdp-2021`. */
export function wantedObservation(): string | undefined {
  const found = HASH.exec(location.hash)?.[1];
  return found === undefined ? undefined : safeDecode(found);
}

let answered: string | undefined;

/** Several widgets may show the observation; the first that draws it answers, until the address changes. */
export function answerAddress(): boolean {
  if (answered === location.href) return false;
  answered = location.href;
  return true;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no reason to fail
  }
}
