import type { EpochMs } from '../../../../time/clock.ts';
import type { MemoTemplate } from '../../../memos/memo-template.ts';
import type { Order } from '../../../orders/order.ts';
import type { ParcelState } from '../../../parcels/parcel-words.ts';
import type { ShopSettings } from '../../../team/shop.ts';
import type { EvidenceKind } from '../../evidence.ts';
import type { WaitingOn } from '../after-sales-case.ts';
import type { CaseFields } from '../case-field-values.ts';

/** One thing that a kind of case asks for, beside title and detail. The store holds the keys, so they stay. */
export type CaseField = {
  readonly label: string;
  /** The agent has to know this to fill it in. */
  readonly hint?: string;
  readonly input:
    | { readonly kind: 'text' | 'long-text' | 'money' | 'moment' | 'yes-no' }
    | { readonly kind: 'choice'; readonly labels: Readonly<Record<string, string>> };
  /** The case is not opened without it. */
  readonly isRequired?: boolean;
  /** Not asked for on opening: it follows from the rest, or is known only once the case is under way. */
  readonly isLater?: boolean;
};

/** All that a kind may look at beside the case itself. */
export type CaseFacts = {
  /** The order that the case is about, as the newest import shows it. */
  readonly order: Order | null;
  /** How far its parcel is, where a file or an agent has said so. */
  readonly parcelState: ParcelState | null;
  /** The newest orders of its customer, also those that have nothing to do with it; asked for only where a kind looks. */
  readonly ordersOfCustomer: () => readonly Order[];
  /** Of its shop; `null`: it is no shop's. */
  readonly settings: ShopSettings | null;
};

/** How far a case is. */
export type CasePoint = { readonly step: string; readonly fields: CaseFields };

export type CaseReminder = { readonly key: string; readonly atMs: EpochMs; readonly text: string };

type AnyStep = {
  readonly label: string;
  /** The steps that can follow. In a step without any the case is solved. */
  readonly next: readonly string[];
  /** Its time is counted while the shop works, as for a question that only the warehouse can answer. */
  readonly isInBusinessHours?: boolean;
  /** To enter it is to tell the customer. */
  readonly tellsCustomer?: boolean;
  /** The fields that are asked for on entering it. */
  readonly asks?: readonly string[];
  /** Those of them without which it is not entered; asked for first. */
  readonly needs?: readonly string[];
  /** Copied for the customer, warehouse or courier; `case-text.ts` lists the names that it may hold. */
  readonly text?: string;
  /** The memo of the order that goes with it. */
  readonly memo?: MemoTemplate;
  /** When it is to be done, or looked at again, where its fields name a time; else its usual time counts. */
  readonly dueAt?: (fields: CaseFields, nowMs: EpochMs) => EpochMs | null;
};

/** Something to do, with the time that it may take. */
type WorkStep = AnyStep & { readonly waitingOn?: never; readonly defaultDueAfterMs?: number };
/** Somebody else has to answer, so the time of the next look is never left out. */
type WaitingStep = AnyStep & { readonly waitingOn: WaitingOn; readonly defaultDueAfterMs: number };

export type CaseStepSpec = WorkStep | WaitingStep;

/** One kind of case: its steps, and what has to be known before it is closed. */
export type CaseKindSpec = {
  readonly label: string;
  /** 旺旺, 仓库 …: the way in which such a matter mostly comes in; left out: by chat. */
  readonly usualChannel?: string;
  readonly fields: Readonly<Record<string, CaseField>>;
  /** Other orders of its customer concern it: an import of any of them reaches it. */
  readonly looksAtOtherOrders?: boolean;
  /** Tells it from others of its kind, in the words of its fields. */
  readonly about?: (fields: CaseFields) => string | null;
  /** The step in which it begins. */
  readonly first: string;
  readonly steps: Readonly<Record<string, CaseStepSpec>>;
  readonly closing: {
    /** The customer must have been told. */
    readonly needsTold: boolean;
    /** Of each of these kinds of evidence there must be a piece. */
    readonly evidence: readonly EvidenceKind[];
  };
  /** Left out: no money hangs on it. */
  readonly amountAtRiskFen?: (facts: CaseFacts, fields: CaseFields) => number;
  /** The fields that the order tells by itself. */
  readonly prefill?: (facts: CaseFacts, nowMs: EpochMs) => CaseFields;
  /** Fields that follow from others, unless an agent has said otherwise. */
  readonly derive?: (fields: CaseFields, facts: CaseFacts) => CaseFields;
  /** Why it cannot be opened, or go on, as it is; the agent reads it. */
  readonly problem?: (fields: CaseFields, facts: CaseFacts) => string | null;
  /** The next step that its fields speak for; one of several. */
  readonly suggest?: (at: CasePoint, facts: CaseFacts) => string | null;
  /** The agent has to know this of it; it stands in the way of nothing. */
  readonly warning?: (fields: CaseFields, facts: CaseFacts) => string | null;
  /** The sentence for an import that brings the thing waited for, or that changes the way. */
  readonly news?: (at: CasePoint & { readonly openedAtMs: EpochMs }, facts: CaseFacts) => string | null;
  /** Times at which somebody has to look, beside those of the step. */
  readonly reminders?: (at: CasePoint) => readonly CaseReminder[];
};
