import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createJudgeClaims, type ShownRow } from '../../../../electron/kernel/claims/judge-claims.ts';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { createClaimStore } from '../../../../electron/store/claims/claim-store.ts';
import type { ImportRunId, OrderId } from '../../../../shared/domain/ids.ts';
import type { Claim } from '../../../../shared/domain/tasks/claim.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { MEMO } from '../../../support/records/a-duty-desk.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const ORDER = { kind: 'order', id: 'order-1' as OrderId } as const;
const RUN = 'run-1' as ImportRunId;
const LATER_RUN = 'run-2' as ImportRunId;

function aDesk() {
  const { db } = createMemoryStore();
  const claims = createClaimStore(db);
  const activities = createActivityStore(db);
  const judge = createJudgeClaims({ specOf: () => MEMO, claims, activities });
  const claim: Claim = {
    id: claims.newId(PLACED_AT_MS),
    shopId: null,
    subject: ORDER,
    kind: 'paid',
    data: { text: '加急' },
    agentId: null,
    claimedAtMs: PLACED_AT_MS,
    state: 'open',
    judgedByRun: null,
    judgedAtMs: null,
  };
  claims.save(claim);
  return {
    claims,
    state: () => claims.get(claim.id)?.state,
    sayAgain(): Claim['id'] {
      const id = claims.newId(PLACED_AT_MS + HOUR);
      claims.save({ ...claim, id });
      return id;
    },
    kinds: () => activities.listOf(ORDER).map(({ kind }) => kind),
    show: (memo: string | null, row: Partial<ShownRow> = {}) =>
      judge({
        subject: ORDER,
        before: { memo: null },
        after: { memo },
        importRunId: RUN,
        atMs: PLACED_AT_MS + HOUR,
        ...row,
      }),
  };
}

let desk: ReturnType<typeof aDesk>;
beforeEach(() => {
  desk = aDesk();
});

describe('X4: an import judges what was claimed', () => {
  it('proves what it shows, and says so', () => {
    desk.show('请加急发货');
    expect(desk.state()).toBe('proved');
    expect(desk.kinds()).toEqual(['claim-proved']);
  });

  it('refutes what it does not show', () => {
    desk.show('已备注');
    expect(desk.state()).toBe('refuted');
    expect(desk.kinds()).toEqual(['claim-refuted']);
  });

  it('refutes nothing where the file has no such column', () => {
    desk.show(null, { shown: { status: 'paid' } });
    expect(desk.state()).toBe('open');
    desk.show(null, { shown: { memo: null } });
    expect(desk.state()).toBe('refuted');
  });

  it('refutes nothing by a file that was written before the claim, or too soon after it', () => {
    desk.show(null, { writtenAtMs: PLACED_AT_MS + 10 * MINUTE });
    expect(desk.state()).toBe('open');
    desk.show(null, { writtenAtMs: PLACED_AT_MS + 10 * MINUTE + 1 });
    expect(desk.state()).toBe('refuted');
  });

  it('F3: waits no year for a newer file when the claim was made while the clock was a year ahead', () => {
    const yearBefore = PLACED_AT_MS - 365 * 24 * HOUR;
    desk.show(null, { atMs: yearBefore, writtenAtMs: yearBefore - HOUR });
    expect(desk.state()).toBe('refuted');
  });

  it('looks at no other subject, and judges nothing twice', () => {
    desk.show(null, { subject: { kind: 'order', id: 'order-2' as OrderId } });
    expect(desk.state()).toBe('open');
    desk.show('加急');
    desk.show(null);
    expect(desk.state()).toBe('proved');
    expect(desk.kinds()).toHaveLength(1);
  });

  it('is open again when the import is undone', () => {
    desk.show(null);
    expect(desk.claims.reopen(RUN)).toEqual([ORDER]);
    expect(desk.state()).toBe('open');
    expect(desk.claims.listOpen()).toMatchObject([{ judgedByRun: null, judgedAtMs: null }]);
  });

  it('asks about the later claim alone where it was said again before the import was undone', () => {
    desk.show(null);
    const again = desk.sayAgain();
    desk.claims.reopen(RUN);
    expect(desk.claims.listOpen().map(({ id }) => id)).toEqual([again]);
    expect(desk.state()).toBe('withdrawn');
  });

  it('asks about the later claim alone in whatever order the imports are undone', () => {
    desk.show(null);
    const again = desk.sayAgain();
    desk.show('加急', { importRunId: LATER_RUN });
    desk.claims.reopen(RUN);
    desk.claims.reopen(LATER_RUN);
    expect(desk.claims.listOpen().map(({ id }) => id)).toEqual([again]);
  });

  it('never refutes on less than a newer file with the column that shows otherwise', () => {
    const rows = fc.record({
      memo: fc.constantFrom(null, '加急', '已备注'),
      hasColumn: fc.boolean(),
      writtenAtMs: fc.integer({ min: PLACED_AT_MS - HOUR, max: PLACED_AT_MS + HOUR }),
    });
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 5 }), (files) => {
        const one = aDesk();
        for (const [index, { memo, hasColumn, writtenAtMs }] of files.entries()) {
          if (one.state() !== 'open') break;
          const shown = hasColumn ? { memo } : {};
          one.show(memo, { shown, writtenAtMs, importRunId: `run-${index}` as ImportRunId });
          const isShown = memo === '加急';
          const mayRefute = !isShown && hasColumn && writtenAtMs > PLACED_AT_MS + 10 * MINUTE;
          expect(one.state()).toBe(isShown ? 'proved' : mayRefute ? 'refuted' : 'open');
        }
      }),
      { numRuns: 30 },
    );
  });
});
