import { AppError } from '../../../shared/errors.ts';

/** The agent cancelled the job, or the program is ending; a job that throws it has left nothing half done. */
export class StoppedError extends AppError {
  constructor(message = '已取消') {
    super('conflict', message);
    this.name = 'StoppedError';
  }
}

/** Ends the job if it is asked to stop. Without `shouldStop` the job cannot be stopped. */
export function stopIfAsked(shouldStop: (() => boolean) | undefined): void {
  if (shouldStop?.()) throw new StoppedError();
}
