import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import type {
  ScriptField,
  ScriptMessage,
} from '../../../shared/domain/scripts/script-template/script-message.ts';
import type { WordingNote } from '../../../shared/domain/scripts/wording/wording-note.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { createHandOut, type HandOut, type HandOutDependencies, type PlannedCopy } from './hand-out.ts';
import type { WordingVerdict } from './wording-gate.ts';

type Request = Omit<HandOut, 'scriptId'> & { readonly scriptIds: readonly ScriptId[] };

export type CopiedStack =
  | { readonly kind: 'copied'; readonly text: string; readonly notes: WordingNote[] }
  | Extract<WordingVerdict, { kind: 'blocked' }>
  | { readonly kind: 'incomplete'; readonly fields: ScriptField[] };

export type CopyStack = ReturnType<typeof createCopyStack>;

/** X3: several scripts as one text, a blank line between them; each counts as used. */
export function createCopyStack(dependencies: HandOutDependencies) {
  const handOut = createHandOut(dependencies);
  return ({ scriptIds, ...rest }: Request, nowMs: EpochMs): CopiedStack => {
    const rendered = scriptIds.map((scriptId) => handOut.render({ ...rest, scriptId }));
    const fields = new Map(rendered.flatMap((one) => one.fields).map((field) => [field.name, field]));
    if (fields.size > 0) return { kind: 'incomplete', fields: [...fields.values()] };
    const copies = rendered.map(
      ({ script, messages }): PlannedCopy => ({
        ...rest,
        scriptId: script.id,
        message: 0,
        script,
        ...joined(script, messages),
      }),
    );
    const verdict = handOut.checkAndRecord(copies, nowMs);
    if (verdict.kind === 'blocked') return verdict;
    const texts = copies.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    return { kind: 'copied', text: texts.join('\n\n'), notes: verdict.notes };
  };
}

/** The messages of one script stay together. */
function joined(script: Script, messages: readonly ScriptMessage[]): Pick<PlannedCopy, 'content' | 'words'> {
  const texts = messages.map((message) => {
    if (message.kind === 'text') return message;
    throw new AppError('invalid-input', `「${script.title}」里有图片，不能叠加，请单独复制`);
  });
  return {
    content: { kind: 'text', text: texts.map(({ text }) => text).join('\n') },
    words: texts.map(({ words }) => words).join('\n'),
  };
}
