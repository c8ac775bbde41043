import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../../support/app.ts';
import { answerOpenDialog, answerSaveDialog } from '../../support/main-process.ts';
import { importResult, openSettings } from '../../support/workbench.ts';
import type { Job } from '../job.ts';
import { atWorkbench, unpaid, writeLateExport } from '../stage.ts';

export const FILES: readonly Job[] = [
  {
    row: '11',
    name: 'export the report and open its folder',
    before: '2 K + 2 C, folder not opened',
    target: { keys: 2, clicks: 3 },
    async prepare(stage) {
      await atWorkbench(stage, unpaid(0).nick);
      await answerSaveDialog(stage.app, join(stage.app.userData, 'report.xlsx'));
      await stage.app.electron.evaluate(({ shell }) => {
        shell.showItemInFolder = () => {};
      });
    },
    async play({ app, window }, hands) {
      await hands.press(window, 'Control+5');
      await hands.click(window.getByRole('button', { name: '导出报表' }));
      await hands.click(window.getByRole('menuitem', { name: 'Excel' }));
      hands.confirmDialog();
      await hands.click(window.getByRole('button', { name: '打开文件夹' }));
      expect(existsSync(join(app.userData, 'report.xlsx'))).toBe(true);
    },
  },
  {
    row: '12',
    name: 'import a new report from the watched folder',
    before: '3 K + 1 C, unannounced',
    target: { keys: 1 },
    async prepare(stage) {
      const { app, window } = stage;
      const folder = join(app.userData, 'downloads');
      mkdirSync(folder, { recursive: true });
      await answerOpenDialog(app, [folder]);
      await atWorkbench(stage, unpaid(0).nick);
      await openSettings(window, '导入');
      await window.getByRole('button', { name: '选择文件夹' }).click();
      await expect(window.getByText(folder)).toBeVisible();
      writeLateExport(app);
      await window.keyboard.press('Control+1');
      await expect(window.getByRole('button', { name: /^导入新报表/ })).toBeVisible();
    },
    async play({ window }, hands) {
      await hands.press(window, 'Control+Shift+O');
      await expect(importResult(window).getByRole('button', { name: '开始催付' })).toBeFocused();
    },
  },
];
