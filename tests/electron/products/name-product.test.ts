import { describe, expect, it } from 'vitest';
import { createProductNameStore } from '../../../electron/store/orders/product-name-store.ts';
import { scriptCoded } from '../../support/main-side/a-script-library.ts';
import { agentNamed, openShopFloor, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { askMain } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { plansOf } from '../../support/plans-of.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const NICK = '买保温杯的人';
const TITLE = '【天猫正品】316不锈钢保温杯大容量男女士便携水杯学生新款';

function anOrder(no: string) {
  return { no, customer: NICK, placedAtMs: NOW - 3_600_000, amount: '89.00', title: TITLE, sku: '颜色:白' };
}

function aFloor() {
  const main = createMainSide({ startsAtMs: NOW });
  openShopFloor(main);
  importOrders(main, shopNamed(main, '示例旗舰店'), [anOrder('3304370000000099001')]);
  return main;
}

/** The product in the words of the recommended script. */
async function saidOf(main: MainSide): Promise<string> {
  const { id: orderId } = orderOf(main, NICK);
  const occasion = { orderId, taskId: null, reason: null };
  const reply = await askMain(main, 'scripts.copy', {
    scriptId: scriptCoded(main, 'cf02').id,
    message: 0,
    occasion,
    answers: { 收货人: '李' },
  });
  if (reply.kind !== 'copied' || reply.content.kind !== 'text') throw new Error('Nothing was copied');
  return reply.content.text;
}

const nameIt = (main: MainSide, name: string) =>
  askMain(main, 'products.name', { title: TITLE, name, orderId: orderOf(main, NICK).id });

describe('B15 a product by the name that an agent gives it', () => {
  it('stands in scripts for every order of it, until one undo takes it back', async () => {
    const main = aFloor();
    expect(await saidOf(main)).toContain('316不锈钢保温杯');
    const { activityId } = await nameIt(main, '小白杯');
    expect(await saidOf(main)).toContain('「小白杯」');
    await askMain(main, 'activities.undo', { activityId });
    expect(await saidOf(main)).toContain('316不锈钢保温杯');
  });

  it('is kept by imports, told beside the order, and found again in the list of all', async () => {
    const main = aFloor();
    await nameIt(main, '小白杯');
    importOrders(main, shopNamed(main, '示例旗舰店'), [
      { ...anOrder('3304370000000099001'), paidAtMs: NOW - 60_000 },
    ]);
    expect(await saidOf(main)).toContain('「小白杯」');
    const { id: orderId } = orderOf(main, NICK);
    const named = [{ title: TITLE, name: '小白杯' }];
    expect(await askMain(main, 'orders.detail', { orderId })).toMatchObject({ productNames: named });
    expect(await askMain(main, 'products.names', undefined)).toEqual(named);
  });

  it('is shortened by itself again once the name is emptied', async () => {
    const main = aFloor();
    await nameIt(main, '小白杯');
    await nameIt(main, '');
    expect(await saidOf(main)).toContain('316不锈钢保温杯');
    expect(await askMain(main, 'products.names', undefined)).toEqual([]);
  });

  it('tells the agent who said it in the records of the order', async () => {
    const main = aFloor();
    await nameIt(main, '小白杯');
    const { id } = orderOf(main, NICK);
    const [last] = main.core.stores.activities.timeline({ kind: 'order', id }, { limit: 1 });
    expect(last?.activity).toMatchObject({
      kind: 'product-named',
      agentId: agentNamed(main, '小满').id,
      data: { text: '小白杯' },
    });
  });

  it('is looked up and listed by the key alone, however many there are', () => {
    const plans = plansOf((db) => {
      const names = createProductNameStore(db);
      names.nameOf(TITLE);
      names.list();
    });
    expect(plans.join('\n')).toContain('SEARCH product_names USING PRIMARY KEY (title=?)');
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
  });
});
