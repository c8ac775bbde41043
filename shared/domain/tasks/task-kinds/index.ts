import { bulletin } from './bulletin.ts';
import { care } from './care.ts';
import { caseCheck } from './case-check.ts';
import { caseReminder } from './case-reminder.ts';
import { caseStep } from './case-step.ts';
import { chase } from './chase.ts';
import { claimRefuted } from './claim-refuted.ts';
import { concession } from './concession.ts';
import { contactRetry } from './contact-retry.ts';
import { deadline } from './deadline.ts';
import { dispute } from './dispute.ts';
import { duplicate } from './duplicate.ts';
import { followUp } from './follow-up.ts';
import { handover } from './handover.ts';
import { memo } from './memo.ts';
import { parcel } from './parcel.ts';
import { parcelReceipt } from './parcel-receipt.ts';
import { parcelWord } from './parcel-word.ts';
import { presale } from './presale.ts';
import { recurring } from './recurring.ts';
import { refund } from './refund.ts';
import { refundNumber } from './refund-number.ts';
import { refundPlatform } from './refund-platform.ts';
import { refundReturn } from './refund-return.ts';
import { reorder } from './reorder.ts';
import { ship } from './ship.ts';
import type { TaskKindSpec } from './task-kind-spec.ts';

/** Every kind of task. The key is what the store holds, so it stays. */
export const TASK_KIND_SPECS = {
  chase,
  reorder,
  duplicate,
  dispute,
  concession,
  'follow-up': followUp,
  'case-step': caseStep,
  'case-check': caseCheck,
  'case-reminder': caseReminder,
  'contact-retry': contactRetry,
  'claim-refuted': claimRefuted,
  deadline,
  memo,
  ship,
  presale,
  care,
  recurring,
  refund,
  'refund-return': refundReturn,
  'refund-number': refundNumber,
  'refund-platform': refundPlatform,
  parcel,
  'parcel-word': parcelWord,
  'parcel-receipt': parcelReceipt,
  handover,
  bulletin,
} as const satisfies Record<string, TaskKindSpec>;
