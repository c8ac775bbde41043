import { beforeEach, describe, expect, it } from 'vitest';
import { createRecordUse } from '../../../electron/script-learning/record-use.ts';
import { createCopyScript } from '../../../electron/scripts/copying/copy-script.ts';
import { createScriptStore } from '../../../electron/store/scripts/script-store.ts';
import { createScriptUseStore } from '../../../electron/store/scripts/script-use-store.ts';
import type { ImportRunId, OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import { type UnpaidReason } from '../../../shared/domain/orders/unpaid-reason.ts';
import { NO_SITUATION } from '../../../shared/domain/scripts/rank-scripts.ts';

import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { plansOf } from '../../support/plans-of.ts';
import { PLAIN_COPY, PLAIN_OCCASION } from '../../support/records/a-copy.ts';
import { aScript } from '../../support/records/a-script.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';

const ORDER = 'order-1' as OrderId;
const [OPENING, REMEDY] = ['script-1' as ScriptId, 'script-2' as ScriptId];

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  createScriptStore(desk.db).save(aScript({ id: OPENING, code: 'kc', groupId: null, parts: ['一', '二'] }));
  createScriptStore(desk.db).save(aScript({ id: REMEDY, code: 'bj', groupId: null }));
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

type Copy = { readonly reason?: UnpaidReason; readonly message?: number };

function copy(scriptId: ScriptId, step: string | null, { reason, message = 0 }: Copy = {}): void {
  createCopyScript({
    ...PLAIN_COPY,
    scripts: createScriptStore(desk.db),
    activities: desk.activities,
    recordUse: createRecordUse(desk.uses),
    inTransaction: desk.inTransaction,
  })(
    {
      scriptId,
      message,
      occasion: {
        ...PLAIN_OCCASION,
        orderId: ORDER,
        task: step === null ? null : desk.taskOf(step),
        situation: { ...NO_SITUATION, reason: reason ?? null, grade: 'returning' },
        values: {},
      },
      answers: {},
      agentId: desk.agent.id,
    },
    desk.clock.now(),
  );
}

const uses = () =>
  desk.db
    .prepare<[], { script_id: string; outcome: string }>('SELECT * FROM script_uses ORDER BY at_ms, rowid')
    .all();
const outcomes = () => uses().map(({ script_id, outcome }) => [script_id, outcome]);

const payNow = () => desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now(), paidFen: 8000 });

describe('X5: every use counts with its task', () => {
  it('is on record with all that it can be told apart by, once for all its parts', () => {
    copy(OPENING, 'first', { reason: 'top-up' });
    copy(OPENING, 'first', { message: 1 });
    expect(uses()).toMatchObject([
      {
        script_id: OPENING,
        agent_id: 'agent-1',
        order_id: ORDER,
        shop_id: 'shop-1',
        step: 'first',
        reason: 'top-up',
        grade: 'returning',
        hour: 10,
        at_ms: desk.clock.now(),
        outcome: 'pending',
      },
    ]);
  });

  it('proves nothing where no chase was to be made', () => {
    copy(OPENING, null);
    payNow();
    expect(outcomes()).toEqual([[OPENING, 'uncounted']]);
  });
});

describe('X5: what came of a use follows from the import', () => {
  it('is open as long as no import shows it', () => {
    copy(OPENING, 'first');
    desk.clock.advanceBy(HOUR);
    desk.importOrder();
    expect(outcomes()).toEqual([[OPENING, 'pending']]);
  });

  it('is the credit of the last script before the payment, as in the chase report', () => {
    copy(OPENING, 'first');
    desk.chase('first');
    desk.clock.advanceBy(2 * HOUR);
    copy(REMEDY, 'second');
    desk.clock.advanceBy(MINUTE);
    payNow();
    expect(outcomes()).toEqual([
      [OPENING, 'overtaken'],
      [REMEDY, 'recovered'],
    ]);
    const proof = desk.activities
      .listOf({ kind: 'order', id: ORDER })
      .find(({ kind }) => kind === 'recovered');
    expect(proof?.data.scriptCode).toBe('bj');
  });

  it('is that a customer who hesitated was kept, also where the reason was learned later', () => {
    copy(REMEDY, 'first');
    desk.chase('first');
    desk.chasing.noteReason({ orderId: ORDER, reason: 'price' }, desk.actor());
    desk.clock.advanceBy(HOUR);
    payNow();
    expect(uses()).toMatchObject([{ outcome: 'retained', reason: 'price' }]);
  });

  it('counts a script that was copied again for the same message once', () => {
    copy(OPENING, 'first');
    desk.clock.advanceBy(MINUTE);
    copy(OPENING, 'first');
    desk.chase('first');
    desk.clock.advanceBy(HOUR);
    payNow();
    expect(outcomes()).toEqual([
      [OPENING, 'uncounted'],
      [OPENING, 'recovered'],
    ]);
  });

  it('credits nothing after the payment, nor for a chase that was taken back', () => {
    const paidAtMs = desk.clock.now() - MINUTE;
    copy(OPENING, 'first');
    desk.importOrder({ status: 'paid', paidAtMs });
    expect(outcomes()).toEqual([[OPENING, 'uncounted']]);
  });

  it('is lost where the order was closed unpaid', () => {
    copy(OPENING, 'first');
    desk.importOrder({ status: 'closed', closeReason: '买家未付款' });
    expect(outcomes()).toEqual([[OPENING, 'lost']]);
  });

  it('is neither where the customer paid and got everything back', () => {
    copy(OPENING, 'first');
    const paidAtMs = desk.clock.now() + MINUTE;
    desk.importOrder({ status: 'closed', paidAtMs, paidFen: 8800, refundFen: 8800 });
    expect(outcomes()).toEqual([[OPENING, 'uncounted']]);
  });

  it('is open again once the import that proved it is undone', () => {
    copy(OPENING, 'first');
    payNow();
    desk.uses.reopen('another run' as ImportRunId);
    expect(outcomes()).toEqual([[OPENING, 'recovered']]);
    desk.uses.reopen(`run-${desk.clock.now()}` as ImportRunId);
    expect(uses()).toMatchObject([{ outcome: 'pending', settled_at_ms: null, import_run_id: null }]);
  });

  it('is looked up by the order and by the run', () => {
    const plans = plansOf((db) => {
      const store = createScriptUseStore(db);
      store.listPendingOf(ORDER);
      store.reopen('run' as ImportRunId);
    });
    expect(plans.join('\n')).toContain('script_uses_by_order (order_id=?)');
    expect(plans.join('\n')).toContain('script_uses_by_run (import_run_id=?)');
  });
});
