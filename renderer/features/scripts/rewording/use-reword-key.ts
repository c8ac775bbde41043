import { AppError } from '../../../../shared/errors.ts';
import type { ScriptHit } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { SHORTCUTS, useShortcut } from '../../../lib/shortcuts.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import type { Copying } from '../copying/use-copying.ts';

type Options = {
  readonly copying: Copying;
  readonly hits: readonly ScriptHit[];
  readonly activeHit: () => Promise<ScriptHit | undefined>;
  readonly isActive: boolean;
};

/** The key that opens the text of the chosen script where it stands. */
export function useRewordKey({ copying, hits, activeHit, isActive }: Options) {
  const feedback = useFeedback();
  const { rewording } = copying;

  function begin(hit: ScriptHit | undefined): void {
    if (hit === undefined || hit.messages.every(({ kind }) => kind === 'picture')) return;
    if (hit.problem === null) copying.openRewording(hit);
    else
      feedback.fail(new AppError('invalid-input', `「${hit.script.title}」${hit.problem}，请到话术库修改`));
  }

  useShortcut(SHORTCUTS.reword, () => void activeHit().then(begin), isActive);
  const isOpen = isActive && rewording?.isOpen === true;
  return {
    begin,
    /** The script whose text is open, if it is still among those that were found. */
    open: isOpen ? hits.find(({ script }) => script.id === rewording.scriptId) : undefined,
  };
}
