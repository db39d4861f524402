import { dataset, Dataset } from '../api/dataset.js';
import { compose, within } from '../api/drawing.js';
import { ZoneError } from '../api/error.js';
import { groundColour, nowhere, placeAt } from '../page/environment.js';
import { call, callJson } from '../wasm/call.js';
import { sharedEngine } from '../wasm/engine.js';
import { asked, fields } from '../wasm/fields.js';
import { init } from '../wasm/load.js';
import { word } from '../wasm/words.js';

/**
 * What `more.js` takes from the script that loads it, instead of having it a second time: all that holds a state, and
 * what is large. The package script reads the imports above; what else `more.js` needs is small, and in both. A function, as the
 * modules above lead here too.
 */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the list below is its type
export const core = () => ({
  dataset,
  Dataset,
  compose,
  within,
  ZoneError,
  groundColour,
  nowhere,
  placeAt,
  call,
  callJson,
  sharedEngine,
  asked,
  fields,
  init,
  word,
});
