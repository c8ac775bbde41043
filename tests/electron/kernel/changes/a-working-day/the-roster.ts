import { DEFAULT_SHIFTS } from '../../../../../shared/domain/roster/shift-template.ts';
import { beijingDate, toBeijing } from '../../../../../shared/time/beijing.ts';
import { DAY } from '../../../../../shared/time/durations.ts';
import { agentNamed } from '../../../../support/main-side/a-shop-floor.ts';
import { type Day } from './day.ts';
import { PINS } from './the-team.ts';

/** H1: a lead plans two days, agents swap them, and each comes and goes. */
export async function planShifts({ ask, main, core, thereAndBack }: Day): Promise<void> {
  const [lead, agent, colleague] = ['亦安', '小满', '之夏'].map((name) => agentNamed(main, name));
  if (!lead || !agent || !colleague) throw new Error('The team is not there');
  const nowMs = main.clock.now();
  const [date, next] = [beijingDate(nowMs), beijingDate(nowMs + DAY)];
  // The shift of the agent ends soon, so that the agent goes within this day.
  const { hour, minute } = toBeijing(nowMs);
  const endMinute = hour * 60 + minute + 20;
  const soon = { code: 'C', name: '午班', startMinute: 9 * 60, endMinute, breakMinutes: 0 } as const;
  const shifts = DEFAULT_SHIFTS.map((shift) => (shift.code === 'C' ? soon : shift));
  await ask('settings.save', { scope: 'app', key: 'roster', values: { shifts } });
  const plan = [
    { date, agentId: agent.id, code: 'C' },
    { date, agentId: colleague.id, code: 'D' },
    { date: next, agentId: agent.id, code: 'A' },
  ] as const;
  await thereAndBack(() => ask('roster.set', { changes: [...plan] }));
  await ask('roster.set', { changes: [...plan] });
  await thereAndBack(() => ask('roster.setAbsent', { date, agentId: colleague.id, isAbsent: true }));
  await ask('session.signIn', { agentId: agent.id, pin: PINS[1] });
  await thereAndBack(() =>
    ask('roster.ask', { kind: 'swap', date, withAgentId: colleague.id, withDate: date }),
  );
  const { id } = await ask('roster.ask', { kind: 'leave', date: next }).then(
    () =>
      core.stores.shiftRequests.listOpen().find(({ kind }) => kind === 'leave') ??
      Promise.reject(new Error('Nothing was asked')),
  );
  await ask('session.lock', undefined);
  await ask('session.signIn', { agentId: lead.id, pin: PINS[0] });
  await thereAndBack(() => ask('roster.answer', { id, answer: 'approve' }));
}
