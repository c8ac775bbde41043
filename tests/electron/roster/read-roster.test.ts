import { describe, expect, it } from 'vitest';
import { anEntry } from '../../support/a-roster.ts';
import { createMainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';

describe('H1: the roster of the store', () => {
  it('tells the agents on duty, over midnight too, and the next shift of each', () => {
    const main = createMainSide({ startsAtMs: beijing('2026-06-10 14:30') });
    const { id } = main.core.session.addAgent({ name: '小满', role: 'agent', pin: null });
    main.core.stores.roster.save(anEntry(id, '2026-06-10', 'E'));
    main.core.stores.roster.save(anEntry(id, '2026-06-12', 'A'));
    const midnight = beijing('2026-06-11 00:30');
    expect(main.core.roster.onDutyAt(midnight)).toMatchObject([{ agentId: id, date: '2026-06-10' }]);
    expect(main.core.roster.shiftAt(id, midnight)).toMatchObject({ code: 'E', name: '晚2班' });
    expect(main.core.roster.nextShift(id, midnight)).toMatchObject({ date: '2026-06-12' });
  });
});
