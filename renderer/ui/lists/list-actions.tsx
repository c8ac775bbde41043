import { Button } from 'antd';
import type { ComponentType } from 'react';
import { type Shortcut, useEscape, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../facts/kbd.tsx';

/** Something that can be done about the rows that are chosen: on the bar below the list and in its context menu. */
export type ListAction<Row> = {
  readonly key: string;
  readonly label: string;
  readonly shortcut?: Shortcut;
  readonly isPossible: (chosen: readonly Row[]) => boolean;
} & (
  | { readonly run: (chosen: readonly Row[]) => void }
  | { readonly Form: ComponentType<{ readonly chosen: readonly Row[]; readonly onDone: () => void }> }
);

type ButtonProps<Row> = {
  readonly action: ListAction<Row>;
  readonly chosen: readonly Row[];
  readonly openKey: string | null;
  readonly onAct: (action: ListAction<Row>) => void;
};

function ActionButton<Row>(props: ButtonProps<Row>) {
  const { action, chosen, openKey, onAct } = props;
  const isPossible = action.isPossible(chosen);
  return (
    <>
      {action.shortcut && (
        <ActionKey shortcut={action.shortcut} isPossible={isPossible} run={() => onAct(action)} />
      )}
      <Button
        disabled={!isPossible}
        {...('Form' in action ? { 'aria-expanded': openKey === action.key } : {})}
        onClick={() => onAct(action)}
      >
        {action.label} {action.shortcut && <Kbd keys={action.shortcut.label} />}
      </Button>
    </>
  );
}

type KeyProps = { readonly shortcut: Shortcut; readonly isPossible: boolean; readonly run: () => void };

function ActionKey({ shortcut, isPossible, run }: KeyProps) {
  useShortcut(shortcut, run, isPossible);
  return null;
}

type Props<Row> = {
  readonly label: string;
  readonly actions: readonly ListAction<Row>[];
  readonly chosen: readonly Row[];
  readonly openKey: string | null;
  readonly onAct: (action: ListAction<Row>) => void;
  readonly onDone: () => void;
};

/** The form of an action, while one is open. */
export function OpenForm<Row>({ actions, chosen, openKey, onDone }: Omit<Props<Row>, 'onAct' | 'label'>) {
  const action = actions.find(({ key }) => key === openKey);
  useEscape(onDone, action !== undefined);
  if (!action || !('Form' in action) || chosen.length === 0) return null;
  return <action.Form chosen={chosen} onDone={onDone} />;
}

export function ActionButtons<Row>({ actions, ...props }: Omit<Props<Row>, 'onDone' | 'label'>) {
  return actions.map((action) => <ActionButton key={action.key} action={action} {...props} />);
}
