import { screen } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import { ImportScreen } from '../../../renderer/features/imports/import-screen.tsx';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid, toCsv } from '../../support/export-files.ts';
import { anUnpaidOrder, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { exportedRow } from '../../support/main-side/import-orders.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

const folder = createExportFolder();
afterAll(folder.remove);

const known = (index: number) => exportedRow(anUnpaidOrder(index, NOW));
const paid = (index: number) => exportedRow({ ...anUnpaidOrder(index, NOW), paidAtMs: NOW - MINUTE });
/** Of the orders of the shop two are paid by now; five are new. */
const ROWS = [paid(0), paid(1), ...[300, 301, 302, 303, 304].map(known)];

const anExport = (rows = ROWS, name = 'ExportOrderList.csv'): string =>
  folder.write(`\uFEFF${toCsv(exportGrid('ERA_D', rows))}`, name);

function importFile(main: MainSide, path = anExport()): void {
  const shop = shopNamed(main, '示例旗舰店');
  main.core.importFile({ path, shop, agentId: null, isDryRun: false });
}

const noPaths: readonly string[] = [];
const theScreen = () => (
  <ImportScreen droppedPaths={noPaths} onDroppedHandled={() => undefined} onOpen={() => undefined} />
);

describe('X4 taking an import back', () => {
  it('says what will go before it goes', async () => {
    const { user, main } = renderScreen(theScreen(), {
      prepare: importFile,
    });
    await user.click(await screen.findByRole('button', { name: /^撤销导入 .*ExportOrderList\.csv$/ }));
    expect(await screen.findByText('将删除新增的 5 行，还原更新的 2 行。')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText('已撤销')).toBeDefined();
    expect(main.inputsOf('imports.undo')).toHaveLength(1);
    expect(orderOf(main, '山间一壶茶').status).toBe('unpaid');
  });

  it('says in words why it cannot be', async () => {
    const { user } = renderScreen(theScreen(), {
      prepare(opened) {
        importFile(opened);
        importFile(opened, anExport([paid(300)], 'later.csv'));
      },
    });
    await user.click(await screen.findByRole('button', { name: /^撤销导入 .*ExportOrderList\.csv$/ }));
    await user.click(await screen.findByRole('button', { name: '撤销导入' }));
    expect(await screen.findByText(/又被后来的导入更新/)).toBeDefined();
  });
});
