import { describe, expect, it } from 'vitest';
import { carrierByNumber } from '../../../../shared/domain/parcels/carrier-of.ts';
import { type ParcelState, parcelStateOf } from '../../../../shared/domain/parcels/parcel-words.ts';
import { aParcel, SHIPPED_AT_MS } from '../../../support/records/a-parcel.ts';

const stateOf = (said: Parameters<typeof aParcel>[0]) => parcelStateOf(aParcel(said));

describe('O13: how far a parcel is', () => {
  it('is unknown as long as nobody has said anything', () => {
    expect(stateOf({})).toBe('unknown');
  });

  it.each<[string, ParcelState]>([
    ['揽收超时', 'no-pickup'],
    ['首轨迹超时', 'no-pickup'],
    ['运输停滞', 'stalled'],
    ['派送失败', 'undelivered'],
    ['签收超时', 'overdue'],
    ['拒收退回', 'returning'],
    ['疑似丢件', 'lost'],
  ])('is told by the exception %s', (exception, state) => {
    expect(stateOf({ exception })).toBe(state);
  });

  it.each<[string, ParcelState]>([
    ['已签收', 'signed'],
    ['在途', 'moving'],
    ['派件中', 'delivering'],
    ['未签收', 'overdue'],
  ])('is told by the status %s', (status, state) => {
    expect(stateOf({ status })).toBe(state);
  });

  it.each<[string, ParcelState]>([
    ['快件已到达【杭州中心】', 'moving'],
    ['快件已暂存驿站，请及时取件签收', 'moving'],
    ['派送不成功，客户电话无人接听', 'undelivered'],
    ['已签收，签收人：门卫', 'signed'],
    ['客户拒收，快件已退回', 'returning'],
  ])('is told by the last scan “%s”', (lastText, state) => {
    expect(stateOf({ lastText, lastAtMs: SHIPPED_AT_MS })).toBe(state);
  });

  it('is what a later scan says, once there is one after the exception', () => {
    const exception = { exception: '派送失败', exceptionAtMs: SHIPPED_AT_MS };
    expect(stateOf({ ...exception, lastAtMs: SHIPPED_AT_MS })).toBe('undelivered');
    const later = { lastText: '已签收，签收人：本人', lastAtMs: SHIPPED_AT_MS + 1 };
    expect(stateOf({ ...exception, ...later })).toBe('signed');
  });

  it('is without a pickup only where a file with scans shows none', () => {
    expect(stateOf({ unscanned: '是' })).toBe('no-pickup');
    expect(stateOf({ unscanned: '是', pickedUpAtMs: SHIPPED_AT_MS })).toBe('moving');
  });
});

describe('O13: the carrier by the form of the number', () => {
  it.each([
    ['SF1234567890123', '顺丰速运'],
    ['jt0000000000001', '极兔速递'],
    ['YT0000000000001', '圆通速递'],
    ['JDVA00000000001', '京东快递'],
    ['EA123456789CN', 'EMS'],
  ])('%s is of %s', (number, carrier) => {
    expect(carrierByNumber(number)).toBe(carrier);
  });

  it.each(['773000000000001', '38300000000001', 'ABC123'])('nobody can tell of %s', (number) => {
    expect(carrierByNumber(number)).toBeNull();
  });
});
