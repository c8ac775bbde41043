import { writeFileSync } from 'node:fs';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { manyUnpaid, unpaidOrder, writeOrderCsv } from './support/exports.ts';
import { clipboardText } from './support/main-process.ts';
import { importFile, openShop } from './support/seed.ts';
import { openCustomer, orderPanel, queueList } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
test.setTimeout(240_000);
const log: string[] = [];
const note = (s: string) => {
  log.push(s);
  writeFileSync('out/screens/z-morning.txt', log.join('\n'));
};

async function state({ window }: RunningApp) {
  const focus = await window.evaluate(
    'document.activeElement?.getAttribute("aria-label") || document.activeElement?.tagName + ":" + document.activeElement?.textContent?.slice(0,20)',
  );
  const toast = await window.locator('.toasts').textContent();
  const foot = await window.locator('.queue-footer').textContent();
  const sel = await window
    .locator('.queue [aria-current="true"][role="option"]')
    .textContent()
    .catch(() => 'none');
  const open = await openCustomer(window)
    .textContent()
    .catch(() => 'none');
  return `open=${open} | sel=${sel} | focus=${focus} | toast=${toast} | ${foot}`;
}

test('morning', async ({ launchApp }) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { shopName: '示例旗舰店' });
  await app.resize(1280, 800);
  await importFile(app, writeOrderCsv(app, { name: 'a.csv', writtenAt: NOW }, manyUnpaid(30, NOW)));
  await window.waitForTimeout(500);
  note('start ' + (await state(app)));
  const press = async (...keys: string[]) => {
    for (const k of keys) await window.keyboard.press(k);
  };
  await press('Control+G', 'Home');
  for (let i = 0; i < 8; i++) {
    const t0 = Date.now();
    await press('Enter');
    await press('Enter');
    await window.waitForTimeout(150);
    const clip = await clipboardText(app);
    await press('Control+Enter');
    await window.waitForTimeout(400);
    note(`#${i} clip=${clip.slice(0, 24)} ${Date.now() - t0}ms → ` + (await state(app)));
  }
  // F2
  await press('F2');
  await window.waitForTimeout(200);
  note('F2 ' + (await state(app)));
  await press('ArrowDown');
  await window.waitForTimeout(200);
  await app.screenshot('z-m-f2');
  await press('Tab');
  note('tab ' + (await state(app)));
  await window.keyboard.type('20:30');
  await app.screenshot('z-m-f2-typed');
  await press('Enter');
  await window.waitForTimeout(500);
  note('F2 done ' + (await state(app)));
  await press('Control+z');
  await window.waitForTimeout(500);
  note('undo ' + (await state(app)));
  // F3
  await press('F3');
  await window.waitForTimeout(200);
  note('F3 ' + (await state(app)));
  await window.keyboard.type('20:30');
  await press('Enter');
  await window.waitForTimeout(500);
  note('F3 done ' + (await state(app)));
  await press('Control+z');
  await window.waitForTimeout(500);
  note('undo ' + (await state(app)));
  for (const f of ['F7', 'F8']) {
    await press(f);
    await window.waitForTimeout(200);
    note(f + ' ' + (await state(app)));
    if (f === 'F8') await press('ArrowDown');
    await press('Enter');
    await window.waitForTimeout(500);
    note(f + ' done ' + (await state(app)));
    await app.screenshot('z-m-' + f);
    await press('Control+z');
    await window.waitForTimeout(500);
    note('undo ' + (await state(app)));
  }
  // copied toast after outcome, then undo
  await press('Control+Enter');
  await window.waitForTimeout(300);
  await press('Control+E', 'Enter');
  await window.waitForTimeout(300);
  note('copied ' + (await state(app)));
  await press('Control+z');
  await window.waitForTimeout(400);
  note('undo after copy ' + (await state(app)));
  await press('Control+Enter');
  await window.waitForTimeout(9000);
  note('9 s later ' + (await state(app)));
  await press('Control+z');
  await window.waitForTimeout(400);
  note('undo after 9 s ' + (await state(app)));
  await app.screenshot('z-m-end');
  // marking
  await press('Control+G', 'Home');
  for (let i = 0; i < 9; i++) await press('Shift+ArrowDown');
  await window.waitForTimeout(300);
  note('marked ' + (await state(app)));
  await app.screenshot('z-m-marked');
  await press('F4');
  await window.waitForTimeout(300);
  note('F4 with marks ' + (await state(app)));
  await app.screenshot('z-m-marked-f4');
  await press('Escape');
  await press('Control+Enter');
  await window.waitForTimeout(300);
  note('Ctrl+Enter with marks ' + (await state(app)));
  await app.screenshot('z-m-marked-done');
  // filter: empties, end of the queue
  await press('Control+F');
  await window.keyboard.type('00029');
  await window.waitForTimeout(500);
  await press('Enter');
  await window.waitForTimeout(300);
  note('filter ' + (await state(app)));
  await press('ArrowDown');
  await window.waitForTimeout(300);
  note('down ' + (await state(app)));
  await press('Enter');
  await window.waitForTimeout(300);
  await press('Control+Enter');
  await window.waitForTimeout(600);
  note('filtered done ' + (await state(app)));
  await app.screenshot('z-m-filtered-empty');
});
