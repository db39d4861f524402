export default {
  mode: 'production',
  entry: './main.js',
  // The WebAssembly is a file of its own, fetched when a widget needs it.
  performance: { hints: false },
};
