import {
  fieldsOf,
  type ScriptMessage,
} from '../../../../shared/domain/scripts/script-template/script-message.ts';
import type { WordingNote } from '../../../../shared/domain/scripts/wording/wording-note.ts';
import type {
  Answers,
  ScriptHit,
  ScriptOccasion,
} from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { useCopyScript } from '../mutations.ts';
import { type Blocked, type Question, useCopySession } from './copy-session.ts';
import { copiedNote } from './wording-note.ts';

export type Copied = { readonly hit: ScriptHit; readonly message: number; readonly next: number | null };

type Label = {
  readonly message: ScriptMessage | undefined;
  readonly place: string;
  readonly notes: readonly WordingNote[];
};

function copiedLabel({ message, place, notes }: Label): string {
  const what = message?.kind === 'picture' ? '已复制图片' : '已复制';
  const note = copiedNote(notes);
  return `${what}${place}${note === null ? '' : `，${note}`}`;
}

type Wanted = {
  readonly hit: ScriptHit;
  readonly message: number;
  readonly given: Answers;
  readonly overridesWording?: boolean;
};

type Options = {
  /** Without an order only the caller knows whether the next copy is for the same customer. */
  readonly customerKey: string;
  readonly onCopied: (copied: Copied) => void;
};

/**
 * Copies message after message. The agent is asked first for the values that are not known, once for the whole script;
 * the answers hold for the order.
 */
export function useCopying(occasion: ScriptOccasion, { customerKey, onCopied }: Options) {
  const feedback = useFeedback();
  const copyScript = useCopyScript();
  const [{ progress, question, blocked, answers }, change] = useCopySession(occasion.orderId ?? customerKey);

  const nextMessageOf = (hit: ScriptHit): number =>
    progress?.scriptId === hit.script.id ? progress.next : 0;

  function send({ hit, message, given, overridesWording = false }: Wanted): void {
    const { id: scriptId, title } = hit.script;
    copyScript.mutate(
      { scriptId, message, occasion, answers: given, overridesWording },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'incomplete') {
            change({ question: { hit, message, fields: reply.fields } });
            return;
          }
          if (reply.kind === 'blocked') {
            const { notes, canOverride } = reply;
            change({ question: null, blocked: { hit, message, notes, canOverride } });
            return;
          }
          const { next, total } = reply;
          change({
            question: null,
            blocked: null,
            progress: next === null ? null : { scriptId, title, hit, next, total },
          });
          const place = total === 1 ? '' : ` ${message + 1}/${total}`;
          feedback.done(copiedLabel({ message: hit.messages[message], place, notes: reply.notes }));
          onCopied({ hit, message, next });
        },
      },
    );
  }

  function copy(hit: ScriptHit, message = nextMessageOf(hit)): void {
    const fields = fieldsOf(hit.messages).filter(({ name }) => !answers[name]);
    if (fields.length > 0 && hit.problem === null) change({ question: { hit, message, fields } });
    else send({ hit, message, given: answers });
  }

  function answer({ hit, message }: Question, given: Answers): void {
    const all = { ...answers, ...given };
    change({ answers: all });
    send({ hit, message, given: all });
  }

  return {
    answers,
    question,
    progress,
    nextMessageOf,
    copy,
    answer,
    blocked,
    closeBlocked: () => change({ blocked: null }),
    /** Main lets only a lead override the wording. */
    override: ({ hit, message }: Blocked) => send({ hit, message, given: answers, overridesWording: true }),
    cancelQuestion: () => change({ question: null }),
    /** The next copy is the first message again. */
    startAgain: () => change({ progress: null }),
  };
}
export type Copying = ReturnType<typeof useCopying>;
