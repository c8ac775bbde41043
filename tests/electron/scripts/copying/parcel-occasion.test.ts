import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../../support/export-files.ts';
import { aParcelDesk, ON_ITS_WAY, ORDER_NO, type ParcelDesk } from '../../parcels/a-parcel-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const ORDER = {
  订单编号: ORDER_NO,
  买家会员名: '山间一壶茶',
  订单状态: '卖家已发货，等待买家确认',
  物流单号: 'No:ZT0000000000002',
  物流公司: '中通快递',
};
const occasionOf = (desk: ParcelDesk) => {
  const [parcel] = desk.parcels();
  if (!parcel) throw new Error('There is no parcel');
  const asked = { orderId: parcel.order?.id ?? null, taskId: null, parcelId: parcel.id, reason: null };
  return desk.core.scripts.lookUp(asked, '小满', desk.clock.now());
};

describe('O13: a script beside a parcel', () => {
  it('says the number of that parcel, which is not the one that its order names', () => {
    const desk = aParcelDesk(folder);
    desk.commitOrders(ORDER);
    desk.commit(ON_ITS_WAY);
    expect(occasionOf(desk)).toMatchObject({
      orderId: desk.parcels()[0]?.order?.id,
      values: { 客户: '山间一壶茶', 快递单号: ON_ITS_WAY['快递单号'], 快递公司: '圆通速递' },
    });
  });

  it('names no carrier that is that of another parcel', () => {
    const desk = aParcelDesk(folder);
    desk.commitOrders(ORDER);
    desk.commit({ ...ON_ITS_WAY, 快递单号: '880000000000009', 快递公司: '' });
    const { values } = occasionOf(desk);
    expect(values['快递单号']).toBe('880000000000009');
    expect(values).not.toHaveProperty('快递公司');
  });

  it('says it before an import shows the order, in the words for what is to do', () => {
    const desk = aParcelDesk(folder);
    desk.commit({ ...ON_ITS_WAY, 异常类型: '派送失败' });
    expect(occasionOf(desk)).toMatchObject({
      orderId: null,
      task: { kind: 'parcel', step: 'undelivered' },
      situation: { step: 'undelivered' },
      values: { 快递单号: ON_ITS_WAY['快递单号'], 订单号: ORDER_NO, 店铺: '示例旗舰店' },
    });
  });
});
