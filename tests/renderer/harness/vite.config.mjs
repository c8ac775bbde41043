import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serveMainSide } from './serve-main-side.ts';

// `npx node node_modules/vite/bin/vite.js --config tests/renderer/harness/vite.config.mjs`: the page in a browser, over
// the main side in this process. Never shipped.
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  cacheDir: 'out/harness/cache',
  plugins: [react(), serveMainSide()],
  server: { port: Number(process.env.HARNESS_PORT ?? 5199), strictPort: true, hmr: false },
  optimizeDeps: { entries: ['tests/renderer/harness/*.html'] },
});
