import type { EvidenceKind } from '../../evidence.ts';
import type { WaitingOn } from '../after-sales-case.ts';

type AnyStep = {
  readonly label: string;
  /** The steps that can follow. In a step without any the case is solved. */
  readonly next: readonly string[];
  /** Its time is counted while the shop works, as for a question that only the warehouse can answer. */
  readonly isInBusinessHours?: boolean;
  /** To enter it is to tell the customer. */
  readonly tellsCustomer?: boolean;
};

/** Something to do, with the time that it may take. */
type WorkStep = AnyStep & { readonly waitingOn?: never; readonly defaultDueAfterMs?: number };
/** Somebody else has to answer, so the time of the next look is never left out. */
type WaitingStep = AnyStep & { readonly waitingOn: WaitingOn; readonly defaultDueAfterMs: number };

export type CaseStepSpec = WorkStep | WaitingStep;

/** One kind of case: its steps, and what has to be known before it is closed. */
export type CaseKindSpec = {
  readonly label: string;
  /** The step in which it begins. */
  readonly first: string;
  readonly steps: Readonly<Record<string, CaseStepSpec>>;
  readonly closing: {
    /** The customer must have been told. */
    readonly needsTold: boolean;
    /** Of each of these kinds of evidence there must be a piece. */
    readonly evidence: readonly EvidenceKind[];
  };
};
