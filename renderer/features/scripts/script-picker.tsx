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
import { AppError } from '../../../shared/errors.ts';
import type { SuggestedScript } from '../../../shared/ipc/contract/scripts/library-contract.ts';
import {
  LONGEST_SEARCH,
  type ScriptHit,
  type ScriptOccasion,
} from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { BlockedForm } from './copying/blocked-form.tsx';
import { CopyProgressBar } from './copying/copy-progress-bar.tsx';
import { MissingForm } from './copying/missing-form.tsx';
import { type Copied, type Copying, useCopying } from './copying/use-copying.ts';
import { useJoining } from './copying/use-joining.ts';
import { useSuggestScript } from './mutations.ts';
import { scriptQueries } from './queries.ts';
import { RewordForm } from './rewording/reword-form.tsx';
import { useRewordKey } from './rewording/use-reword-key.ts';
import { SaveAsScript } from './save-as-script.tsx';
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
  /** The next message of a script follows with the global hotkey, while the agent stays in the chat. */
  readonly isRelayed?: boolean;
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

/** Ctrl+Enter without Shift records, on the whole workbench. */
const isForWhole = ({ key, ctrlKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'Enter' && ctrlKey && shiftKey;

/** Forms about one script take the place of the list. */
const isListed = (isFetched: boolean, ...forms: readonly unknown[]): boolean =>
  isFetched && forms.every((form) => !form);

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

/** A sentence that is at hand becomes a script. */
const isSaveAs = ({ key, ctrlKey, altKey, shiftKey, repeat }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'n' && ctrlKey && !altKey && !shiftKey && !repeat;

/** X3: the field has the focus, the best script is chosen already, Enter copies it. */
export function ScriptPicker(props: ScriptPickerProps) {
  const { occasion, onLeave, onCopied, onKey, suffix, autoFocus = false, ref } = props;
  const { text, cursor, setText, setCursor } = useSearch(occasion.orderId);
  const input = useRef<InputRef>(null);
  const listId = useId();
  const customerKey = useCustomerKey(props.customerKey);
  const [suggested, setSuggested] = useState<SuggestedScript | null>(null);
  const suggesting = useSuggestScript();
  const feedback = useFeedback();
  const queryClient = useQueryClient();
  const query = scriptQueries.search(occasion, text.trim());
  const { data: found = NO_HITS, isFetched, isPlaceholderData } = useQuery(query);
  const copying = useCopying(occasion, {
    customerKey,
    isRelayed: props.isRelayed,
    onCopied(copied) {
      input.current?.focus();
      onCopied?.(copied);
    },
  });
  const joining = useJoining(copying, found);
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

  async function suggest(): Promise<void> {
    const script = await suggesting.mutateAsync(text.trim().slice(0, LONGEST_SEARCH));
    if (script) setSuggested(script);
    else feedback.fail(new AppError('invalid-input', '剪贴板里没有文字；先复制一句话，或在这里输入'));
  }

  function endSaving(code: string | null): void {
    setSuggested(null);
    if (code !== null) setText(code);
    input.current?.focus();
  }

  /**
   * The keys may be faster than the answer: then it is waited for, so that Enter means this order's script. What main
   * has called stale is asked for anew: the order may have been paid a moment ago.
   */
  async function activeHit(): Promise<ScriptHit | undefined> {
    const known = withPinned(await queryClient.fetchQuery(query), pinned);
    return known[Math.min(cursor, known.length - 1)];
  }

  const rewording = useRewordKey({ copying, hits, activeHit, isActive: suggested === null });

  async function copyActive(): Promise<void> {
    joining.copy(await activeHit());
  }

  const keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>> = {
    ArrowDown: () => setCursor(Math.max(0, Math.min(active + 1, hits.length - 1))),
    ArrowUp: () => setCursor(Math.max(0, active - 1)),
    // A key held down is one wish, not ten.
    Enter: (event) => (event.repeat ? undefined : copyActive()),
    Escape: () => (text === '' ? onLeave() : setText('')),
  };

  async function copyWhole(event: KeyboardEvent): Promise<void> {
    if (!event.repeat) joining.copyWhole(await activeHit());
  }

  function actFor(event: KeyboardEvent): ((event: KeyboardEvent) => unknown) | undefined {
    if (isSaveAs(event)) return suggest;
    if (isForWhole(event)) return copyWhole;
    return event.ctrlKey ? undefined : keys[event.key];
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (onKey?.({ event, text, activeHit, copyActive, clear: () => setText('') }) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const run = actFor(event);
    if (!run) return;
    // On the workbench the same keys mean something else.
    if (event.ctrlKey) event.stopPropagation();
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
          placeholder="标题、编码、拼音首字母，或客户的一句话"
          suffix={suffix}
          maxLength={LONGEST_SEARCH}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
        />
      </div>
      {suggested && (
        <SaveAsScript
          suggested={suggested}
          onSaved={(code) => endSaving(code)}
          onCancel={() => endSaving(null)}
        />
      )}
      <CopyProgressBar copying={copying} activeId={hits[active]?.script.id} />
      <MissingForm
        copying={copying}
        onCancel={() => {
          copying.cancelQuestion();
          input.current?.focus();
        }}
      />
      <BlockedForm copying={copying} onDone={() => input.current?.focus()} />
      {rewording.open && (
        <RewordForm
          key={rewording.open.script.id}
          hit={rewording.open}
          occasion={occasion}
          copying={copying}
          onThisTime={joining.copy}
          onClose={() => input.current?.focus()}
        />
      )}
      {isListed(isFetched, suggested, rewording.open) && (
        <ScriptList
          listId={listId}
          hits={hits}
          active={active}
          isSearching={text !== ''}
          isRanked={text === '' && occasion.orderId !== null && pinned === undefined}
          copying={copying}
          onActive={setCursor}
          onSaveAs={() => void suggest()}
          onReword={rewording.begin}
          onKeyDown={handleKey}
          isWholeOffered={joining.isOffered}
        />
      )}
    </div>
  );
}
