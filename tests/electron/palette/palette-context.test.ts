import { describe, expect, it } from 'vitest';
import { createPaletteContext } from '../../../electron/palette/palette-context.ts';
import { createOrderList } from '../../../electron/store/orders/order-list.ts';
import { createOrderStore } from '../../../electron/store/orders/order-store.ts';
import type { CustomerId, OrderId, TaskId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { UnfinishedCopy } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';

const { db } = createMemoryStore();
const SHOP = insertShop(db);

function anOrderOf(nick: string, overrides: Partial<Order>): Order {
  const customer = insertCustomer(db, { id: `customer-${nick}` as CustomerId, nick });
  return insertOrder(db, { shopId: SHOP.id, customerId: customer.id, customerNick: nick, ...overrides });
}

const ORDER = anOrderOf('山间一壶茶', {
  no: '3320260610000000024',
  receiverMobile: '13800000001',
  status: 'unpaid',
});
const OTHER = anOrderOf('云上', {
  id: 'order-2' as OrderId,
  no: '3320260610000000031',
  status: 'shipped',
});
const TWIN = anOrderOf('云上的日子', {
  id: 'order-3' as OrderId,
  no: '3320260619000000031',
  status: 'shipped',
});

type Around = { readonly followed?: ScriptOccasion; readonly unfinished?: UnfinishedCopy };

async function contextFor(clipboard: string, { followed, unfinished }: Around = {}) {
  const list = createOrderList(db);
  const { subject, ...rest } = await createPaletteContext({
    clipboardText: async () => clipboard,
    orders: createOrderStore(db),
    shops: { get: (id) => (id === SHOP.id ? SHOP : undefined) },
    findOrders: async (text, atMost) => list.find(text, atMost),
    tasks: { listToDo: () => [] },
    followed: () => followed ?? null,
    clock: createFakeClock(PLACED_AT_MS),
  })(unfinished ?? null);
  return { ...subject, ...rest, isNobody: subject === null };
}

const followed = { orderId: OTHER.id, taskId: 'task-1' as TaskId, reason: null };

describe('X3 the order that the palette fills scripts for', () => {
  it.each([
    '3320260610000000024',
    '订单号：3320260610000000024',
    ' 山间一壶茶\n',
    '一壶茶',
    '000024',
    '订单号后六位000024',
    '13800000001',
  ])('is named by the clipboard: %s', async (text) => {
    const { occasion, source, order } = await contextFor(text, { followed });
    expect([occasion?.orderId, source]).toEqual([ORDER.id, 'clipboard']);
    expect(order).toMatchObject({ customerNick: '山间一壶茶', closesAtMs: PLACED_AT_MS + DAY });
  });

  it.each(['没有这个人', '3320260610000000099', '4045', 'x'.repeat(300), '一句话 里有空格'])(
    'A3 of the shift: is nobody where the clipboard names nobody that is known, whoever is open: %s',
    async (text) => {
      const found = await contextFor(text, { followed });
      expect(found).toMatchObject({ isNobody: true, choices: [{ source: 'workbench' }] });
      expect(found.unrecognised).not.toBeNull();
    },
  );

  it('A3 of the shift: is nobody where the clipboard names several customers, and all are offered', async () => {
    const { isNobody, choices } = await contextFor('000031', {
      followed: { ...followed, orderId: ORDER.id },
    });
    expect(isNobody).toBe(true);
    expect(choices.map(({ order }) => order.customerNick)).toEqual(['云上', '云上的日子', '山间一壶茶']);
    // A whole nick is that customer, though another one begins so.
    expect((await contextFor('云上', { followed })).occasion?.orderId).toBe(OTHER.id);
    expect((await contextFor('上的日', { followed })).occasion?.orderId).toBe(TWIN.id);
  });

  it('is the one that is open in the workbench, with its task, where nothing was copied', async () => {
    expect(await contextFor('', { followed })).toMatchObject({
      occasion: followed,
      order: { customerNick: '云上', closesAtMs: null },
      source: 'workbench',
    });
    expect(await contextFor('')).toMatchObject({ isNobody: true, unrecognised: null });
  });

  it('stays the one of a script that is not copied to its end, until the agent copies something else', async () => {
    const around = { followed, unfinished: { orderId: ORDER.id } };
    expect(await contextFor('', around)).toMatchObject({
      occasion: { orderId: ORDER.id },
      source: 'clipboard',
    });
    expect(await contextFor('', { followed, unfinished: { orderId: null } })).toMatchObject({
      isNobody: true,
    });
    expect(await contextFor('云上', around)).toMatchObject({ occasion: { orderId: OTHER.id } });
    expect(await contextFor('别的文字', around)).toMatchObject({ isNobody: true });
  });

  it('is the one in the workbench where the order of the script has been removed meanwhile', async () => {
    const unfinished = { orderId: 'removed' as OrderId };
    expect(await contextFor('', { followed, unfinished })).toMatchObject({ source: 'workbench' });
  });
});
