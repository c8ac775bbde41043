import { AppError } from '../../../shared/errors.ts';
import type { Deed, Stroke } from '../activities/act.ts';

type Many<T> = {
  readonly deedOf: (one: T) => Deed & Pick<Stroke, 'alongside'>;
  /** Says that so many were done. */
  readonly message: (count: number) => string;
};

/** The deed, or why it is refused; a fault of the program is no refusal. */
function tried<T>(one: T, deedOf: Many<T>['deedOf']): ReturnType<Many<T>['deedOf']> | AppError {
  try {
    return deedOf(one);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/**
 * One stroke over many: what is refused, as a question that wants an answer of its own, is left and said; where all of it
 * is, so is the stroke.
 */
export function together<T>(all: readonly T[], { deedOf, message }: Many<T>): Stroke {
  const tries = all.map((one) => tried(one, deedOf));
  const refusals = tries.filter((one) => one instanceof AppError);
  const deeds = tries.flatMap((one) => {
    if (one instanceof AppError) return [];
    const { alongside: further = [], ...deed } = one;
    return [deed, ...further];
  });
  const [lead, ...alongside] = deeds;
  if (!lead) throw refusals[0] ?? new AppError('invalid-input', '请选择待办');
  const done = message(tries.length - refusals.length);
  const left = refusals.length === 0 ? '' : `，${refusals.length} 条需单独处理`;
  return { ...lead, alongside, message: `${done}${left}` };
}
