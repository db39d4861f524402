import { defineConfig } from 'vite';

export default defineConfig({
  // While developing, Vite up to 7 moves dependencies into a cache, but not the files beside them.
  optimizeDeps: { exclude: ['zonestat'] },
});
