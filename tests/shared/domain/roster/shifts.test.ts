import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentId, ShopId } from '../../../../shared/domain/ids.ts';
import type { RosterEntry } from '../../../../shared/domain/roster/roster-entry.ts';
import { DEFAULT_SHIFTS, SHIFT_CODES } from '../../../../shared/domain/roster/shift-template.ts';
import { nextShiftOf, onDutyAt, shiftAt, shiftsOf } from '../../../../shared/domain/roster/shifts.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import '../../../support/property-seed.ts';
import { anEntry } from '../../../support/a-roster.ts';
import { beijing } from '../../../support/records/an-order.ts';

const shifts = (...entries: RosterEntry[]) => shiftsOf(entries, DEFAULT_SHIFTS);
const names = (found: readonly { readonly agentId: AgentId }[]) => found.map(({ agentId }) => agentId);

describe('H1: the shifts of a roster', () => {
  it('have a beginning and an end that do not hold one another', () => {
    const day = shifts(anEntry('xiaoman', '2026-06-10', 'A'));
    expect(names(onDutyAt(day, beijing('2026-06-10 08:00')))).toEqual(['xiaoman']);
    expect(names(onDutyAt(day, beijing('2026-06-10 16:30')))).toEqual([]);
  });

  it('go on over midnight, and belong to the day on which they start', () => {
    const night = shifts(anEntry('xiaoman', '2026-06-10', 'E'));
    const shift = shiftAt(night, 'xiaoman' as AgentId, beijing('2026-06-11 00:30'));
    expect(shift).toMatchObject({ date: '2026-06-10', endMs: beijing('2026-06-11 01:00') });
  });

  it('leave out days of rest, leave, and agents whose absence is noted', () => {
    const day = shifts(anEntry('xiaoman', '2026-06-10', '休'), anEntry('aqiao', '2026-06-10', '假'), {
      ...anEntry('linlin', '2026-06-10', 'A'),
      isAbsent: true,
    });
    expect(onDutyAt(day, beijing('2026-06-10 10:00'))).toEqual([]);
  });

  it('are of all shops, or of those that the entry names', () => {
    const ours = 'ours' as ShopId;
    const day = shifts(anEntry('xiaoman', '2026-06-10', 'A'), {
      ...anEntry('aqiao', '2026-06-10', 'A'),
      shopIds: ['theirs' as ShopId],
    });
    expect(names(onDutyAt(day, beijing('2026-06-10 10:00'), ours))).toEqual(['xiaoman']);
  });

  it('stay as they were worked, also when their template is gone', () => {
    const worked = {
      ...anEntry('xiaoman', '2026-06-10', 'D'),
      inAtMs: beijing('2026-06-10 15:50'),
      startAtMs: beijing('2026-06-10 16:00'),
      endAtMs: beijing('2026-06-11 00:30'),
      breakMinutes: 30,
    };
    expect(shiftsOf([worked], [])).toMatchObject([{ code: 'D', name: 'D', isNight: true, workMinutes: 480 }]);
    expect(shiftsOf([anEntry('xiaoman', '2026-06-10', 'D')], [])).toEqual([]);
  });

  it('hold no agent whose absence is noted, and follow at once on one another', () => {
    const early = anEntry('xiaoman', '2026-06-10', 'F');
    const day = shifts({ ...early, isAbsent: true }, anEntry('zhixia', '2026-06-10', 'F'));
    const at = beijing('2026-06-10 03:00');
    expect(shiftAt(day, 'xiaoman' as AgentId, at)).toBeNull();
    expect(shiftAt(day, 'zhixia' as AgentId, at)).not.toBeNull();
    const next = shifts(anEntry('xiaoman', '2026-06-11', 'A'));
    expect(nextShiftOf(next, 'xiaoman' as AgentId, beijing('2026-06-11 08:00'))).not.toBeNull();
  });

  it('name the next one of an agent, whatever lies between', () => {
    const week = shifts(
      anEntry('xiaoman', '2026-06-10', 'A'),
      anEntry('xiaoman', '2026-06-11', '休'),
      anEntry('xiaoman', '2026-06-12', 'D'),
    );
    const next = nextShiftOf(week, 'xiaoman' as AgentId, beijing('2026-06-10 12:00'));
    expect(next).toMatchObject({ date: '2026-06-12', startMs: beijing('2026-06-12 16:00') });
    expect(nextShiftOf(week, 'xiaoman' as AgentId, beijing('2026-06-13 00:00'))).toBeNull();
  });

  it('lie within a day of the midnight of their date, so a look a day back misses none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHIFT_CODES), fc.nat(1439), fc.nat(1439), (code, from, to) => {
        const template = { code, name: '班', startMinute: from, endMinute: to, breakMinutes: 0 };
        const [shift] = shiftsOf([anEntry('xiaoman', '2026-06-10', code)], [template]);
        const midnight = beijing('2026-06-10 00:00');
        expect(shift?.endMs).toBeGreaterThan(shift?.startMs ?? Infinity);
        expect((shift?.endMs ?? 0) - (shift?.startMs ?? 0)).toBeLessThanOrEqual(DAY);
        expect(shift?.startMs).toBeGreaterThanOrEqual(midnight);
        expect(shift?.startMs).toBeLessThan(midnight + DAY);
      }),
    );
  });
});
