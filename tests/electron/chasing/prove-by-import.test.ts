import { beforeEach, describe, expect, it } from 'vitest';
import { createProveByImport } from '../../../electron/chasing/prove-by-import.ts';
import { createJudgeClaims } from '../../../electron/kernel/claims/judge-claims.ts';
import { DEFAULT_CHASE_SETTINGS } from '../../../shared/domain/chasing/chase-settings.ts';
import type { ImportRunId, OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import { claimSpec } from '../../../shared/domain/tasks/claim.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';
import { beijing } from '../../support/records/an-order.ts';

const ORDER = 'order-1' as OrderId;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

const last = () =>
  desk.activities
    .listOf({ kind: 'order', id: ORDER })
    .find(({ kind }) => kind === 'recovered' || kind === 'closed-unpaid');

function copyScript(step: string): void {
  desk.activities.append({
    atMs: desk.clock.now(),
    kind: 'script-copied',
    subject: { kind: 'order', id: ORDER },
    agentId: desk.agent.id,
    taskId: desk.taskOf(step).id,
    importRunId: null,
    scriptId: 'script-1' as ScriptId,
    data: { step, scriptCode: 'kc1' },
  });
}

describe('X4, P10: the next import proves the payment', () => {
  it('credits the last chase before it, with its script, reason and agent', () => {
    copyScript('first');
    desk.chase('first');
    desk.chasing.noteReason({ orderId: ORDER, reason: 'top-up' }, desk.actor());
    desk.clock.advanceBy(3 * HOUR);
    const paidAtMs = desk.clock.now() - HOUR;
    desk.importOrder({ status: 'paid', paidAtMs, paidFen: 8000 });
    expect(last()).toMatchObject({
      kind: 'recovered',
      agentId: 'agent-1',
      taskId: desk.taskOf('first').id,
      data: {
        step: 'first',
        amountFen: 8000,
        minutesSinceChase: 120,
        scriptCode: 'kc1',
        reason: 'top-up',
      },
    });
    expect(desk.statesOf()).toEqual({
      first: 'done',
      second: 'cancelled',
      last: 'cancelled',
      'warn-first': 'open',
      'warn-last': 'open',
      late: 'open',
    });
  });

  it('counts a copied script as sent where nothing was recorded', () => {
    copyScript('first');
    desk.clock.advanceBy(HOUR);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(last()).toMatchObject({ kind: 'recovered', data: { step: 'first', scriptCode: 'kc1' } });
  });

  it('credits nothing that came after the payment', () => {
    desk.chase('first');
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() - MINUTE });
    expect(last()).toBeUndefined();
  });

  it('credits nothing to a chase that was taken back, nor to none', () => {
    desk.undoActivity(desk.chase('first').activityId, desk.actor());
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() + MINUTE });
    expect(last()).toBeUndefined();
  });

  it('goes by the time of the import where the file has no time of payment', () => {
    desk.chase('first');
    desk.clock.advanceBy(30 * MINUTE);
    desk.importOrder({ status: 'shipped' });
    expect(last()?.data).toMatchObject({ minutesSinceChase: 30, amountFen: 8800 });
  });

  it('says that a chased order was closed unpaid, with the platform’s reason', () => {
    desk.chase('first');
    desk.importOrder({ status: 'closed', closeReason: '买家未付款' });
    expect(last()).toMatchObject({ kind: 'closed-unpaid', data: { text: '买家未付款' } });
  });

  it('neither recovers nor loses an order that was paid and given back', () => {
    desk.chase('first');
    const paidAtMs = desk.clock.now() + MINUTE;
    desk.importOrder({ status: 'closed', paidAtMs, paidFen: 8800, refundFen: 8800 });
    expect(last()).toBeUndefined();
  });

  it('credits no chase within the silent time after the order was placed', () => {
    const proveWith = (silentCreditMs: number) =>
      createProveByImport({
        activities: desk.activities,
        settleUses: desk.settleUses,
        chaseSettingsOf: () => ({ ...DEFAULT_CHASE_SETTINGS, silentCreditMs }),
      });
    desk.chase('first');
    const before = desk.orders.get(ORDER);
    if (!before) throw new Error('The order is there');
    const after = { ...before, status: 'paid', paidAtMs: desk.clock.now() + HOUR } as const;
    const change = { before, after, importRunId: 'run' as ImportRunId, atMs: desk.clock.now() + HOUR };
    proveWith(30 * MINUTE)(change);
    expect(last()).toBeUndefined();
    proveWith(16 * MINUTE)(change);
    expect(last()?.kind).toBe('recovered');
  });
});

const claimStates = () => desk.claims.listOf('order', [ORDER]).map(({ state }) => state);

describe('X4: what was claimed but is not there comes back', () => {
  beforeEach(() => {
    desk.chasing.claimPaid({ orderId: ORDER }, desk.actor());
    desk.clock.advanceBy(20 * MINUTE);
  });

  it('clears the claim and chases again', () => {
    desk.importOrder();
    expect(claimStates()).toEqual(['refuted']);
    expect(desk.kindsOf()[0]).toBe('paid-claim-refuted');
    expect(desk.statesOf()).toEqual({ first: 'open', second: 'open', last: 'open' });
  });

  it('reminds again of what had not been shown, and of nothing else', () => {
    const [first, second] = [desk.taskOf('first'), desk.taskOf('second')];
    expect(first.reminderAtMs).toBe(beijing('2026-06-10 10:15'));
    desk.importOrder();
    expect(desk.taskOf('first').reminderAtMs).toBe(first.reminderAtMs);
    expect(desk.taskOf('second').reminderAtMs).toBe(second.reminderAtMs);
  });

  it('is not refuted by a file that was written before the claim', () => {
    const order = desk.orders.get(ORDER);
    if (!order) throw new Error('The order is there');
    const writtenAtMs = desk.clock.now() - HOUR;
    createJudgeClaims({ ...desk, specOf: claimSpec })({
      subject: { kind: 'order', id: ORDER },
      before: order,
      after: order,
      importRunId: 'run' as ImportRunId,
      atMs: desk.clock.now(),
      writtenAtMs,
    });
    expect(claimStates()).toEqual(['open']);
  });

  it('is confirmed by the payment', () => {
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(desk.kindsOf()).not.toContain('paid-claim-refuted');
    expect(desk.taskOf('last')).toMatchObject({ state: 'cancelled', reminderAtMs: null });
  });
});
