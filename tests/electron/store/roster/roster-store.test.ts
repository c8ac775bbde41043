import { describe, expect, it } from 'vitest';
import { createRosterStore } from '../../../../electron/store/roster/roster-store.ts';
import { createShiftRequestStore } from '../../../../electron/store/roster/shift-request-store.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { plansOf } from '../../../support/plans-of.ts';

describe('H1: the tables of the roster', () => {
  it('find the days of a time and of an agent, and what is still to be decided, by an index', () => {
    const plans = plansOf((db) => {
      const roster = createRosterStore(db);
      roster.between('2026-06-01', '2026-06-30');
      roster.ofAgent('xiaoman' as AgentId, '2026-06-01', '2026-06-30');
      createShiftRequestStore(db).listOpen();
    });
    expect(plans).toEqual([
      expect.stringContaining('SEARCH roster_entries USING PRIMARY KEY'),
      expect.stringContaining('SEARCH roster_entries USING INDEX roster_entries_by_agent'),
      expect.stringContaining('USING INDEX shift_requests_open'),
    ]);
  });
});
