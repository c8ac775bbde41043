import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import { SUBJECT_VIEWS } from '../../../renderer/app/subject-views.ts';
import type { SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderPage } from '../app/render-page.tsx';

const folder = createExportFolder();
afterAll(() => folder.remove());

/** Promised for the next minutes, so that it stands high in the queue. */
function importToy({ core, ordersChanged, clock }: MainSide): void {
  const path = folder.writeCsv([
    ['包裹编号', '包裹状态', '承诺送达', '货值'],
    ['TP0001', '运输中', '2026-06-10 15:00:00', '88.00'],
  ]);
  clock.advanceBy(MINUTE);
  const shop = shopNamed({ core }, '示例旗舰店');
  const outcome = core.importFile({ path, shop, agentId: null, isDryRun: false });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  ordersChanged();
}

describe('H6: the panel of a subject that only the lists know', () => {
  it('opens from its card, with its own words and keys in the frame of all panels', async () => {
    const { main, user } = renderPage({ orderCount: 3 });
    const list = await screen.findByRole('listbox', { name: '待办' });
    importToy(main);
    await user.click(await within(list).findByText('TP0001 应于一小时内送达'));
    const panel = await screen.findByRole('region', { name: '玩具包裹' });
    await within(panel).findByRole('heading', { level: 2, name: '玩具包裹 TP0001' });
    expect(within(panel).getByText('运输中')).toBeDefined();
    expect(panel.querySelector('.task-sentence')?.textContent).toContain('查玩具包裹');

    await user.keyboard('{F7}');
    await user.click(await screen.findByRole('button', { name: '记录联系' }));
    await within(panel).findByText(/电话：已联系上/);
    expect(main.inputsOf('contacts.record')).toMatchObject([
      { subject: { kind: 'toy-parcel' }, channel: 'phone' },
    ]);

    await user.keyboard('{F1}');
    expect(await screen.findByText('记录已联系快递')).toBeDefined();
    await user.keyboard('{Escape}');

    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(within(list).queryByText('TP0001 应于一小时内送达')).toBeNull());
  });

  it('is found by Ctrl+K by the beginning of its number', async () => {
    const { main, user } = renderPage({ orderCount: 3 });
    await screen.findByRole('listbox', { name: '待办' });
    importToy(main);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: '查找' }), 'TP00');
    await screen.findByRole('option', { name: '玩具包裹 TP0001 玩具 · 运输中' });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 2, name: '玩具包裹 TP0001' })).toBeDefined();
  });

  it('does not compile without its line', () => {
    // @ts-expect-error: no line in renderer/app/subject-views.ts
    SUBJECT_VIEWS satisfies Readonly<Record<SubjectKind | 'toy-parcel', unknown>>;
    expect('toy-parcel' in SUBJECT_VIEWS).toBe(true);
  });
});
