import type { ActivityKind } from '../../../shared/domain/activities/activity-kinds.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { CaseKind } from '../../../shared/domain/shared-parts/case/case-kind.ts';
import type { DeadlineKind } from '../../../shared/domain/shared-parts/deadline.ts';
import type { SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import type { ClaimKind } from '../../../shared/domain/tasks/claim.ts';
import type { TaskKind } from '../../../shared/domain/tasks/task.ts';
import type { BusinessHours } from '../../../shared/time/business-hours.ts';

// The lists of this project know the toy; the types are those of the product's lists.
export const TOY = 'toy-parcel' as SubjectKind;
export const FIND_TOY = 'find-toy' as TaskKind;
export const TOY_ARRIVED = 'toy-arrived' as ClaimKind;
export const TOY_ARRIVAL = 'toy-arrival' as DeadlineKind;
export const TOY_LOST = 'toy-lost' as CaseKind;
export const TOY_ASKED = 'toy-asked' as ActivityKind;

export const ARRIVED = '已签收';

/** A parcel as the files show it. */
export type ToyFields = {
  readonly parcelNo: string | null;
  readonly state: string | null;
  readonly sentAtMs: number | null;
  readonly promisedAtMs: number | null;
  /** The file's own end. */
  readonly mustArriveAtMs: number | null;
  readonly worthFen: number | null;
};

export type ToyParcel = ToyFields & {
  readonly id: string;
  readonly shopId: ShopId;
  /** An agent has asked the courier. */
  readonly courierSaid: string | null;
};

/** The rules about a toy may look at these. */
export type ToySubject = { readonly parcel: ToyParcel; readonly hours: BusinessHours };
