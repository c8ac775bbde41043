import { describe, expect, it } from 'vitest';
import { createPaletteContext } from '../../../electron/palette/palette-context.ts';
import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import type { UnfinishedCopy } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { aShop } from '../../support/records/a-shop.ts';
import { anOrder, PLACED_AT_MS } from '../../support/records/an-order.ts';

const SHOP = aShop();
const ORDER = anOrder({
  shopId: SHOP.id,
  no: '3320260610000000024',
  customerNick: '山间一壶茶',
  status: 'unpaid',
});
const OTHER = anOrder({
  id: 'order-2' as OrderId,
  shopId: SHOP.id,
  no: '3320260610000000031',
  customerNick: '云上',
  status: 'shipped',
});

type Around = { readonly followed?: ScriptOccasion; readonly unfinished?: UnfinishedCopy };

function contextFor(clipboard: string, { followed, unfinished }: Around = {}) {
  return createPaletteContext({
    clipboardText: async () => clipboard,
    orders: {
      findByNo: (no) => [ORDER, OTHER].filter((order) => order.no === no),
      get: (id) => [ORDER, OTHER].find((order) => order.id === id),
    },
    shops: { get: (id) => (id === SHOP.id ? SHOP : undefined) },
    findOrders: (text) => [ORDER, OTHER].filter(({ customerNick }) => customerNick?.startsWith(text)),
    followed: () => followed ?? null,
  })(unfinished ?? null);
}

describe('X3 the order that the palette fills scripts for', () => {
  it.each(['3320260610000000024', '订单号：3320260610000000024', ' 山间一壶茶\n'])(
    'is named by the clipboard: %s',
    async (text) => {
      const { occasion, source, order } = await contextFor(text);
      expect([occasion.orderId, source]).toEqual([ORDER.id, 'clipboard']);
      expect(order).toMatchObject({ customerNick: '山间一壶茶', closesAtMs: PLACED_AT_MS + DAY });
    },
  );

  it.each(['', '山间', '没有这个人', '3320260610000000099', 'x'.repeat(300)])(
    'is none without one: %s',
    async (text) => {
      expect(await contextFor(text)).toMatchObject({
        occasion: { orderId: null },
        order: null,
        source: null,
      });
    },
  );

  it('is else the one that is open in the workbench, with its task', async () => {
    const followed = { orderId: OTHER.id, taskId: 'task-1' as TaskId, reason: null };
    expect(await contextFor('别的文字', { followed })).toMatchObject({
      occasion: followed,
      order: { customerNick: '云上', closesAtMs: null },
      source: 'workbench',
    });
    expect(await contextFor('山间一壶茶', { followed })).toMatchObject({ source: 'clipboard' });
  });

  it('stays the one of a script that is not copied to its end, until the agent copies something else', async () => {
    const followed = { orderId: OTHER.id, taskId: null, reason: null };
    const around = { followed, unfinished: { orderId: ORDER.id } };
    expect(await contextFor('', around)).toMatchObject({
      occasion: { orderId: ORDER.id },
      source: 'clipboard',
    });
    expect(await contextFor('', { followed, unfinished: { orderId: null } })).toMatchObject({
      order: null,
      source: null,
    });
    expect(await contextFor('云上', around)).toMatchObject({ occasion: { orderId: OTHER.id } });
    expect(await contextFor('别的文字', around)).toMatchObject({ source: 'workbench' });
  });

  it('is the one in the workbench where the order of the script has been removed meanwhile', async () => {
    const followed = { orderId: OTHER.id, taskId: null, reason: null };
    const unfinished = { orderId: 'removed' as OrderId };
    expect(await contextFor('', { followed, unfinished })).toMatchObject({ source: 'workbench' });
  });
});
