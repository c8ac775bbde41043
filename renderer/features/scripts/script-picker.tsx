import './scripts.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { ScriptHit, ScriptOccasion } from '../../../shared/ipc/contract/script-contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { CopyProgressBar } from './copy-progress-bar.tsx';
import { MissingForm } from './missing-form.tsx';
import { scriptQueries } from './queries.ts';
import { ScriptList } from './script-list.tsx';
import { useCopying } from './use-copying.ts';

export type ScriptPickerHandle = {
  readonly focus: () => void;
  readonly search: (text: string) => void;
};

type ScriptPickerProps = {
  readonly occasion: ScriptOccasion;
  /** Esc in an empty field. */
  readonly onLeave: () => void;
  /** After the last message of a script is on the clipboard. */
  readonly onFinished?: () => void;
  readonly suffix?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<ScriptPickerHandle>;
};

const NO_HITS: readonly ScriptHit[] = [];

/** What is searched and which hit is chosen; with another customer, what was searched for the last one is over. */
function useSearch(orderId: OrderId | null) {
  const [search, setSearch] = useState({ orderId, text: '', cursor: 0 });
  if (search.orderId !== orderId) setSearch({ orderId, text: '', cursor: 0 });
  return {
    ...search,
    setText: (text: string) => setSearch({ orderId, text, cursor: 0 }),
    setCursor: (cursor: number) => setSearch({ ...search, cursor }),
  };
}

/** X3: the field has the focus, the best script is chosen already, Enter copies it. */
export function ScriptPicker(props: ScriptPickerProps) {
  const { occasion, onLeave, onFinished, suffix, autoFocus = false, ref } = props;
  const { text, cursor, setText, setCursor } = useSearch(occasion.orderId);
  const input = useRef<InputRef>(null);
  const listId = useId();
  const queryClient = useQueryClient();
  const query = scriptQueries.search(occasion, text.trim());
  const { data: hits = NO_HITS, isFetched } = useQuery(query);
  const copying = useCopying(occasion, ({ next }) => {
    input.current?.focus();
    if (next === null) onFinished?.();
  });
  const active = Math.min(cursor, hits.length - 1);

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ cursor: 'all' }),
    search: (wanted) => {
      setText(wanted);
      input.current?.focus();
    },
  }));

  /** The keys may be faster than the answer: then it is waited for, so that Enter means this order's script. */
  async function copyActive(): Promise<void> {
    const known = await queryClient.ensureQueryData(query);
    const hit = known[Math.min(cursor, known.length - 1)];
    if (hit) copying.copy(hit);
  }

  const keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>> = {
    ArrowDown: () => setCursor(Math.max(0, Math.min(active + 1, hits.length - 1))),
    ArrowUp: () => setCursor(Math.max(0, active - 1)),
    // A key held down is one wish, not ten.
    Enter: (event) => (event.repeat ? undefined : copyActive()),
    Escape: () => (text === '' ? onLeave() : setText('')),
  };

  function handleKey(event: KeyboardEvent): void {
    const run = keys[event.key];
    if (!run || isComposing(event) || event.ctrlKey) return;
    event.preventDefault();
    run(event);
  }

  return (
    <div className="script-picker">
      <div className="script-search">
        <Input
          ref={input}
          autoFocus={autoFocus}
          role="combobox"
          aria-label="搜索话术"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          placeholder="标题、编码、内容、拼音首字母"
          suffix={suffix}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
        />
      </div>
      <CopyProgressBar copying={copying} />
      <MissingForm
        copying={copying}
        onCancel={() => {
          copying.cancelQuestion();
          input.current?.focus();
        }}
      />
      {isFetched && (
        <ScriptList
          listId={listId}
          hits={hits}
          active={active}
          isSearching={text !== ''}
          isRanked={text === '' && occasion.orderId !== null}
          copying={copying}
          onActive={setCursor}
          onKeyDown={handleKey}
        />
      )}
    </div>
  );
}
