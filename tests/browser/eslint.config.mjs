// Test files run in Node.js, and hand functions to pages: they know the words of both.
import { require } from './harness/engines.mjs';

const eslint = require('@eslint/js');
const node = ['Buffer', 'process', 'URL', 'URLSearchParams'];
const page = [
  'addEventListener', 'btoa', 'CanvasRenderingContext2D', 'console', 'createImageBitmap', 'customElements', 'CustomEvent',
  'devicePixelRatio', 'document', 'DOMParser', 'Event', 'fetch', 'getComputedStyle', 'HTMLAnchorElement', 'HTMLCanvasElement', 'Image',
  'innerHeight', 'innerWidth', 'KeyboardEvent', 'location', 'matchMedia', 'MutationObserver', 'navigator', 'performance',
  'PointerEvent', 'requestAnimationFrame', 'scrollTo', 'setTimeout', 'WebAssembly', 'window',
];

export default [
  eslint.configs.recommended,
  { languageOptions: { globals: Object.fromEntries([...node, ...page].map((name) => [name, 'readonly'])) } },
];
