// Test files run in Node.js, and hand functions to pages: they know the words of both.
import { require } from './harness/engines.mjs';

const eslint = require('@eslint/js');
const node = ['Buffer', 'process', 'URL'];
const page = [
  'addEventListener', 'btoa', 'console', 'customElements', 'devicePixelRatio', 'document', 'Event', 'fetch', 'getComputedStyle',
  'HTMLCanvasElement', 'Image', 'innerHeight', 'innerWidth', 'location', 'matchMedia', 'navigator', 'performance', 'requestAnimationFrame',
  'setTimeout', 'window',
];

export default [
  eslint.configs.recommended,
  { languageOptions: { globals: Object.fromEntries([...node, ...page].map((name) => [name, 'readonly'])) } },
];
