import './palette.css';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import type { ScriptField } from '../../../shared/domain/scripts/script-template/script-message.ts';
import type {
  PaletteContext,
  PaletteSubject,
  UnfinishedCopy,
} from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import type {
  Answers,
  ScriptHit,
  ScriptOccasion,
} from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useRestoreClipboard } from './mutations.ts';
import { OrderStrip } from './order-strip.tsx';
import { PaletteFooter } from './palette-footer.tsx';
import { paletteQueries } from './queries.ts';
import { StackBar } from './stack-bar.tsx';
import { leadWorkbench, useRecord } from './use-record.ts';
import { useShowing } from './use-showing.ts';
import { useStack } from './use-stack.ts';

const NO_SUBJECT: { readonly occasion: ScriptOccasion } = {
  occasion: { orderId: null, taskId: null, reason: null },
};
const NOTHING: PaletteContext = {
  subject: null,
  unrecognised: null,
  choices: [],
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
const unfinishedFor = (subject: PaletteSubject | null): UnfinishedCopy | null =>
  subject?.source === 'workbench' ? null : { orderId: subject?.occasion.orderId ?? null };

const hide = () => void call('palette.hide', undefined);

/** Over any program: the global hotkey, a few letters, Enter, and the text is on the clipboard. */
export function PaletteWindow(props: PaletteWindowProps) {
  const showing = useShowing();
  const { data: found } = useQuery(paletteQueries.context(showing.no, showing.unfinished));
  /** The choice of the agent in this showing; `null` is no order. */
  const [chosen, setChosen] = useState<{ readonly no: number; readonly subject: PaletteSubject | null }>();
  const known = found ?? NOTHING;
  const isChosen = chosen?.no === showing.no;
  const choose = (subject: PaletteSubject | null) => setChosen({ no: showing.no, subject });
  return (
    <Palette
      {...props}
      showing={showing}
      context={isChosen ? { ...known, unrecognised: null, choices: [] } : known}
      subject={isChosen ? chosen.subject : known.subject}
      // The search must not show the words for the last customer, not even for a moment.
      isKnown={found !== undefined}
      onChoose={choose}
    />
  );
}

type PaletteProps = PaletteWindowProps & {
  readonly showing: ReturnType<typeof useShowing>;
  readonly context: PaletteContext;
  readonly subject: PaletteSubject | null;
  readonly isKnown: boolean;
  readonly onChoose: (subject: PaletteSubject | null) => void;
};

function Palette({ showing, context, subject, isKnown, onChoose, Picker, Form }: PaletteProps) {
  const { occasion } = subject ?? NO_SUBJECT;
  const lead = () => subject?.source === 'clipboard' && leadWorkbench(subject);
  const stack = useStack(occasion, () => {
    lead();
    hide();
  });
  const { task, isUnsaid, record } = useRecord(subject, hide);
  const restore = useRestoreClipboard(hide);
  const stays = useRef(false);
  const body = useRef<HTMLDivElement>(null);
  const focusField = () => body.current?.querySelector('input')?.focus();

  function pressEnter({ event, activeHit, copyActive, clear }: Press): boolean {
    if (event.repeat) return true;
    // All messages as one text: that is the search's own key, here as beside an order.
    if (event.ctrlKey && event.shiftKey) {
      stays.current = false;
      return false;
    }
    if (event.ctrlKey || event.metaKey) {
      record();
      return true;
    }
    if (event.altKey) {
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
    if (key === 'Backspace' && isControl && subject) onChoose(null);
    else if (key === 'Backspace' && !isControl && stack.items.length > 0) stack.removeLast();
    else if (key.toLowerCase() === 'z' && isControl) restore.mutate();
    else return false;
    return true;
  }

  /** A number with Ctrl: one of those that may be meant. */
  function pressChoice({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const choice = ctrlKey || metaKey ? context.choices[Number(key) - 1] : undefined;
    if (choice) onChoose(choice);
    return choice !== undefined;
  }

  function onKey(press: Press): boolean {
    if (pressChoice(press.event)) return true;
    if (press.event.key === 'Enter') return pressEnter(press);
    return press.text === '' && pressInEmpty(press.event);
  }

  return (
    <main className="palette" aria-label="话术面板">
      <h1 className="visually-hidden">话术</h1>
      {isKnown && (
        <OrderStrip
          context={context}
          subject={subject}
          onDetach={() => {
            onChoose(null);
            focusField();
          }}
          onChoose={(index) => {
            onChoose(context.choices[index] ?? null);
            focusField();
          }}
        />
      )}
      {isUnsaid && (
        <p className="palette-unsaid" role="alert">
          还没有为该订单复制话术；手打发送的，再按 <Kbd keys="Ctrl+Enter" /> 记为{task?.done}
        </p>
      )}
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
            occasion={occasion}
            customerKey={showing.customerKey}
            onKey={onKey}
            onCopied={(copied) => {
              showing.noteCopied(copied, unfinishedFor(subject));
              lead();
              if (!stays.current) hide();
            }}
            onLeave={hide}
          />
        )}
      </div>
      <PaletteFooter
        stackedCount={stack.items.length}
        canRestore={context.canRestoreClipboard}
        done={task?.done ?? null}
      />
    </main>
  );
}
