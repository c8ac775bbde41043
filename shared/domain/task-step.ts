import { chaseStepLabel } from './chase-settings.ts';
import { concessionStepLabel } from './concession.ts';

/** The words for the step of any task; what this build does not know is shown as it is. */
export function taskStepLabel(step: string): string {
  return concessionStepLabel(step) ?? chaseStepLabel(step);
}
