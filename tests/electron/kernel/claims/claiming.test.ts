import { beforeEach, describe, expect, it } from 'vitest';
import { claiming } from '../../../../electron/kernel/claims/claiming.ts';
import { createJudgeClaims } from '../../../../electron/kernel/claims/judge-claims.ts';
import type { ImportRunId } from '../../../../shared/domain/ids.ts';
import { AppError } from '../../../../shared/errors.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { aDutyDesk, CUSTOMER, type DutyDesk, MEMO } from '../../../support/records/a-duty-desk.ts';

let desk: DutyDesk;
beforeEach(() => {
  desk = aDutyDesk();
});

const claim = () =>
  desk.act(desk.actor(), () => ({
    ...claiming(
      { kind: 'paid', subject: CUSTOMER, shopId: null, data: { text: '加急' } },
      desk.actor(),
      desk.stores.claims,
    ),
    kind: 'noted',
    message: '已登记',
  }));

function show(memo: string | null): void {
  desk.clock.advanceBy(HOUR);
  const { activities, claims } = desk.stores;
  const nowMs = desk.clock.now();
  const row = { subject: CUSTOMER, before: { memo: null }, after: { memo } };
  createJudgeClaims({ specOf: () => MEMO, claims, activities })({
    ...row,
    importRunId: `run-${nowMs}` as ImportRunId,
    atMs: nowMs,
  });
  desk.refreshTasks([CUSTOMER], nowMs);
}
const states = () => desk.stores.claims.listOf('customer', [CUSTOMER.id]).map(({ state }) => state);

describe('X4: what was claimed and is not there', () => {
  it('comes back to the agent who claimed it, until it is claimed again', () => {
    claim();
    show(null);
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([
      { kind: 'claim-refuted', reason: '导入未显示：备注已写', ownerId: desk.agent.id },
    ]);
    claim();
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
    show('请加急');
    expect(states()).toEqual(['refuted', 'proved']);
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
  });

  it('is withdrawn by the undo of the act, and then no import judges it', () => {
    desk.undo(claim());
    show(null);
    expect(states()).toEqual([]);
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
  });

  it('takes the place of the claim that was still open, and gives it back when undone', () => {
    claim();
    desk.clock.advanceBy(1);
    const again = claim();
    expect(states()).toEqual(['open']);
    desk.undo(again);
    expect(states()).toEqual(['open']);
  });

  it('cannot be withdrawn once an import has judged it', () => {
    const claimed = claim();
    show('请加急');
    expect(() => desk.undo(claimed)).toThrow(AppError);
  });
});
