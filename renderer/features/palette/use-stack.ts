import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import type { ScriptField } from '../../../shared/domain/scripts/script-template/script-message.ts';
import { AppError } from '../../../shared/errors.ts';
import { MOST_STACKED } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type {
  Answers,
  ScriptHit,
  ScriptOccasion,
} from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

export type Stacked = { readonly id: ScriptId; readonly title: string };

const NO_ANSWERS: Answers = {};

/** Why it cannot be part of one text. */
function refusalOf({ script, messages, problem }: ScriptHit): string | null {
  if (problem !== null) return `「${script.title}」${problem}，请先修改话术`;
  if (messages.length === 0) return `「${script.title}」当前没有要发的内容`;
  if (messages.some(({ kind }) => kind === 'picture'))
    return `「${script.title}」里有图片，不能叠加，请单独复制`;
  return null;
}

function moved(items: readonly Stacked[], index: number, by: number): readonly Stacked[] {
  const item = items[index];
  const to = index + by;
  if (!item || to < 0 || to >= items.length) return items;
  return items.toSpliced(index, 1).toSpliced(to, 0, item);
}

type Collected = {
  readonly orderId: OrderId | null;
  readonly items: readonly Stacked[];
  /** The agent has to fill these in before the stack can be copied. */
  readonly fields: readonly ScriptField[];
};

/**
 * Scripts that are collected for one copy, in the order in which they will stand. Another customer gets an empty stack.
 */
export function useStack(occasion: ScriptOccasion, onCopied: () => void) {
  const feedback = useFeedback();
  const { orderId } = occasion;
  const empty: Collected = { orderId, items: [], fields: [] };
  const [kept, setKept] = useState(empty);
  const { items, fields } = kept.orderId === orderId ? kept : empty;
  const setItems = (next: readonly Stacked[]) => setKept({ orderId, items: next, fields: [] });
  const { mutate, isPending } = useMutation({
    mutationFn: (answers: Answers) =>
      call('scripts.copyStack', { scriptIds: items.map(({ id }) => id), occasion, answers }),
    onError: (error) => feedback.fail(error),
  });

  return {
    items,
    fields,
    /** `false` if it is in the stack already, or cannot be added, which the agent is told. */
    add(hit: ScriptHit): boolean {
      const { id, title } = hit.script;
      if (items.some((item) => item.id === id)) return false;
      const refusal = items.length === MOST_STACKED ? `最多叠加 ${MOST_STACKED} 条` : refusalOf(hit);
      if (refusal !== null) {
        feedback.fail(new AppError('invalid-input', refusal));
        return false;
      }
      setItems([...items, { id, title }]);
      return true;
    },
    remove: (index: number) => setItems(items.toSpliced(index, 1)),
    removeLast: () => setItems(items.slice(0, -1)),
    move: (index: number, by: number) => setItems(moved(items, index, by)),
    copy(answers: Answers = NO_ANSWERS): void {
      if (isPending) return;
      mutate(answers, {
        onSuccess(reply) {
          if (reply.kind === 'incomplete') {
            setKept({ orderId, items, fields: reply.fields });
            return;
          }
          if (reply.kind === 'blocked') {
            const words = reply.notes.map(({ found, explanation }) => `“${found}”${explanation}`);
            feedback.fail(new AppError('conflict', `本店话术规范不允许：${words.join('；')}；没有复制`));
            return;
          }
          setItems([]);
          feedback.done(`已复制 ${items.length} 条话术`);
          onCopied();
        },
      });
    },
    cancelQuestion: () => setItems(items),
  };
}
export type Stack = ReturnType<typeof useStack>;
