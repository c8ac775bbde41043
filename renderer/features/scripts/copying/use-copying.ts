import { rewordMessages } from '../../../../shared/domain/scripts/script-template/reword-message.ts';
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
import { useCopyScript, useCopyWhole } from '../mutations.ts';
import { type Blocked, type Question, toldProgress, useCopySession } from './copy-session.ts';
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
  readonly isWhole?: boolean;
  readonly overridesWording?: boolean;
};

type Options = {
  /** Without an order only the caller knows whether the next copy is for the same customer. */
  readonly customerKey: string;
  /** The agent stays in the chat: the next message follows with the global hotkey. */
  readonly isRelayed: boolean | undefined;
  readonly onCopied: (copied: Copied) => void;
};

/**
 * Copies message after message. The agent is asked first for the values that are not known, once for the whole script;
 * the answers hold for the order.
 */
export function useCopying(occasion: ScriptOccasion, { customerKey, isRelayed, onCopied }: Options) {
  const feedback = useFeedback();
  const copyScript = useCopyScript();
  const copyWhole = useCopyWhole();
  const [{ progress, question, blocked, rewording, answers }, change] = useCopySession(
    occasion.orderId ?? customerKey,
  );

  const rewordingOf = ({ script }: ScriptHit) => (rewording?.scriptId === script.id ? rewording : null);

  const nextMessageOf = (hit: ScriptHit): number =>
    progress?.scriptId === hit.script.id ? progress.next : 0;

  /** The reply about one message, or about all of them, comes to the same. */
  async function ask({ hit, message, given, isWhole, overridesWording = false }: Wanted) {
    const { id: scriptId } = hit.script;
    const reworded = rewordingOf(hit)?.texts;
    if (!isWhole)
      return copyScript.mutateAsync({
        scriptId,
        message,
        occasion,
        answers: given,
        overridesWording,
        reworded,
        isRelayed,
      });
    const reply = await copyWhole.mutateAsync({
      scriptIds: [scriptId],
      occasion,
      answers: given,
      overridesWording,
      reworded,
    });
    return reply.kind === 'copied' ? { ...reply, next: null, total: hit.messages.length } : reply;
  }

  function take(reply: Awaited<ReturnType<typeof ask>>, { hit, message, isWhole = false }: Wanted): void {
    if (reply.kind === 'incomplete') {
      change({ question: { hit, message, isWhole, fields: reply.fields } });
      return;
    }
    if (reply.kind === 'blocked') {
      const { notes, canOverride } = reply;
      change({ question: null, blocked: { hit, message, isWhole, notes, canOverride } });
      return;
    }
    const { next, total, notes } = reply;
    const { id: scriptId, title } = hit.script;
    change({
      question: null,
      blocked: null,
      ...toldProgress({ rewording }, scriptId, next === null ? null : { scriptId, title, hit, next, total }),
    });
    const place = isWhole ? `，${total} 条合成一条` : total === 1 ? '' : ` ${message + 1}/${total}`;
    feedback.done(copiedLabel({ message: hit.messages[message], place, notes }));
    onCopied({ hit, message, next });
  }

  function send(wanted: Wanted): void {
    // The mutation has told the agent of a refusal.
    ask(wanted).then(
      (reply) => take(reply, wanted),
      () => {},
    );
  }

  /** As the customer gets it: with what the agent has made of its messages. */
  function said(hit: ScriptHit): ScriptHit {
    const own = rewordingOf(hit);
    return own === null ? hit : { ...hit, messages: rewordMessages(hit.messages, own.texts) };
  }

  function begin(hit: ScriptHit, message: number, isWhole: boolean): void {
    const fields = fieldsOf(said(hit).messages).filter(({ name }) => !answers[name]);
    if (fields.length > 0 && hit.problem === null) change({ question: { hit, message, isWhole, fields } });
    else send({ hit, message, isWhole, given: answers });
  }

  function answer({ hit, message, isWhole }: Question, given: Answers): void {
    const all = { ...answers, ...given };
    change({ answers: all });
    send({ hit, message, isWhole, given: all });
  }

  return {
    answers,
    question,
    progress,
    rewording,
    said,
    openRewording: (hit: ScriptHit) =>
      change({
        question: null,
        rewording: { scriptId: hit.script.id, texts: rewordingOf(hit)?.texts ?? {}, isOpen: true },
      }),
    /** `null`: the message is as the script has it again. */
    reword(message: number, text: string | null): void {
      if (rewording === null) return;
      const others = Object.entries(rewording.texts).filter(([place]) => place !== `${message}`);
      const own = text === null ? [] : [[`${message}`, text] as const];
      change({ rewording: { ...rewording, texts: Object.fromEntries([...others, ...own]) } });
    },
    /** The words stay for the copies that follow. */
    closeRewording: () =>
      change({
        rewording:
          rewording && Object.keys(rewording.texts).length > 0 ? { ...rewording, isOpen: false } : null,
      }),
    endRewording: () => change({ rewording: null }),
    nextMessageOf,
    copy: (hit: ScriptHit, message = nextMessageOf(hit)) => begin(hit, message, false),
    /** All messages as one text. */
    copyWhole: (hit: ScriptHit) => begin(hit, 0, true),
    answer,
    blocked,
    closeBlocked: () => change({ blocked: null }),
    /** Main lets only a lead override the wording. */
    override: ({ hit, message, isWhole }: Blocked) =>
      send({ hit, message, isWhole, given: answers, overridesWording: true }),
    cancelQuestion: () => change({ question: null }),
    /** The next copy is the first message again. */
    startAgain: () => change({ progress: null }),
  };
}
export type Copying = ReturnType<typeof useCopying>;
