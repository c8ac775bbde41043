import type { AnyRecordSpec, RecordSpec } from '../../../electron/imports/kinds/records/record-spec.ts';
import { TOY, TOY_ARRIVAL, type ToyFields } from './toy-parcel.ts';
import type { ToyStore } from './toy-store.ts';

/** How a file of toy parcels is read, merged and kept. */
export function createToyRecords(toys: ToyStore): AnyRecordSpec {
  const spec: RecordSpec<ToyFields> = {
    name: 'toy-parcel',
    label: '玩具包裹',
    files: '玩具包裹表',
    fileName: /玩具包裹/,
    fields: {
      parcelNo: { label: '包裹编号', aliases: ['包裹编号'], reads: 'platform-no' },
      state: { label: '包裹状态', aliases: ['包裹状态'], reads: 'text' },
      sentAtMs: { label: '发出时间', aliases: ['发出时间'], reads: 'time' },
      promisedAtMs: { label: '承诺送达', aliases: ['承诺送达'], reads: 'time' },
      mustArriveAtMs: { label: '最晚签收', aliases: ['最晚签收'], reads: 'time' },
      worthFen: { label: '货值', aliases: ['货值'], reads: 'amount' },
    },
    key: ['parcelNo'],
    formats: [
      {
        name: 'toy-parcels',
        label: '玩具包裹',
        platforms: ['taobao', 'tmall'],
        marks: [{ all: ['包裹编号', '承诺送达'] }],
      },
    ],
    table: 'toy_parcels',
    store: toys,
    idOf: (shopId, { parcelNo }) => `${shopId}/${parcelNo}`,
    titleOf: ({ parcelNo }) => parcelNo ?? '',
    subject: { kind: TOY },
    deadlines: { [TOY_ARRIVAL]: 'mustArriveAtMs' },
  };
  return spec;
}
