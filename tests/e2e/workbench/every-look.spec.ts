import type { Zoom } from '../../../shared/domain/settings/app/appearance.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import {
  LOOKS,
  NOW,
  openDaysWork,
  openDialogs,
  openScreen,
  SCREENS,
  settle,
  useLook,
  useZoom,
} from '../support/every-screen.ts';
import { accessibilityFaults, brokenByWidth, watchConsole } from '../support/screen-check.ts';
import { orderPanel } from '../support/workbench.ts';

const soft = expect.configure({ soft: true });

const SIZES = [
  [340, 720],
  [420, 720],
  [960, 640],
  [1280, 720],
  [1366, 697],
  [1920, 1040],
] as const;

/** The window is not made narrower than its enlarged page needs. */
function sizesAt(zoom: Zoom): readonly (readonly [number, number])[] {
  const least = (340 * Number(zoom)) / 100;
  return [[least, 720], ...SIZES.filter(([width]) => width > least)];
}

/** The forms of the workbench and the windows over it. */
async function openOnDemand(app: RunningApp, look: (name: string) => Promise<void>): Promise<void> {
  const { window } = app;
  await openScreen(app, 0);
  for (const key of ['F2', 'F3', 'F6']) {
    await window.keyboard.press(key);
    await expect(window.locator('.action-form')).toBeVisible();
    await look(`form-${key}`);
    await window.keyboard.press('Escape');
  }
  await orderPanel(window).getByRole('button', { name: '更多' }).click();
  await expect(window.getByRole('menuitem', { name: '转交' })).toBeVisible();
  await look('more');
  await window.keyboard.press('Escape');
  await openDialogs(app, look);
}

for (const zoom of ['100', '150'] as const)
  for (const look of LOOKS)
    test(`X1: every screen in every width, ${look}, ${zoom} %`, async ({ launchApp }) => {
      const app = await launchApp({ now: NOW });
      const { window } = app;
      const complaints = watchConsole(window);
      await openDaysWork(app);
      await useLook(app, look);
      await useZoom(app, zoom);
      for (const [width, height] of sizesAt(zoom)) {
        await app.resize(width, height);
        const see = async (name: string) => {
          await settle(app);
          await app.screenshot(`look/${look}-${zoom}-${width}-${name}`);
          await test.step(`${name}, ${width} wide`, async () => {
            await soft.poll(() => brokenByWidth(window), { message: name, timeout: 3000 }).toEqual([]);
            if (width === 420) expect.soft(await accessibilityFaults(window)).toEqual([]);
          });
        };
        for (const [index, [screen]] of SCREENS.entries()) {
          await openScreen(app, index);
          await see(screen);
        }
        await openOnDemand(app, see);
      }
      expect(complaints()).toEqual([]);
    });
