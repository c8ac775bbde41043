import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { startChunks } from './scripts/bundling/start-chunks.ts';

const root = import.meta.dirname;
const page = (name: string): string => resolve(root, 'renderer', `${name}.html`);
const outputFolder = (part: string): string => resolve(root, 'out/app', part);

// Node 20 and Chromium 130 are what the fallback runtime holds (scripts/README.md); releases run on newer ones.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: outputFolder('main'),
      sourcemap: false,
      minify: false,
      // Bundled, so that a packaged app starts from few files. Left out: what is native, or brings a `require` of its
      // own that collides with the one electron-vite adds.
      externalizeDeps: false,
      rolldownOptions: {
        external: [
          'electron',
          'better-sqlite3',
          /^fflate/,
          /^electron-log/,
          /^electron-updater/,
          'pinyin-pro',
        ],
        input: {
          main: resolve(root, 'electron/main.ts'),
          'job-worker': resolve(root, 'electron/job-worker.ts'),
          'rescue-worker': resolve(root, 'electron/rescue-worker.ts'),
          'migration-worker': resolve(root, 'electron/migration-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: outputFolder('preload'),
      sourcemap: false,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload script is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: outputFolder('renderer'),
      sourcemap: false,
      // Not the default of electron-vite. The page is read before every first picture, and this halves it.
      minify: true,
      rolldownOptions: {
        input: {
          index: page('index'),
          palette: page('palette'),
          rescue: page('rescue'),
        },
        output: {
          codeSplitting: {
            groups: startChunks({ first: page('index'), others: [page('palette'), page('rescue')] }),
          },
        },
      },
    },
  },
});
