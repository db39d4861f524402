import { core } from '../core.js';
import type { More } from '../load.js';

/** It lies beside this script. The literal form is what bundlers recognise and rewrite. */
export async function fetchMore(): Promise<More> {
  const file = (await import('../more.js')) as unknown as { default: (given: ReturnType<typeof core>) => More };
  return file.default(core());
}
