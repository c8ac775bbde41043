import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { CONTACT_CHANNEL_LABELS } from '../../shared/domain/shared-parts/contact-attempt.ts';
import { resultOf, SHIP_OUTCOME_LABELS } from '../../shared/domain/shipping/ship-contact.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { ShipContact } from '../../shared/ipc/contract/shipping-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../shared/time/beijing.ts';
import type { Deed } from '../kernel/activities/act.ts';
import { leftOutText, ordersToShip, type ShippingPorts } from './ports.ts';

type Part = Required<Pick<Deed, 'rows' | 'write'>>;

/** O4, O7: the outcome of speaking to customers; with the words and the time where one of them waits. */
export function createContactCustomer(ports: ShippingPorts) {
  const { act, contactAttempts, evidence, deadlines, endsOf, settingsOf } = ports;

  function refuseIncomplete({ outcome, quote, agreedAtMs }: ShipContact, { nowMs }: Actor): void {
    if (outcome !== 'waits') return;
    if (agreedAtMs === null || agreedAtMs <= nowMs) {
      throw new AppError('invalid-input', '请填写客户同意等到的时间，须晚于现在');
    }
    if (quote === null) throw new AppError('invalid-input', '请填写客户同意等待的原话，作为凭证');
  }

  function attempted({ id, shopId }: Order, contact: ShipContact, { agentId, nowMs }: Actor): Part {
    const { channel, outcome, note } = contact;
    const attemptId = contactAttempts.newId(nowMs);
    const said = [SHIP_OUTCOME_LABELS[outcome], ...(note === null ? [] : [note])].join('：');
    return {
      rows: [{ table: 'contact_attempts', id: attemptId }],
      write: () =>
        contactAttempts.add({
          id: attemptId,
          shopId,
          subject: asSubject('order', id),
          channel,
          result: resultOf(outcome, nowMs, settingsOf(shopId).shipping),
          said,
          agentId,
          atMs: nowMs,
        }),
    };
  }

  function quoted({ id, shopId }: Order, quote: string, { agentId, nowMs }: Actor): Part {
    const evidenceId = evidence.newId(nowMs);
    return {
      rows: [{ table: 'evidence', id: evidenceId }],
      write: () =>
        evidence.add({
          id: evidenceId,
          shopId,
          subject: asSubject('order', id),
          kind: 'quote',
          text: quote,
          source: 'typed',
          messageRef: null,
          fileName: null,
          sha256: null,
          saidAtMs: nowMs,
          saidBy: 'customer',
          agentId,
          atMs: nowMs,
        }),
    };
  }

  /** Consent does not move the platform's clock, so a time that a file names goes on counting beside it. */
  function agreed({ id, shopId }: Order, atMs: number, { agentId, nowMs }: Actor): Part {
    const subject = asSubject('order', id);
    const deadlineId = deadlines.idOf(subject, 'ship', 'agreed');
    const before = endsOf([subject], 'ship')(subject);
    return {
      rows: [{ table: 'deadlines', id: deadlineId }],
      write: () =>
        deadlines.save({
          id: deadlineId,
          shopId,
          subject,
          kind: 'ship',
          source: 'agreed',
          atMs,
          originalAtMs: before?.atMs ?? null,
          reason: SHIP_OUTCOME_LABELS.waits,
          agentId,
          setAtMs: nowMs,
          importRunId: null,
        }),
    };
  }

  function deedFor(order: Order, contact: ShipContact, actor: Actor): Deed {
    const { channel, outcome, note, quote, agreedAtMs } = contact;
    const waits = outcome === 'waits';
    const parts = [
      attempted(order, contact, actor),
      ...(waits && quote !== null ? [quoted(order, quote, actor)] : []),
      ...(waits && agreedAtMs !== null ? [agreed(order, agreedAtMs, actor)] : []),
    ];
    const until = waits && agreedAtMs !== null ? ` ${momentText(agreedAtMs, actor.nowMs)}` : '';
    return {
      subject: asSubject('order', order.id),
      kind: 'contact-tried',
      data: given({
        outcome: `${CONTACT_CHANNEL_LABELS[channel]}：${SHIP_OUTCOME_LABELS[outcome]}${until}`,
        text: [note, quote].filter((words) => words !== null).join('；') || null,
      }),
      rows: parts.flatMap(({ rows }) => rows),
      write() {
        for (const part of parts) part.write();
      },
    };
  }

  return (contact: ShipContact, actor: Actor): Recorded =>
    act(actor, () => {
      refuseIncomplete(contact, actor);
      const deeds = ordersToShip(ports, contact.orderIds).map((order) => deedFor(order, contact, actor));
      const [lead, ...alongside] = deeds;
      if (lead === undefined) throw new AppError('conflict', '所选订单都不是待发货');
      const left = leftOutText(contact.orderIds, deeds.length);
      const count = deeds.length === 1 ? '' : `${deeds.length} 单`;
      return {
        ...lead,
        alongside,
        message: `${count}已记录：${SHIP_OUTCOME_LABELS[contact.outcome]}${left}`,
      };
    });
}
