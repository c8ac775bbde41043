import type { ShopId } from '../../shared/domain/ids.ts';
import { carrierByNumber } from '../../shared/domain/parcels/carrier-of.ts';
import { type ParcelFields, type ParcelId, trackingNoOf } from '../../shared/domain/parcels/parcel.ts';
import { PARCEL_STATE_LABELS, statusWordState } from '../../shared/domain/parcels/parcel-words.ts';
import { PLATFORMS } from '../../shared/domain/team/shop.ts';
import type { RecordSpec, RecordStore, RowReview } from '../imports/kinds/records/record-spec.ts';
import { PARCEL_FIELDS } from './parcel-columns.ts';

type Dependencies = {
  readonly parcels: RecordStore<ParcelFields> & { idOf(shopId: ShopId, trackingNo: string): ParcelId };
};

/** A row with a number and none of these says nothing of the parcel. */
const EVIDENCE = [
  'orderNo',
  'carrier',
  'exception',
  'status',
  'lastText',
  'lastAtMs',
  'pickedUpAtMs',
  'signedAtMs',
  'shippedAtMs',
] as const;

const aliases = (...fields: readonly (keyof ParcelFields)[]): string[] =>
  fields.flatMap((field) => PARCEL_FIELDS[field].aliases);

const NO_SCAN = '是';

/** O13, A6: exports of 快递100, of 菜鸟 and of the programs that print labels; known by their columns for scans. */
export function createParcelRecords({ parcels }: Dependencies): RecordSpec<ParcelFields> {
  return {
    name: 'parcel',
    label: '包裹',
    files: '物流或异常件文件',
    fileName: /物流|快递|包裹|异常件|轨迹/u,
    fields: PARCEL_FIELDS,
    key: ['trackingNo'],
    evidence: EVIDENCE,
    silences: (has) =>
      has('lastText') || has('lastAtMs') || has('exception') || has('status')
        ? []
        : ['文件里没有轨迹、状态或异常，不能判断包裹到了哪里；请导出带「最新轨迹」的物流文件'],
    newWords: ({ status = null, exception = null }) =>
      (['status', 'exception'] as const).flatMap((field) => {
        const word = field === 'status' ? status : exception;
        return word === null || statusWordState(word) !== null
          ? []
          : [{ field, readAs: PARCEL_STATE_LABELS.unknown }];
      }),
    formats: [
      {
        name: 'parcels',
        label: '物流/异常件',
        platforms: PLATFORMS,
        marks: [
          {
            all: [],
            any: aliases('lastText', 'lastAtMs', 'exception', 'pickedUpAtMs').filter(
              // Orders have a time of their last change as well.
              (name) => name !== '更新时间' && name !== '物流信息',
            ),
            none: ['退款编号', '售后单号', '售后编号', '服务单号', '买家应付货款', '应付金额'],
          },
        ],
      },
    ],
    table: 'parcels',
    store: parcels,
    idOf: (shopId, row) => parcels.idOf(shopId, row.trackingNo ?? ''),
    newestBy: 'lastAtMs',
    titleOf: ({ trackingNo = null }) => trackingNoOf({ trackingNo }),
    subject: { kind: 'parcel' },
    createReview: () => reviewParcels,
  };
}

/** Fills in what follows from a row: by whom it is sent, since when it is wrong, and whether it was ever scanned. */
const reviewParcels: RowReview<ParcelFields> = {
  look({ fields }) {
    const { carrier, trackingNo, exception, exceptionAtMs = null, lastAtMs = null } = fields;
    const sure = (carrier ?? null) === null ? carrierByNumber(trackingNo ?? '') : null;
    return {
      fields: {
        ...fields,
        ...(sure === null ? {} : { carrier: sure }),
        ...(exception === undefined
          ? {}
          : { exceptionAtMs: exception === null ? null : (exceptionAtMs ?? lastAtMs) }),
        ...unscannedIn(fields),
      },
      remarks: [],
    };
  },
};

/** Only a file with a column for scans can show that there is none. */
function unscannedIn({ lastText, lastAtMs, pickedUpAtMs, signedAtMs }: Partial<ParcelFields>) {
  const scans = [lastText, lastAtMs, pickedUpAtMs, signedAtMs];
  if (lastText === undefined && lastAtMs === undefined) return {};
  return { unscanned: scans.every((scan) => (scan ?? null) === null) ? NO_SCAN : null };
}
