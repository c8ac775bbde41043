import type { Schedule } from '../../time/periods.ts';

/** What is there for good; each of these has its line in `electron/duties.ts`. */
export type HasDuties = 'shop' | 'agent';

/** 例行工作: something that is done once in every turn of a schedule, such as an audit twice a week. */
export type RecurringDuty = {
  readonly label: string;
  /** Each subject of this kind has it. */
  readonly over: HasDuties;
  readonly schedule: Schedule;
  /** When it is due within its turn; one that is not done by the end of the turn was missed. */
  readonly dueAfterMs: number;
};
