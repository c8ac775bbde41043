import { useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Answers, ScriptHit, ScriptOccasion } from '../../../shared/ipc/contract/script-contract.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { useCopyScript } from './mutations.ts';
import { wordingNote } from './wording-note.ts';

const NO_ANSWERS: Answers = {};

/** What is asked of the agent before a part can be copied. */
export type Question = { readonly hit: ScriptHit; readonly part: number; readonly names: readonly string[] };
type Progress = { readonly scriptId: ScriptId; readonly nextPart: number };

type Copied = { readonly hit: ScriptHit; readonly part: number; readonly nextPart: number | null };

/** A copy belongs to one order: neither progress nor an open question goes over to the next one. */
type Session = {
  readonly orderKey: string;
  readonly progress: Progress | null;
  readonly question: Question | null;
};

function copiedLabel({ hit, part }: Copied, answers: Answers): string {
  const total = hit.parts.length;
  const label = total === 1 ? '已复制' : `已复制 ${part + 1}/${total}`;
  const note = wordingNote(hit, part, answers);
  return note === null ? label : `${label}，${note}`;
}

/**
 * Copying part after part. A variable that nobody has filled is asked for first; what was answered is remembered
 * for the order until the window is closed.
 */
export function useCopying(occasion: ScriptOccasion, onCopied: (copied: Copied) => void) {
  const orderKey = occasion.orderId ?? 'none';
  const feedback = useFeedback();
  const copyScript = useCopyScript();
  const [answersByOrder, setAnswersByOrder] = useState<ReadonlyMap<string, Answers>>(new Map());
  const [kept, setSession] = useState<Session>({ orderKey, progress: null, question: null });
  const session = kept.orderKey === orderKey ? kept : { orderKey, progress: null, question: null };
  const answers = answersByOrder.get(orderKey) ?? NO_ANSWERS;

  const nextPartOf = (hit: ScriptHit): number =>
    session.progress?.scriptId === hit.script.id ? session.progress.nextPart : 0;

  function ask(question: Question): void {
    setSession({ ...session, question });
  }

  function send(hit: ScriptHit, part: number, given: Answers): void {
    copyScript.mutate(
      { scriptId: hit.script.id, part, occasion, answers: given },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'incomplete') {
            ask({ hit, part, names: reply.missing });
            return;
          }
          const { nextPart } = reply;
          const progress = nextPart === null ? null : { scriptId: hit.script.id, nextPart };
          setSession({ orderKey, progress, question: null });
          const copied = { hit, part, nextPart };
          feedback.done(copiedLabel(copied, given));
          onCopied(copied);
        },
      },
    );
  }

  function copy(hit: ScriptHit, part = nextPartOf(hit)): void {
    const names = (hit.parts[part]?.missing ?? []).filter((name) => !answers[name]);
    if (names.length > 0) ask({ hit, part, names });
    else send(hit, part, answers);
  }

  function answer({ hit, part }: Question, given: Answers): void {
    const all = { ...answers, ...given };
    setAnswersByOrder(new Map(answersByOrder).set(orderKey, all));
    send(hit, part, all);
  }

  return {
    answers,
    question: session.question,
    progress: session.progress,
    nextPartOf,
    copy,
    answer,
    cancelQuestion: () => setSession({ ...session, question: null }),
  };
}
export type Copying = ReturnType<typeof useCopying>;
