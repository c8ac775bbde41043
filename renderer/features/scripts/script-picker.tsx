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
import type { ScriptHit, ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { BlockedForm } from './copying/blocked-form.tsx';
import { CopyProgressBar } from './copying/copy-progress-bar.tsx';
import { MissingForm } from './copying/missing-form.tsx';
import { type Copied, type Copying, useCopying } from './copying/use-copying.ts';
import { scriptQueries } from './queries.ts';
import { ScriptList } from './script-list.tsx';

export type ScriptPickerHandle = {
  readonly focus: () => void;
  readonly search: (text: string) => void;
  /** The script that Enter would copy. */
  readonly active: () => Promise<ScriptHit | undefined>;
};

/** A key in the search field, and what it would act on. */
export type PickerPress = {
  readonly event: KeyboardEvent;
  readonly text: string;
  /** Waits for the answer to what was typed. */
  readonly activeHit: () => Promise<ScriptHit | undefined>;
  readonly copyActive: () => Promise<void>;
  readonly clear: () => void;
};

type ScriptPickerProps = {
  readonly occasion: ScriptOccasion;
  /** Esc in an empty field. */
  readonly onLeave: () => void;
  readonly onCopied?: (copied: Copied) => void;
  /** Keys of the place it stands in, before its own; `true` when the key was one of them. */
  readonly onKey?: (press: PickerPress) => boolean;
  /** Names the customer where no order does. */
  readonly customerKey?: string;
  /** A script that is not copied to its end stands first while nothing is typed. */
  readonly pinsProgress?: boolean;
  readonly suffix?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<ScriptPickerHandle>;
};

const NO_HITS: readonly ScriptHit[] = [];

function withPinned(hits: readonly ScriptHit[], pinned: ScriptHit | undefined): readonly ScriptHit[] {
  return pinned ? [pinned, ...hits.filter(({ script }) => script.id !== pinned.script.id)] : hits;
}

function pinnedHit({ progress }: Copying, text: string, isWanted = false): ScriptHit | undefined {
  return isWanted && text === '' ? progress?.hit : undefined;
}

function useCustomerKey(known: string | undefined): string {
  const own = useId();
  return known ?? own;
}

/** The typed text and the chosen hit; both are dropped when the order changes. */
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
  const { occasion, onLeave, onCopied, onKey, suffix, autoFocus = false, ref } = props;
  const { text, cursor, setText, setCursor } = useSearch(occasion.orderId);
  const input = useRef<InputRef>(null);
  const listId = useId();
  const customerKey = useCustomerKey(props.customerKey);
  const queryClient = useQueryClient();
  const query = scriptQueries.search(occasion, text.trim());
  const { data: found = NO_HITS, isFetched, isPlaceholderData } = useQuery(query);
  const copying = useCopying(occasion, {
    customerKey,
    onCopied(copied) {
      input.current?.focus();
      onCopied?.(copied);
    },
  });
  const pinned = pinnedHit(copying, text, props.pinsProgress);
  const hits = withPinned(found, pinned);
  const active = Math.min(cursor, hits.length - 1);

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus({ cursor: 'all' }),
    search: (wanted) => {
      setText(wanted);
      input.current?.focus();
    },
    active: activeHit,
  }));

  /** The keys may be faster than the answer: then it is waited for, so that Enter means this order's script. */
  async function activeHit(): Promise<ScriptHit | undefined> {
    const known = withPinned(await queryClient.ensureQueryData(query), pinned);
    return known[Math.min(cursor, known.length - 1)];
  }

  async function copyActive(): Promise<void> {
    const hit = await activeHit();
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
    if (isComposing(event)) return;
    if (onKey?.({ event, text, activeHit, copyActive, clear: () => setText('') }) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const run = keys[event.key];
    if (!run || event.ctrlKey) return;
    event.preventDefault();
    run(event);
  }

  return (
    <div className="script-picker" aria-busy={isPlaceholderData}>
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
      <CopyProgressBar copying={copying} activeId={hits[active]?.script.id} />
      <MissingForm
        copying={copying}
        onCancel={() => {
          copying.cancelQuestion();
          input.current?.focus();
        }}
      />
      <BlockedForm copying={copying} onDone={() => input.current?.focus()} />
      {isFetched && (
        <ScriptList
          listId={listId}
          hits={hits}
          active={active}
          isSearching={text !== ''}
          isRanked={text === '' && occasion.orderId !== null && pinned === undefined}
          copying={copying}
          onActive={setCursor}
          onKeyDown={handleKey}
        />
      )}
    </div>
  );
}
