import './palette.css';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import type { ScriptField } from '../../../shared/domain/scripts/script-template/script-message.ts';
import type {
  PaletteContext,
  UnfinishedCopy,
} from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type {
  Answers,
  ScriptHit,
  ScriptOccasion,
} from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useRestoreClipboard } from './mutations.ts';
import { OrderStrip } from './order-strip.tsx';
import { PaletteFooter } from './palette-footer.tsx';
import { paletteQueries } from './queries.ts';
import { StackBar } from './stack-bar.tsx';
import { useShowing } from './use-showing.ts';
import { useStack } from './use-stack.ts';

const NO_ORDER: ScriptOccasion = { orderId: null, taskId: null, reason: null };
const NOTHING: PaletteContext = {
  occasion: NO_ORDER,
  order: null,
  source: null,
  canRestoreClipboard: false,
  nowMs: 0,
};

/** A key in the search field, and what it would act on. */
type Press = {
  readonly event: KeyboardEvent;
  readonly text: string;
  readonly activeHit: () => Promise<ScriptHit | undefined>;
  readonly copyActive: () => Promise<void>;
  readonly clear: () => void;
};

export type PickerSlot = {
  readonly occasion: ScriptOccasion;
  readonly customerKey: string;
  readonly onKey: (press: Press) => boolean;
  readonly onCopied: (copied: { readonly next: number | null }) => void;
  readonly onLeave: () => void;
};

export type FormSlot = {
  readonly fields: readonly ScriptField[];
  readonly onAnswer: (answers: Answers) => void;
  readonly onCancel: () => void;
};

type PaletteWindowProps = {
  /** The script search and its form; `app/` gives them, because a feature knows no other. */
  readonly Picker: ComponentType<PickerSlot>;
  readonly Form: ComponentType<FormSlot>;
};

/** The next showing cannot see this any more; of an open order the workbench tells main itself. */
const unfinishedFor = ({ source, occasion: { orderId } }: PaletteContext): UnfinishedCopy | null =>
  source === 'workbench' ? null : { orderId };

const hide = () => void call('palette.hide', undefined);

/** Over any program: the global hotkey, a few letters, Enter, and the text is on the clipboard. */
export function PaletteWindow(props: PaletteWindowProps) {
  const showing = useShowing();
  const { data: found } = useQuery(paletteQueries.context(showing.no, showing.unfinished));
  const [detachedNo, setDetachedNo] = useState<number | null>(null);
  const known = found ?? NOTHING;
  const context =
    detachedNo === showing.no ? { ...known, occasion: NO_ORDER, order: null, source: null } : known;
  return (
    <Palette
      {...props}
      showing={showing}
      context={context}
      // The search must not show the words for the last customer, not even for a moment.
      isKnown={found !== undefined}
      onDetach={() => setDetachedNo(showing.no)}
    />
  );
}

type PaletteProps = PaletteWindowProps & {
  readonly showing: ReturnType<typeof useShowing>;
  readonly context: PaletteContext;
  readonly isKnown: boolean;
  readonly onDetach: () => void;
};

function Palette({ showing, context, isKnown, onDetach, Picker, Form }: PaletteProps) {
  const stack = useStack(context.occasion, hide);
  const restore = useRestoreClipboard(hide);
  const stays = useRef(false);
  const body = useRef<HTMLDivElement>(null);
  const focusField = () => body.current?.querySelector('input')?.focus();

  function pressEnter({ event, activeHit, copyActive, clear }: Press): boolean {
    if (event.repeat) return true;
    if (event.ctrlKey || event.metaKey) {
      void activeHit().then((hit) => hit && stack.add(hit) && clear());
      return true;
    }
    if (stack.items.length > 0) stack.copy();
    else {
      stays.current = event.shiftKey;
      void copyActive();
    }
    return true;
  }

  /** While the search field is empty, these keys have no text to delete or undo there, so they undo something else. */
  function pressInEmpty({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const isControl = ctrlKey || metaKey;
    if (key === 'Backspace' && isControl && context.order) onDetach();
    else if (key === 'Backspace' && !isControl && stack.items.length > 0) stack.removeLast();
    else if (key.toLowerCase() === 'z' && isControl) restore.mutate();
    else return false;
    return true;
  }

  function onKey(press: Press): boolean {
    if (press.event.key === 'Enter') return pressEnter(press);
    return press.text === '' && pressInEmpty(press.event);
  }

  return (
    <main className="palette" aria-label="话术面板">
      <h1 className="visually-hidden">话术</h1>
      {isKnown && <OrderStrip context={context} onDetach={onDetach} />}
      <StackBar stack={stack} onLeave={focusField} />
      {stack.fields.length > 0 && (
        <Form
          fields={stack.fields}
          onAnswer={stack.copy}
          onCancel={() => {
            stack.cancelQuestion();
            focusField();
          }}
        />
      )}
      {/* Every time it comes up it is empty and ready: a key per showing starts it anew. */}
      <div className="palette-body" key={showing.no} ref={body}>
        {isKnown && (
          <Picker
            occasion={context.occasion}
            customerKey={showing.customerKey}
            onKey={onKey}
            onCopied={(copied) => {
              showing.noteCopied(copied, unfinishedFor(context));
              if (!stays.current) hide();
            }}
            onLeave={hide}
          />
        )}
      </div>
      <PaletteFooter stackedCount={stack.items.length} canRestore={context.canRestoreClipboard} />
    </main>
  );
}
