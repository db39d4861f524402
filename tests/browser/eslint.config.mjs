// Test files run in Node.js, and hand functions to pages: they know the words of both.
import { require } from './harness/engines.mjs';

const eslint = require('@eslint/js');
const node = ['Buffer', 'process', 'URL', 'URLSearchParams'];
const page = [
  'addEventListener', 'Blob', 'btoa', 'caches', 'CanvasRenderingContext2D', 'CompressionStream', 'console',
  'createImageBitmap',
  'CSSStyleSheet', 'customElements', 'CustomEvent', 'devicePixelRatio', 'document', 'DOMParser', 'Element', 'Event',
  'fetch', 'getComputedStyle', 'HTMLAnchorElement', 'HTMLCanvasElement', 'HTMLElement', 'Image', 'innerHeight',
  'innerWidth', 'KeyboardEvent', 'localStorage', 'location', 'matchMedia', 'MouseEvent', 'MutationObserver',
  'navigator', 'performance', 'PointerEvent', 'requestAnimationFrame', 'Response', 'scrollTo', 'scrollY', 'self',
  'sessionStorage', 'setTimeout', 'URLSearchParams', 'WebAssembly', 'window',
];

export default [
  eslint.configs.recommended,
  { languageOptions: { globals: Object.fromEntries([...node, ...page].map((name) => [name, 'readonly'])) } },
];
