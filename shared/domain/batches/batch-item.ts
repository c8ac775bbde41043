import type { CaseId, ShopId } from '../ids.ts';
import { WAITING_ON_LABELS, type WaitingOn } from '../shared-parts/case/after-sales-case.ts';

/** Those who are asked in batches: the customer is written to in the chat, the owner sits here. */
export const PARTIES = [
  'warehouse',
  'courier',
  'finance',
  'operations',
  'product',
  'lead',
] as const satisfies readonly WaitingOn[];
export type Party = (typeof PARTIES)[number];
export const partyLabel = (party: Party): string => WAITING_ON_LABELS[party];

/** One question to a party; its row id is the id of the case that waits for the answer. */
export type BatchItem = {
  readonly id: CaseId;
  readonly shopId: ShopId | null;
  readonly shopName: string | null;
  readonly orderNo: string | null;
  readonly customer: string | null;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  /** As it is to be sent, or as it was sent. */
  readonly question: string;
  readonly state: 'queued' | 'sent';
  readonly nextCheckAtMs: number;
};
