import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { onPrivateDesktop } from './desktop/on-desktop.ts';
import { repositoryRoot } from './lib/paths.ts';
import { runScript } from './lib/run.ts';
import { icnsFile, icoFile, type Picture } from './packaging/icon-files.ts';
import { findRuntime } from './runtime/find-runtime.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const EMPTY_WINDOW = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,'));`;

// Usage, after a change of resources/icons/icon.svg: node scripts/make-icons.ts
// Chromium draws the picture in every size that a system asks for; the results are committed.
await runScript(async () => {
  const folder = join(repositoryRoot, 'resources', 'icons');
  const pictures = await draw(await readFile(join(folder, 'icon.svg'), 'utf8'));
  const ofSize = (sizes: readonly number[]) => pictures.filter(({ size }) => sizes.includes(size));
  await writeFile(join(folder, 'icon.ico'), icoFile(ofSize(ICO_SIZES)));
  await writeFile(join(folder, 'icon.icns'), icnsFile(pictures));
  await mkdir(join(folder, 'linux'), { recursive: true });
  for (const { size, png } of ofSize(LINUX_SIZES)) {
    await writeFile(join(folder, 'linux', `${size}x${size}.png`), png);
    if (size === 512) await writeFile(join(folder, 'icon.png'), png);
    if (size === 64) await writeFile(join(folder, 'tray.png'), png);
  }
  console.log(`${pictures.length} sizes drawn`);
  return 0;
});

async function draw(svg: string): Promise<Picture[]> {
  const runtime = await findRuntime();
  const app = await mkdtemp(join(tmpdir(), 'xiaoer-icons-'));
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'icons', main: 'main.cjs' }));
  await writeFile(join(app, 'main.cjs'), EMPTY_WINDOW);
  try {
    return await onPrivateDesktop(async (desktop) => {
      const electron = await _electron.launch({
        executablePath: runtime.executable,
        args: [...runtime.args, app],
        env: { ...desktop } as Record<string, string>,
      });
      const page = await electron.firstWindow();
      const pictures: Picture[] = [];
      for (const size of SIZES) {
        const url = String(await page.evaluate(drawing(svg, size)));
        pictures.push({ size, png: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') });
      }
      await electron.close();
      return pictures;
    });
  } finally {
    await rm(app, { recursive: true });
  }
}

/** As text: scripts are compiled without the DOM. */
function drawing(svg: string, size: number): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `(async () => {
    const image = new Image(${size}, ${size});
    image.src = '${source}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = ${size};
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
    return canvas.toDataURL('image/png');
  })()`;
}
