import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import {
  NO_NOTES,
  type Parcel,
  type ParcelId,
  type ParcelNotes,
} from '../../shared/domain/parcels/parcel.ts';
import { asSubject, type SubjectKind } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import { parcelAskedData } from '../../shared/domain/tasks/claim-kinds/parcel-asked.ts';
import { requireShop, type Shops } from '../../shared/domain/team/require-team.ts';
import { AppError } from '../../shared/errors.ts';
import type { NewParcel, ParcelNote } from '../../shared/ipc/contract/parcel-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';
import { claiming } from '../kernel/claims/claiming.ts';

type Kept = Omit<Parcel, 'order' | 'isBack'>;

type Dependencies = {
  readonly act: Act;
  readonly shops: Shops;
  readonly parcels: {
    idOf(shopId: ShopId, trackingNo: string): ParcelId;
    parcelOf(id: string): Parcel | undefined;
    save(parcel: Kept): void;
  };
  readonly claims: {
    newId(nowMs: EpochMs): Claim['id'];
    listOf(kind: SubjectKind, ids: readonly string[]): Claim[];
    save(claim: Claim): void;
  };
};

type Noted = {
  readonly parcelId: ParcelId;
  readonly what: ParcelNote;
  readonly againAtMs: EpochMs | null;
  readonly note: string | null;
};

const ACTIVITIES = {
  told: 'parcel-told',
  asked: 'parcel-asked',
  disputed: 'parcel-disputed',
  settled: 'parcel-settled',
} as const satisfies Record<ParcelNote, ActivityKind>;

const MESSAGES = {
  told: '已记录：已告知客户',
  asked: '已记录：已联系快递，下次物流文件核实',
  disputed: '已记录：客户称未收到',
  settled: '已记录：包裹问题已解决',
} as const satisfies Record<ParcelNote, string>;

export type NoteParcel = ReturnType<typeof createNoteParcel>;

/** O13, A6: agents write down here what they have done or heard about a parcel. */
export function createNoteParcel({ act, shops, parcels, claims }: Dependencies) {
  function parcelOf(id: string): Parcel {
    const parcel = parcels.parcelOf(id);
    if (!parcel) throw new AppError('not-found', '该包裹已不存在');
    return parcel;
  }

  function notesOf({ what, againAtMs }: Noted, nowMs: EpochMs): Partial<ParcelNotes> {
    if (what === 'told') return { toldAtMs: nowMs, hearsAgainAtMs: againAtMs };
    if (what === 'disputed') return { disputedAtMs: nowMs };
    return what === 'settled' ? { settledAtMs: nowMs } : {};
  }

  const saving = (parcel: Kept): Required<Pick<Deed, 'rows' | 'write'>> => ({
    rows: [{ table: 'parcels', id: parcel.id }],
    write: () => parcels.save(parcel),
  });

  /** X4: the next file shows whether the courier has moved it. */
  function asking(parcel: Parcel, actor: Actor): Required<Pick<Deed, 'rows' | 'write'>> {
    const subject = asSubject('parcel', parcel.id);
    const data = parcelAskedData(parcel.lastAtMs);
    return claiming({ kind: 'parcel-asked', subject, shopId: parcel.shopId, data }, actor, claims);
  }

  return {
    note: (noted: Noted, actor: Actor): Recorded =>
      act(actor, () => {
        const parcel = parcelOf(noted.parcelId);
        if (noted.what === 'told' && noted.againAtMs !== null && noted.againAtMs <= actor.nowMs)
          throw new AppError('invalid-input', '再告知的时间已过，请写以后的时间');
        return {
          subject: asSubject('parcel', parcel.id),
          kind: ACTIVITIES[noted.what],
          data: given({ text: noted.note }),
          ...(noted.what === 'asked'
            ? asking(parcel, actor)
            : saving({ ...parcel, ...notesOf(noted, actor.nowMs) })),
          message: MESSAGES[noted.what],
        };
      }),

    /** A file that shows the parcel later takes over what is written down here. */
    register(request: NewParcel, actor: Actor): Recorded & { readonly parcelId: ParcelId } {
      const { trackingNo, shopId, carrier, exception, note } = request;
      requireShop(shops, shopId);
      const parcelId = request.parcelId ?? parcels.idOf(shopId, trackingNo);
      const recorded = act(actor, () => {
        const known = parcels.parcelOf(parcelId);
        const wrong = { exception, exceptionAtMs: actor.nowMs };
        return {
          subject: asSubject('parcel', parcelId),
          kind: 'parcel-registered',
          data: given({ outcome: exception, text: note }),
          ...saving({ ...(known ?? { ...blank(request, actor), id: parcelId, carrier }), ...wrong }),
          message: `已登记：${exception}`,
        };
      });
      return { ...recorded, parcelId };
    },
  };
}

const blank = ({ trackingNo, shopId }: NewParcel, { nowMs }: Actor): Omit<Kept, 'id' | 'carrier'> => ({
  ...NO_NOTES,
  shopId,
  trackingNo,
  firstSeenAtMs: nowMs,
  orderNo: null,
  status: null,
  exception: null,
  exceptionAtMs: null,
  lastText: null,
  lastAtMs: null,
  pickedUpAtMs: null,
  signedAtMs: null,
  shippedAtMs: null,
  receiverName: null,
  receiverPhone: null,
  unscanned: null,
});
