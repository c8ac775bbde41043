import type { Schedule } from '../../../time/periods.ts';

/** Subjects that are there for good; each kind has its line in `electron/joins/duties.ts`. */
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
