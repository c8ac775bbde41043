import { formatBeijing } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';

type Asked = {
  readonly trackingNo: string;
  readonly lastText: string | null;
  readonly lastAtMs: EpochMs | null;
};

/** A6: one line for each parcel, so that the courier can answer in the same order. */
export const courierText = (parcels: readonly Asked[]): string =>
  parcels
    .map(({ trackingNo, lastText, lastAtMs }) => {
      const at = lastAtMs === null ? '' : `${formatBeijing(lastAtMs).slice(5, 16)} `;
      return `单号 ${trackingNo}｜${lastText === null ? '没有物流记录' : `${at}${lastText}`}｜请核实`;
    })
    .join('\n');
