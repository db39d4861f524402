import * as more from '../more.js';

/** It is in this very file. */
export function fetchMore(): Promise<typeof more> {
  return Promise.resolve(more);
}
