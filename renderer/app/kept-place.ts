import { z } from 'zod';
import { OrderId, TaskId } from '../../shared/domain/ids.ts';
import { asSubject, SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Selection } from '../lib/place/navigation.ts';
import { SCREEN_NAMES, type Screen } from '../lib/place/screens.ts';

/** The screen and the subject that are open, as they are kept over a reload. */
export type Place = { readonly screen: Screen; readonly selection: Selection };

export const NOTHING_OPEN: Selection = { subject: null, taskId: null };
export const START: Place = { screen: 'workbench', selection: NOTHING_OPEN };

/** An older build knew orders only, and kept `null` while none was open. */
const OrderSelection = z
  .object({ orderId: OrderId, taskId: TaskId.nullable() })
  .nullable()
  .transform(
    (kept): Selection =>
      kept === null ? NOTHING_OPEN : { subject: asSubject('order', kept.orderId), taskId: kept.taskId },
  );

export const KeptPlace: z.ZodType<Place> = z.object({
  screen: z.enum(SCREEN_NAMES),
  selection: z.union([
    z.object({ subject: SubjectRef.nullable(), taskId: TaskId.nullable() }),
    OrderSelection,
  ]),
});
