import type {
  ScriptField,
  ScriptMessage,
} from '../../../shared/domain/scripts/script-template/script-message.ts';
import type { WordingNote } from '../../../shared/domain/scripts/wording/wording-note.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CopiedContent } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { createHandOut, type HandOut, type HandOutDependencies, type PlannedCopy } from './hand-out.ts';
import type { WordingVerdict } from './wording-gate.ts';

type Request = HandOut & {
  /** Which message, from 0. */
  readonly message: number;
};

export type Copied =
  | {
      readonly kind: 'copied';
      readonly content: CopiedContent;
      readonly next: number | null;
      readonly total: number;
      /** R13: the warnings about its words. */
      readonly notes: WordingNote[];
    }
  | Extract<WordingVerdict, { kind: 'blocked' }>
  /** Everything the script asks, whichever message was wanted: the agent is asked once. */
  | { readonly kind: 'incomplete'; readonly fields: ScriptField[] };

export type CopyScript = ReturnType<typeof createCopyScript>;

/** X3: one message, filled in, with its use on record. A script that lacks a value is never handed out. */
export function createCopyScript(dependencies: HandOutDependencies) {
  const handOut = createHandOut(dependencies);
  return (request: Request, nowMs: EpochMs): Copied => {
    const { script, messages, fields } = handOut.render(request);
    if (fields.length > 0) return { kind: 'incomplete', fields };
    const planned = { ...request, script, ...contentOf(messages[request.message]) };
    const verdict = handOut.checkAndRecord([planned], nowMs);
    if (verdict.kind === 'blocked') return verdict;
    const next = request.message + 1;
    return {
      kind: 'copied',
      content: planned.content,
      next: next < messages.length ? next : null,
      total: messages.length,
      notes: verdict.notes,
    };
  };
}

function contentOf(message: ScriptMessage | undefined): Pick<PlannedCopy, 'content' | 'words'> {
  if (message === undefined) throw new AppError('not-found', '这条话术已经改短，请从第一条重新复制');
  if (message.kind === 'text') return { content: { kind: 'text', text: message.text }, words: message.words };
  const { name, pictureId } = message;
  if (pictureId === null) throw new AppError('not-found', `没有名为「${name}」的图片，请在话术库补上`);
  return { content: { kind: 'picture', name, pictureId }, words: '' };
}
