import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import {
  ARRIVAL_LABELS,
  type Arrival,
  REFUND_DECISION_LABELS,
  RETENTION_LABELS,
  type Refund,
  type RefundDecision,
  type RefundId,
  RefundNotes,
  type Retention,
} from '../../shared/domain/refunds/refund.ts';
import { refusalOf } from '../../shared/domain/refunds/refund-refusal.ts';
import { isOver, refundStateOf } from '../../shared/domain/refunds/refund-words.ts';
import { asSubject, type SubjectKind } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';
import { claiming } from '../kernel/claims/claiming.ts';

type Dependencies = {
  readonly act: Act;
  readonly refunds: {
    refundOf(id: string): Refund | undefined;
    note(id: RefundId, notes: RefundNotes): void;
  };
  readonly claims: {
    newId(nowMs: EpochMs): Claim['id'];
    listOf(kind: SubjectKind, ids: readonly string[]): Claim[];
    save(claim: Claim): void;
  };
};

type Asked = { readonly refundId: RefundId; readonly note?: string | null };
type Answer = Asked & { readonly decision: RefundDecision; readonly retention?: Retention };
type ManyAnswers = Omit<Answer, 'refundId' | 'retention'> & { readonly refundIds: readonly RefundId[] };

const CLAIMED = '已登记，待下次导入核实';
const ANSWERED = {
  agree: CLAIMED,
  refuse: CLAIMED,
  intervene: CLAIMED,
  negotiate: '已记录：协商中',
} as const satisfies Record<RefundDecision, string>;

export type NoteRefund = ReturnType<typeof createNoteRefund>;

/** A2–A5: agents write down here that something was done about a refund: on the platform, or in the warehouse. */
export function createNoteRefund({ act, refunds, claims }: Dependencies) {
  function openRefund(id: RefundId): Refund {
    const refund = refunds.refundOf(id);
    if (!refund) throw new AppError('not-found', '该退款已不存在');
    if (isOver(refundStateOf(refund))) throw new AppError('conflict', '该退款已结束');
    return refund;
  }

  const writing = (refund: Refund, noted: Partial<RefundNotes>): Required<Pick<Deed, 'rows' | 'write'>> => ({
    rows: [{ table: 'refunds', id: refund.id }],
    write: () => refunds.note(refund.id, { ...RefundNotes.parse(refund), ...noted }),
  });

  const retained = (retention: Retention, { nowMs }: Actor) => ({ retention, retainedAtMs: nowMs });

  const saying = (id: RefundId, retention: Retention, note: Asked['note']): Deed => ({
    subject: asSubject('refund', id),
    kind: 'retention-noted',
    data: given({ outcome: RETENTION_LABELS[retention], text: note }),
  });

  /** The time until the first of these is what the shop is measured by. */
  const handled = ({ firstHandledAtMs }: Refund, { nowMs }: Actor) => ({
    firstHandledAtMs: firstHandledAtMs ?? nowMs,
  });

  /** X4: an answer rests the refund until an import shows it; while it is talked over, its clock runs on. */
  function answering(answer: Answer, actor: Actor): Deed {
    const { refundId, decision, retention, note } = answer;
    const refund = openRefund(refundId);
    const obstacle = obstacleTo(refund, decision);
    if (obstacle !== null) throw new AppError('conflict', obstacle);
    const subject = asSubject('refund', refundId);
    const decided = { decision, decidedAtMs: actor.nowMs, ...handled(refund, actor) };
    const written = writing(refund, { ...decided, ...(retention && retained(retention, actor)) });
    const claim =
      decision === 'negotiate'
        ? null
        : claiming({ kind: 'refund-answered', subject, shopId: refund.shopId }, actor, claims);
    return {
      subject,
      kind: 'refund-answered',
      data: given({ outcome: REFUND_DECISION_LABELS[decision], text: note }),
      rows: [...written.rows, ...(claim?.rows ?? [])],
      write() {
        written.write();
        claim?.write();
      },
    };
  }

  return {
    answer: (answer: Answer, actor: Actor): Recorded =>
      act(actor, () => {
        const { refundId, retention } = answer;
        const alongside = retention === undefined ? [] : [saying(refundId, retention, null)];
        return { ...answering(answer, actor), alongside, message: ANSWERED[answer.decision] };
      }),

    /** Those that cannot have the answer are left out. */
    answerMany({ refundIds, ...answer }: ManyAnswers, actor: Actor): Recorded {
      return act(actor, () => {
        const asked = [...new Set(refundIds)];
        const deeds = asked.flatMap((refundId) => {
          const refund = refunds.refundOf(refundId);
          if (!refund || isOver(refundStateOf(refund)) || obstacleTo(refund, answer.decision) !== null)
            return [];
          return [answering({ ...answer, refundId }, actor)];
        });
        const [first, ...alongside] = deeds;
        if (!first) throw new AppError('conflict', '所选退款都不能这样处理');
        const left = asked.length - deeds.length;
        const rest = left === 0 ? '' : `，${left} 笔不能${REFUND_DECISION_LABELS[answer.decision]}，未登记`;
        return { ...first, alongside, message: `${deeds.length} 笔${ANSWERED[answer.decision]}${rest}` };
      });
    },

    noteRetention: (
      { refundId, retention, note }: Asked & { readonly retention: Retention },
      actor: Actor,
    ): Recorded =>
      act(actor, () => {
        const refund = openRefund(refundId);
        return {
          ...saying(refundId, retention, note),
          ...writing(refund, { ...retained(retention, actor), ...handled(refund, actor) }),
          message: `挽留结果：${RETENTION_LABELS[retention]}`,
        };
      }),

    /** The goods may come back after the money has gone, so this holds of a refund that is over too. */
    noteArrival: (
      { refundId, arrival, note }: Asked & { readonly arrival: Arrival },
      actor: Actor,
    ): Recorded =>
      act(actor, () => {
        const refund = refunds.refundOf(refundId);
        if (!refund) throw new AppError('not-found', '该退款已不存在');
        const arrivedAtMs = refund.arrivedAtMs ?? actor.nowMs;
        return {
          subject: asSubject('refund', refundId),
          kind: 'return-noted',
          data: given({ outcome: ARRIVAL_LABELS[arrival], text: note }),
          ...writing(refund, { arrival, arrivedAtMs }),
          message: `退货：${ARRIVAL_LABELS[arrival]}`,
        };
      }),
  };
}

/** The platform does not let the shop answer so: why; `null`: it may. */
function obstacleTo(refund: Refund, decision: RefundDecision): string | null {
  const refusal = refusalOf(refund);
  return decision === 'refuse' && refusal.isAllowed === false ? `不能拒绝：${refusal.text}` : null;
}
