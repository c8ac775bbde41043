import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';
import { aCase } from '../../../support/records/a-case.ts';
import { aDutyDesk, CUSTOMER } from '../../../support/records/a-duty-desk.ts';

function problemsAfter(break_: (desk: ReturnType<typeof aDutyDesk>) => void): readonly string[] {
  const desk = aDutyDesk();
  break_(desk);
  return verifyStore(desk.db, desk.clock.now()).problems;
}

describe('X2: verify finds what must not be among the shared records', () => {
  it('finds nothing in a case that was opened as agents open it', () => {
    const problems = problemsAfter((desk) => {
      const request = {
        title: '其他',
        detail: null,
        priority: 'normal',
        channel: '旺旺',
        ownerId: null,
      } as const;
      const { id } = desk.cases.open({ ...request, kind: 'reship', links: [CUSTOMER] }, desk.actor());
      // The kinds of this desk are in no list of the product.
      desk.db.prepare(`UPDATE cases SET kind = 'other' WHERE id = ?`).run(id);
    });
    expect(problems).toEqual([]);
  });

  it('finds a case that nobody will ever look at again', () => {
    const problems = problemsAfter(({ stores }) =>
      stores.cases.save(aCase({ kind: 'other', links: [CUSTOMER] })),
    );
    expect(problems).toEqual(['未关闭的事务没有待办：1 处']);
  });

  it('finds a kind that is in no list', () => {
    const problems = problemsAfter(({ stores, clock }) =>
      stores.deadlines.save({
        id: stores.deadlines.idOf(CUSTOMER, 'reply', 'manual'),
        // Another build may have written this kind.
        subject: { ...CUSTOMER, kind: 'airship' as 'customer', id: 'p' as never },
        shopId: null,
        kind: 'reply',
        source: 'manual',
        atMs: clock.now(),
        originalAtMs: null,
        reason: null,
        agentId: null,
        setAtMs: clock.now(),
        importRunId: null,
      }),
    );
    expect(problems).toEqual(['对象的类型（deadlines）无法识别：1 处']);
  });
});
