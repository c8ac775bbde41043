import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ScriptHit, ScriptOccasion } from '../../../../shared/ipc/contract/scripts/script-contract.ts';
import { isComposing } from '../../../lib/keyboard.ts';
import { useMayEdit } from '../../../lib/main-process/app-state.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { answeredText } from '../copying/filled-text.ts';
import type { Copying } from '../copying/use-copying.ts';
import { MessageContent } from '../message-content.tsx';
import { FromNowOn } from './from-now-on.tsx';
import { useRewordedScript } from './queries.ts';
import { useSayFromNowOn } from './use-say-from-now-on.ts';

type Props = {
  readonly hit: ScriptHit;
  readonly occasion: ScriptOccasion;
  readonly copying: Copying;
  /** Copies the script as it reads now. */
  readonly onThisTime: (hit: ScriptHit) => void;
  /** Back to the search field. */
  readonly onClose: () => void;
};

/** X3: the messages of the script where they stand, to be written over for this customer or for good. */
export function RewordForm({ hit, occasion, copying, onThisTime, onClose }: Props) {
  const { answers, rewording } = copying;
  const texts = rewording?.texts ?? {};
  const form = useRef<HTMLFormElement>(null);
  const isFree = useMayEdit(hit.script.scope);
  const { data: after } = useRewordedScript({ scriptId: hit.script.id, occasion, answers, reworded: texts });
  const saving = useSayFromNowOn({
    script: hit.script,
    isFree,
    onDone() {
      copying.endRewording();
      onClose();
    },
  });
  const isEmpty = Object.values(texts).some((text) => text.trim() === '');
  const next = copying.nextMessageOf(hit);

  useEffect(() => {
    const fields = form.current?.querySelectorAll('textarea');
    const field = form.current?.querySelector<HTMLTextAreaElement>(`textarea[data-message="${next}"]`);
    const first = field ?? fields?.[0];
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
    // Once, when it opens: the agent chooses the field from then on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function sayThisTime(): void {
    if (isEmpty) return;
    copying.closeRewording();
    onThisTime(hit);
  }

  function sayFromNowOn(): void {
    if (!isEmpty) saving.save({ occasion, answers, reworded: texts });
  }

  function cancel(): void {
    copying.endRewording();
    onClose();
  }

  function actFor({ key, ctrlKey, shiftKey, target }: KeyboardEvent): (() => void) | undefined {
    if (key === 'Escape') return cancel;
    if (key !== 'Enter' || shiftKey) return undefined;
    if (ctrlKey) return sayFromNowOn;
    // A button takes its own Enter.
    return target instanceof HTMLTextAreaElement ? sayThisTime : undefined;
  }

  function handleKey(event: KeyboardEvent): void {
    const act = isComposing(event) ? undefined : actFor(event);
    if (!act) return;
    // On the workbench Ctrl+Enter records; here it belongs to the text.
    event.stopPropagation();
    event.preventDefault();
    if (!event.repeat) act();
  }

  return (
    // The keys of all its fields; it takes none of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="reword-form"
      aria-label={`改文字：${hit.script.title}`}
      onKeyDown={handleKey}
      onSubmit={(event) => {
        event.preventDefault();
        sayThisTime();
      }}
    >
      <p className="script-card-head">
        <span className="script-card-title truncate">{hit.script.title}</span>
        <span className="script-card-code">{hit.script.code}</span>
      </p>
      {hit.messages.map((message, index) => {
        // Messages are known by their place only.
        if (message.kind === 'picture')
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="reword-picture">
              <MessageContent message={message} answers={answers} />
            </div>
          );
        const own = answeredText(message, answers);
        return (
          <Input.TextArea
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            data-message={index}
            aria-label={hit.messages.length > 1 ? `第 ${index + 1} 条` : '文字'}
            autoSize={{ minRows: 2, maxRows: 12 }}
            maxLength={5000}
            value={texts[index] ?? own}
            onChange={({ target: { value } }) => copying.reword(index, value === own ? null : value)}
          />
        );
      })}
      <FromNowOn script={hit.script} after={after} />
      <div className="reword-actions">
        <Button type="primary" size="small" htmlType="submit" disabled={isEmpty}>
          只这次，复制 <Kbd keys="Enter" />
        </Button>
        <Button
          size="small"
          disabled={isEmpty || Object.keys(texts).length === 0}
          loading={saving.isPending}
          onClick={sayFromNowOn}
        >
          {isFree ? '以后都这样说' : '建议以后都这样说'} <Kbd keys="Ctrl+Enter" />
        </Button>
        <Button size="small" type="text" onClick={cancel}>
          取消 <Kbd keys="Esc" />
        </Button>
      </div>
    </form>
  );
}
