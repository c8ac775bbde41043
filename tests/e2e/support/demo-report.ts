import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ElectronApplication, test } from '@playwright/test';
import type { Rectangle } from 'electron';
import type { RunningApp } from './app.ts';

const folder = resolve(import.meta.dirname, '../../../out/demo');

type Step = {
  readonly title: string;
  readonly seconds: string;
  readonly notes: string;
  readonly picture: string;
};

/** Chromium's own picture of the screen: no program besides is needed. */
async function pictureOfScreen(electron: ElectronApplication, place: Rectangle): Promise<Buffer> {
  const base64 = await electron.evaluate(async ({ desktopCapturer, screen }, part) => {
    const thumbnailSize = screen.getPrimaryDisplay().size;
    const [whole] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
    if (!whole) throw new Error('The desktop shows no screen');
    return whole.thumbnail.crop(part).toPNG().toString('base64');
  }, place);
  return Buffer.from(base64, 'base64');
}

/** Plays step after step, keeps a picture of each and writes down what happened. */
export function createDemo() {
  const steps: Step[] = [];
  let pictureCount = 0;

  async function nextPicture(name: string): Promise<string> {
    await mkdir(folder, { recursive: true });
    pictureCount += 1;
    return join(folder, `${String(pictureCount).padStart(2, '0')}-${name}.png`);
  }

  return {
    /** `play` says in a sentence what came of it. */
    async step(title: string, picture: string, play: () => Promise<{ app: RunningApp; notes: string }>) {
      await test.step(title, async () => {
        const startedMs = performance.now();
        const { app, notes } = await play();
        const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
        const path = await nextPicture(picture);
        await app.window.screenshot({ path });
        steps.push({ title, seconds, notes, picture: path });
      });
    },
    /** The whole screen: the window and the desktop's own notification over it. */
    async desktopPicture(name: string, { electron, window }: RunningApp): Promise<void> {
      const handle = await electron.browserWindow(window);
      const { x, y, width, height } = await handle.evaluate((browserWindow, screenWidth) => {
        const size = browserWindow.getBounds();
        browserWindow.setBounds({ x: screenWidth - size.width, y: 0 });
        return { ...size, x: screenWidth - size.width, y: 0 };
      }, 2048);
      const path = await nextPicture(name);
      await writeFile(path, await pictureOfScreen(electron, { x, y, width, height }));
    },
    async writeReport(): Promise<void> {
      const rows = steps.map(({ title, seconds, notes, picture }) => {
        const name = picture.slice(folder.length + 1);
        return `| ${title} | ${notes} | ${seconds} s | [${name}](${name}) |`;
      });
      const head = [
        '# A working day, played by the app itself',
        '',
        '| step | what happened | took | picture |',
      ];
      await writeFile(join(folder, 'report.md'), [...head, '|---|---|---|---|', ...rows, ''].join('\n'));
    },
  };
}
