import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFeedback } from '../../ui/feedback.tsx';
import { useEdit } from './mutations.ts';
import { libraryQueries } from './queries.ts';
import { useUndoable } from './use-undoable.ts';

/** A newer build brings starter scripts, or other words of those that the shop has left as they came; the agent decides. */
export function StarterOffer() {
  const { data: offered = [] } = useQuery(libraryQueries.newStarters());
  const feedback = useFeedback();
  const run = useUndoable();
  const add = useEdit('scripts.addNewStarters');
  const decline = useEdit('scripts.declineNewStarters');
  if (offered.length === 0) return null;
  const reworded = offered.filter(({ isReworded }) => isReworded).length;
  const newOnes = offered.length - reworded;
  const what = [newOnes > 0 ? `新的 ${newOnes} 条` : '', reworded > 0 ? `改写的 ${reworded} 条` : ''].filter(
    (part) => part !== '',
  );
  const isBusy = add.isPending || decline.isPending;
  return (
    <section className="library-offer" aria-label="新的内置话术">
      <span title={offered.map(({ title }) => title).join('、')}>内置话术：{what.join('，')}</span>
      <Button
        size="small"
        disabled={isBusy}
        onClick={() => void run(add.mutateAsync(undefined), `已采用 ${offered.length} 条内置话术`)}
      >
        采用
      </Button>
      <Button
        size="small"
        type="text"
        disabled={isBusy}
        onClick={() => decline.mutate(undefined, { onError: (error) => feedback.fail(error) })}
      >
        不用
      </Button>
    </section>
  );
}
