import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { openWorkbench } from '../app/render-page.tsx';
import { importParcels, undelivered } from '../parcels/import-parcels.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

async function openParcel() {
  const page = await openWorkbench();
  importParcels(page.main, folder, [undelivered(1)]);
  page.main.ordersChanged();
  page.main.emit('subjects.changed', { subjects: 'many' });
  await page.user.click(await within(page.list).findByText(/派送失败/));
  const panel = await screen.findByRole('region', { name: '包裹' });
  await within(panel).findByText('派送不成功，客户电话无人接听');
  const { parcels } = page.main.core.stores;
  const id = parcels.idOf(shopNamed(page.main, '示例旗舰店').id, undelivered(1).快递单号);
  return { ...page, panel, parcel: () => parcels.parcelOf(id) };
}

describe('O13: a parcel on the workbench', () => {
  it('says how far it is, by whom it is sent, and that no order is known', async () => {
    const { panel } = await openParcel();
    expect(panel.textContent).toContain('圆通速递');
    expect(panel.textContent).toContain(undelivered(1).快递单号);
    expect(panel.textContent).toContain('文件没有订单号，也没有订单用这个单号');
  });

  it('takes down with a key that the customer was told', async () => {
    const { user, parcel } = await openParcel();
    await user.keyboard('{F2}');
    const form = await screen.findByRole('form', { name: '已告知客户' });
    await user.click(within(form).getByRole('button', { name: '已告知客户' }));
    await waitFor(() => expect(parcel()?.toldAtMs).not.toBeNull());
  });

  it('X4: shows that the courier was asked until a file shows more', async () => {
    const { user, panel } = await openParcel();
    await user.keyboard('{F7}');
    const form = await screen.findByRole('group', { name: '联系快递' });
    await user.click(within(form).getByRole('button', { name: '已联系快递' }));
    expect(await within(panel).findByText('已联系快递，待核实')).toBeDefined();
  });

  it('takes down that the customer has not got it', async () => {
    const { user, parcel } = await openParcel();
    await user.keyboard('{F8}');
    const form = await screen.findByRole('group', { name: '包裹情况' });
    await user.click(within(form).getByRole('button', { name: /客户称未收到/ }));
    await waitFor(() => expect(parcel()?.disputedAtMs).not.toBeNull());
  });
});
