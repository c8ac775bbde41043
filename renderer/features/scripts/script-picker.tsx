import './scripts.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { ScriptHit, ScriptOccasion } from '../../../shared/ipc/contract/script-contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MissingForm } from './missing-form.tsx';
import { scriptQueries } from './queries.ts';
import { ScriptCard } from './script-card.tsx';
import { useCopying } from './use-copying.ts';

export type ScriptPickerHandle = {
  readonly focus: () => void;
  readonly search: (text: string) => void;
};

type ScriptPickerProps = {
  readonly occasion: ScriptOccasion;
  /** Esc in an empty field. */
  readonly onLeave: () => void;
  /** After the last part of a script is on the clipboard. */
  readonly onFinished?: () => void;
  readonly suffix?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<ScriptPickerHandle>;
};

/** X3: the field has the focus, the best script is chosen already, Enter copies it. */
export function ScriptPicker(props: ScriptPickerProps) {
  const { occasion, onLeave, onFinished, suffix, autoFocus = false, ref } = props;
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const input = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const queryClient = useQueryClient();
  const { data: hits } = useQuery(scriptQueries.search(occasion, text.trim()));
  const copying = useCopying(occasion, ({ nextPart }) => {
    input.current?.focus();
    if (nextPart === null) onFinished?.();
  });
  const active = Math.min(cursor, (hits?.length ?? 0) - 1);

  // Another customer: what was searched for the last one is over.
  const [lastOrderId, setLastOrderId] = useState(occasion.orderId);
  if (lastOrderId !== occasion.orderId) {
    setLastOrderId(occasion.orderId);
    setText('');
    setCursor(0);
  }

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ cursor: 'all' }),
    search: (wanted) => {
      setText(wanted);
      setCursor(0);
      input.current?.focus();
    },
  }));

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  /** The keys may be faster than the answer: then it is waited for, so that Enter means this order's script. */
  async function copyActive(): Promise<void> {
    const known = await queryClient.ensureQueryData(scriptQueries.search(occasion, text.trim()));
    const hit = known[Math.min(cursor, known.length - 1)];
    if (hit) copying.copy(hit);
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) setCursor(Math.min(Math.max(active + step, 0), Math.max(0, (hits?.length ?? 0) - 1)));
    // A key held down is one wish, not ten.
    else if (event.key === 'Enter') !event.repeat && void copyActive();
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  }

  const renderHit = (hit: ScriptHit, index: number) => (
    <div key={hit.script.id} className="script-card" data-active={index === active || undefined}>
      <div
        id={`${listId}-${index}`}
        role="option"
        aria-selected={index === active}
        onClick={() => (index === active ? undefined : setCursor(index))}
        onDoubleClick={() => copying.copy(hit)}
      >
        <ScriptCard
          hit={hit}
          isActive={index === active}
          isRecommended={index === 0 && text === '' && occasion.orderId !== null}
          answers={copying.answers}
          nextPart={copying.nextPartOf(hit)}
          onCopyPart={(part) => copying.copy(hit, part)}
        />
      </div>
    </div>
  );

  return (
    <div className="script-picker">
      <div className="script-search">
        <Input
          ref={input}
          autoFocus={autoFocus}
          role="combobox"
          aria-label="搜索话术"
          aria-expanded={(hits?.length ?? 0) > 0}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          placeholder="标题、编码、内容、拼音首字母"
          suffix={suffix}
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(0);
          }}
          onKeyDown={handleKey}
        />
      </div>
      {copying.question && (
        <MissingForm
          key={copying.question.names.join()}
          question={copying.question}
          onAnswer={(given) => copying.question && copying.answer(copying.question, given)}
          onCancel={() => {
            copying.cancelQuestion();
            input.current?.focus();
          }}
        />
      )}
      <div className="script-list" ref={list}>
        {hits?.length === 0 ? (
          <EmptyState
            title={text === '' ? '话术库还是空的' : '没有找到话术'}
            hint={text === '' ? '可在「话术」页添加' : '换个词，或输入编码、拼音首字母'}
          />
        ) : (
          <div role="listbox" id={listId} aria-label="话术">
            {hits?.map(renderHit)}
          </div>
        )}
      </div>
      <output className="visually-hidden">
        {copying.progress ? `下一条是第 ${copying.progress.nextPart + 1} 条` : ''}
      </output>
    </div>
  );
}
