export default {
  // [[Vite 7 and older, while developing||Vite 7 及更早版本，开发时需要]]
  optimizeDeps: { exclude: ['zonestat'] },
};
