import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `vite --config tests/renderer/harness/vite.config.mjs`: the page over an invented main process. Never shipped.
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  cacheDir: 'out/harness/cache',
  plugins: [react()],
  server: { port: Number(process.env.HARNESS_PORT ?? 5199), strictPort: true, hmr: false },
  optimizeDeps: { entries: ['tests/renderer/harness/*.html'] },
});
