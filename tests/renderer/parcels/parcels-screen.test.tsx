import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ParcelsScreen } from '../../../renderer/features/parcels/parcels-screen.tsx';
import type { OpenSubject } from '../../../renderer/lib/place/navigation.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { renderScreen } from '../session/render-screen.tsx';
import { importParcels, undelivered } from './import-parcels.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

async function openList(count: number) {
  const open = vi.fn<OpenSubject>();
  const rows = Array.from({ length: count }, (_, index) => undelivered(index));
  const page = renderScreen(<ParcelsScreen onOpen={open} />, {
    prepare: (main) => importParcels(main, folder, rows),
  });
  const list = await screen.findByRole('listbox', { name: '包裹' });
  await within(list).findAllByRole('option');
  return { ...page, open, list };
}

describe('O13: the list of parcels', () => {
  it('says without any what it lists, and leads to the import', async () => {
    renderScreen(<ParcelsScreen onOpen={() => undefined} />);
    expect(await screen.findByText('没有异常或该到未到的包裹')).toBeDefined();
    expect(screen.getByRole('button', { name: '去导入' })).toBeDefined();
  });

  it('shows one in trouble, and opens it by what is to do about it', async () => {
    const { main, user, list, open } = await openList(1);
    expect(within(list).getByRole('option').textContent).toContain('派送失败');
    expect(screen.getByText('1 个异常或该到未到')).toBeDefined();
    await user.click(screen.getByLabelText('查包裹'));
    await user.keyboard('{Enter}{Enter}');
    const subject = open.mock.calls[0]?.[0];
    if (!subject) throw new Error('Nothing was opened');
    const [task] = main.core.stores.tasks.listToDo(subject);
    expect(task).toMatchObject({ kind: 'parcel', step: 'undelivered' });
    expect(open).toHaveBeenCalledWith(task?.subject, task?.id);
  });

  it('shows very many, says how many are marked, and no amount, since parcels have none', async () => {
    const { user } = await openList(120);
    expect(screen.getByText('120 个异常或该到未到')).toBeDefined();
    await user.click(screen.getByLabelText('查包裹'));
    await user.keyboard('{Enter}{Control>}a{/Control}');
    expect((await screen.findByText(/已选 120 个/)).textContent).toBe('已选 120 个');
  });

  it('says what it has not found, and comes back to all', async () => {
    const { user } = await openList(1);
    await user.type(screen.getByLabelText('查包裹'), 'YT9999999999999');
    expect(await screen.findByText('没有找到包裹')).toBeDefined();
    expect(screen.getByRole('button', { name: /没有找到 YT9999999999999/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^清\s?除$/ }));
    expect(await screen.findByRole('listbox', { name: '包裹' })).toBeDefined();
  });

  it('takes down what an agent has seen on the page of the carrier', async () => {
    const { main, user } = await openList(1);
    await user.click(screen.getByLabelText('查包裹'));
    await user.keyboard('{Enter}{F7}');
    const form = await screen.findByRole('group', { name: '登记异常' });
    await user.click(within(form).getByRole('button', { name: /丢件或破损/ }));
    await waitFor(() =>
      expect(main.inputsOf('parcels.register')).toMatchObject([{ exception: '丢件或破损' }]),
    );
    expect(await screen.findByText('已登记：丢件或破损')).toBeDefined();
  });
});
