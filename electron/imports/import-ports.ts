import type { Activity, NewActivity } from '../../shared/domain/activities/activity.ts';
import type { ActivityId, CustomerId, ImportRunId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { ImportEffect } from '../../shared/domain/import-effect.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { Customer } from '../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../shared/domain/orders/order.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Platform } from '../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { NewTasks } from '../kernel/subjects/new-tasks.ts';

/** Imports need these of the rest; the composition roots hand them in. */
export type ImportOrders = {
  hasAnyOf(shopId: ShopId): boolean;
  get(id: OrderId): Order | undefined;
  insert(order: Order): void;
  update(order: Order, changed: readonly (keyof Order)[]): void;
};

export type ImportItems = {
  listOf(orderId: OrderId): OrderItem[];
  insert(item: OrderItem): void;
  update(item: OrderItem, lineNoBefore: string): void;
};

export type ImportedCustomer = Pick<Customer, 'id' | 'platform' | 'nick' | 'displayName' | 'isMasked'>;

export type ImportCustomers = {
  ensure(customer: ImportedCustomer, nowMs: EpochMs): 'added' | 'named' | 'known';
};

export type ImportStores = {
  readonly orders: ImportOrders;
  readonly items: ImportItems;
  readonly customers: ImportCustomers;
};

/** Ids that every PC computes alike. */
export type ImportIds = {
  orderIdOf(shopId: ShopId, no: string): OrderId;
  customerIdOf(platform: Platform, nick: string): CustomerId;
  maskedCustomerIdOf(orderId: OrderId): CustomerId;
};

export type ImportShop = { readonly id: ShopId; readonly platform: Platform };

export type ImportActivities = { append(activity: NewActivity): unknown };

/** The tasks of these subjects, and of whatever depends on them, are worked out again; answers what is new to do. */
export type RefreshTasks = (changed: readonly SubjectRef[], nowMs: EpochMs) => NewTasks;

export type ShownOrder = {
  readonly before: Order;
  /** The same as before where the file changed nothing. */
  readonly after: Order;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
};

/** P10: credits agents' acts with what the import shows, for every known order of the file. */
export type ProveByImport = (order: ShownOrder) => void;

/** Follows the unpaid orders of one import; a preview asks it as the commit does. */
export type PaymentWatch = {
  added(order: Order): void;
  shown(before: Order, after: Order): void;
  effects(nowMs: EpochMs): readonly ImportEffect[];
};

/** Estimates the tasks of the orders that one preview shows as newly paid. */
export type NewWorkWatch = Pick<PaymentWatch, 'added' | 'shown'> & { newTasks(): NewTasks };

/** A known record of the file, as it was stored before and as it is stored now. */
export type ShownRow = {
  readonly subject: SubjectRef;
  readonly before: unknown;
  readonly after: unknown;
  /** The fields of the row; a field is absent where the file has no column for it. */
  readonly shown: object;
};

/** X4: holds what was claimed against the row; says whether that settled any claim. */
export type JudgeClaims = (
  row: ShownRow & {
    readonly importRunId: ImportRunId;
    readonly atMs: EpochMs;
    /** An older file refutes no newer claim. */
    readonly writtenAtMs?: EpochMs;
  },
) => boolean;

/** X5: opens the uses again that an undone import had settled. */
export type UsesToReopen = { reopen(id: ImportRunId): void };

/** X4: opens the claims again that an undone import had judged, and answers with their subjects. */
export type ClaimsToReopen = { reopen(id: ImportRunId): readonly SubjectRef[] };

/** The work runs whole or not at all; a promise would run on outside the transaction. */
export type InTransaction = <R>(work: () => R extends Promise<unknown> ? never : R) => R;

export type RunsToUndo = {
  get(id: ImportRunId): ImportRun | undefined;
  markUndone(id: ImportRunId, atMs: EpochMs): void;
  /** The activities of the run, the latest first, a page at a time; `before` is the last one seen. */
  pageOfActivities(id: ImportRunId, before?: ActivityId): readonly Activity[];
  /** The subjects that the activities of the run are about. */
  listTold(id: ImportRunId): readonly SubjectRef[];
  /** Subjects of the kind, of the run, to which something happened afterwards. */
  listBuiltOn(id: ImportRunId, subjectKind: string): readonly BuiltOn[];
};

export type BuiltOn = { readonly subjectId: string; readonly byAgent: boolean };

/** A row that points to another one. */
export type RowReference = { readonly table: string; readonly id: string };

/** Removes the row, unless others point to it; answers those. */
export type RemoveUnlessPointedTo = (row: RowReference, work: () => void) => readonly RowReference[];

/** Records that a preview has tried out, as text. */
export type ScratchRows = {
  get(kind: string, id: string): string | undefined;
  put(kind: string, id: string, record: string): void;
};

/** Stores that hide the real ones; what is written to them is thrown away. */
export type ImportScratch = Pick<ImportStores, 'orders' | 'items'> & { readonly rows: ScratchRows };
