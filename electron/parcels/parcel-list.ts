import type { ShopId } from '../../shared/domain/ids.ts';
import { ORDER_STATUS_LABELS } from '../../shared/domain/orders/order.ts';
import type { Parcel, ParcelId } from '../../shared/domain/parcels/parcel.ts';
import { PARCEL_STATE_LABELS } from '../../shared/domain/parcels/parcel-words.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { type Claim, openClaim } from '../../shared/domain/tasks/claim.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import { inPages } from '../../shared/in-pages.ts';
import type {
  FoundParcel,
  ParcelDetail,
  ParcelRow,
  ParcelsAsked,
} from '../../shared/ipc/contract/parcel-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ShortTable } from '../exports/table.ts';
import type { FindParcels, FoundByWord } from './find-parcels.ts';
import { fromParcel } from './found-parcel.ts';
import { shopOfParcel } from './parcel-subject.ts';
import type { ParcelsInTrouble } from './parcels-in-trouble.ts';

type Dependencies = {
  readonly findParcels: FindParcels;
  readonly parcelsInTrouble: ParcelsInTrouble;
  readonly parcels: { load(ids: readonly string[]): Parcel[] };
  readonly claims: { listOf(kind: SubjectKind, ids: readonly string[]): Claim[] };
  readonly tasks: {
    listToDo(subject: SubjectRef): Task[];
    listForSubjects(kind: 'parcel', ids: readonly string[]): Map<string, Task[]>;
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly clock: Clock;
};

/** The list as it is put together, or a part of it. */
type Listed = { readonly rows: readonly ParcelRow[]; readonly missing: readonly string[] };

/** So many rows of a long paste get their task in one turn of main. */
const AT_ONCE = 200;

export type ParcelList = ReturnType<typeof createParcelList>;

/** O13: the list of parcels: those that were looked for, or those that are late or in trouble. */
export function createParcelList(dependencies: Dependencies) {
  const { findParcels, parcelsInTrouble, parcels, claims, tasks, shops, clock } = dependencies;

  function withTasks(found: readonly FoundParcel[]): ParcelRow[] {
    const known = found.flatMap(({ parcelId }) => parcelId ?? []);
    const toDo = tasks.listForSubjects('parcel', known);
    const taskOf = (parcelId: ParcelId | null) =>
      toDo
        .get(parcelId ?? '')
        ?.filter(isToDo)
        .toSorted((a, b) => a.dueAtMs - b.dueAtMs)[0]?.id ?? null;
    return found.map((row) => ({ ...row, id: row.trackingNo, taskId: taskOf(row.parcelId) }));
  }

  /** Either takes longer than a click may wait, so that main goes on between its parts. */
  function* parts({ text, shopId }: ParcelsAsked): Generator<Listed> {
    if (text.trim() === '') {
      for (const rows of parcelsInTrouble(shopId)) yield { rows: withTasks(rows), missing: [] };
      return;
    }
    const byWord: FoundByWord[] = [];
    for (const found of findParcels.each(text)) {
      byWord.push(found);
      yield { rows: [], missing: [] };
    }
    const { rows, missing } = findParcels.join(byWord);
    yield { rows: [], missing };
    for (const slice of inPages(rows, AT_ONCE)) yield { rows: withTasks(slice), missing: [] };
  }

  return {
    parts,
    together,
    detail(parcelId: ParcelId): ParcelDetail {
      const nowMs = clock.now();
      const [parcel] = parcels.load([parcelId]);
      const shop = parcel && shops.get(shopOfParcel(parcel));
      if (!parcel || !shop) throw new AppError('not-found', '该包裹已不存在');
      return {
        parcel,
        found: fromParcel(parcel, { shop, nowMs }),
        isAskOpen: openClaim(claims.listOf('parcel', [parcelId]), 'parcel-asked') !== undefined,
        tasks: tasks.listToDo(asSubject('parcel', parcelId)),
        nowMs,
      };
    },
    /** The list as a file. */
    table(asked: ParcelsAsked): ShortTable {
      return {
        name: '包裹',
        columns: [
          { header: '快递单号', kind: 'text' },
          { header: '快递公司', kind: 'text' },
          { header: '方向', kind: 'text' },
          { header: '物流状态', kind: 'text' },
          { header: '最新轨迹', kind: 'text' },
          { header: '最新轨迹时间', kind: 'time' },
          { header: '发货时间', kind: 'time' },
          { header: '订单编号', kind: 'text' },
          { header: '订单状态', kind: 'text' },
          { header: '店铺', kind: 'text' },
          { header: '客户', kind: 'text' },
          { header: '收件人', kind: 'text' },
          { header: '商品', kind: 'text' },
        ],
        rows: together([...parts(asked)]).rows.map((row) => [
          row.trackingNo,
          row.carrier,
          row.direction === 'out' ? '发出' : '退回',
          PARCEL_STATE_LABELS[row.state],
          row.lastText,
          row.lastAtMs,
          row.shippedAtMs,
          row.orderNo,
          row.orderStatus === null ? null : ORDER_STATUS_LABELS[row.orderStatus],
          row.shopName,
          row.customer,
          row.receiverName,
          row.itemTitle,
        ]),
      };
    },
  };
}

const together = (listed: readonly Listed[]): { rows: ParcelRow[]; missing: string[] } => ({
  rows: listed.flatMap(({ rows }) => rows),
  missing: listed.flatMap(({ missing }) => missing),
});
