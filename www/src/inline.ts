/** All in one file, the WebAssembly too; defines the elements as soon as it is imported. */
import { defineElements } from './index.js';

export * from './index.js';

defineElements();
