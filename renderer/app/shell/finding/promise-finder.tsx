import { type PromiseText, readPromise } from '../../../../shared/domain/tasks/promise-text.ts';
import { defineFinder } from '../../../lib/finder.tsx';
import { formatMoment } from '../../../lib/time/format.ts';
import { now } from '../../../lib/time/now.ts';

function PromiseRow({ hit: { toDo, dueAtMs } }: { readonly hit: PromiseText }) {
  return (
    <>
      <span className="truncate">{toDo}</span>
      <span className="muted numeric">{formatMoment(dueAtMs, now())} 提醒我</span>
    </>
  );
}

/** H6: a sentence that names a time may be a promise, beside all that it may look for. */
export const promiseFinder = defineFinder({
  title: '登记承诺',
  root: 'app',
  find: async (text) => {
    const promise = readPromise(text, now());
    return promise ? [promise] : [];
  },
  keyOf: ({ dueAtMs }) => `promise ${dueAtMs}`,
  Row: PromiseRow,
  open: (promise, { makePromise }) => makePromise(promise),
});
