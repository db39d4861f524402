// Ways to tell a browser early what the element will need, on a slow network. Not part of a usual run: `--only=network`.
import { SLOW, start } from './cold.mjs';

const WAYS = {
  'script in the head, no hint': '',
  'and the wasm preloaded': '-preload',
  'and the script preloaded too': '-modulepreload',
  'the wasm preloaded by a script': '-hint',
  'script after the body': '-late',
  'the same, both preloaded': '-late-preload',
  'script inside the page, wasm preloaded': '-in-page',
  'inline.js, which holds the wasm': '-inline',
};

export async function network({ rounds, wanted, note, ...place }) {
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, suffix] of Object.entries(WAYS)) {
      const measure = `slow network: ${way}`;
      if (wanted(measure)) note(measure, 'zonestat', (await start(place, 'zonestat', { suffix, network: SLOW })).done);
    }
  }
}
