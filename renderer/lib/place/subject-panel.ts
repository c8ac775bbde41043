import type { ComponentType, ReactNode } from 'react';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Shortcut } from '../shortcuts.ts';
import type { OpenSubject, Selection } from './navigation.ts';

/** A panel tells by this whom the scripts beside it are for, and what the agent is about to say. */
export type PanelIntent = {
  readonly [K in Exclude<keyof ScriptOccasion, 'taskId'>]?: ScriptOccasion[K] | undefined;
};

/** The workbench gives these to the panel of any subject. */
export type SubjectPanelProps<S = NonNullable<Selection['subject']>> = {
  readonly subject: S;
  readonly taskId: Selection['taskId'];
  readonly openSubject: OpenSubject;
  readonly intent: PanelIntent;
  readonly onIntent: (change: PanelIntent) => void;
  /** Something is on record whose words are next. */
  readonly onWords: () => void;
  /** The subject was removed: with the sample shop, or by undoing an import. */
  readonly onGone: () => void;
  /** The task is dealt with: on to the next one. */
  readonly onAdvance: () => void;
  /** Another subject is open, and the focus went with the last one. */
  readonly onUnfocused: () => void;
};

/** A form calls these when the agent is through with it. */
export type FormWork = {
  readonly close: () => void;
  /** Closes the form and goes on to the next task. */
  readonly finish: () => void;
  /** The agent has undone the act, and the subject is open again. */
  readonly comeBack: () => void;
};

/** Something that can be recorded on a panel: a button with a key that opens a form. */
export type PanelAction = {
  readonly shortcut: Shortcut;
  readonly label: string;
  readonly isPossible: boolean;
  /** A task that is a question ends only by being answered, in this form. */
  readonly isAnswer?: boolean;
  readonly form: (work: FormWork) => ReactNode;
};

/** The input that completes a task, and the things that the agent has to look at before. */
export type Completing = Pick<CallInput<'tasks.complete'>, 'reason' | 'checks'> & {
  readonly isReady: boolean;
  readonly before: ReactNode;
};

/** A task that cannot be put off beyond a moment, and what becomes of it where it is. */
export type PutOffLimit = {
  readonly endsAtMs: number;
  readonly says: (untilMs: number, nowMs: number) => string;
  readonly does: (untilMs: number, nowMs: number) => string;
};

/** A panel gives these of its own kind; the frame adds tasks, their actions, the note and the timeline. */
export type SubjectFrameProps = SubjectPanelProps & {
  /** Those that are to do. */
  readonly tasks: readonly Task[];
  /** Said where nothing is to do; without it, that there is no task. */
  readonly idle?: string;
  readonly nowMs: number;
  readonly header: ReactNode;
  /** The end that matters for the subject, such as the closing of an order; `null` where there is none. */
  readonly endsAtMs?: number | null;
  /** Below the tasks: what helps to decide on them. */
  readonly advice?: ReactNode;
  readonly facts: ReactNode;
  /** A column of its own where there is room for it, else below the facts. */
  readonly aside?: { readonly label: string; readonly content: ReactNode } | null;
  readonly aboveTimeline?: ReactNode;
  /** The kind's own actions: those that agents need all day, and the rest, which a menu holds. */
  readonly actionsBefore?: readonly PanelAction[];
  readonly actionsAfter?: readonly PanelAction[];
  /** The label of an action whose form something else has asked for; a new object asks anew. */
  readonly wantedForm?: { readonly label: string } | null;
  readonly completing?: (task: Task) => Completing;
  readonly putOffLimit?: (task: Task) => PutOffLimit | null;
};
export type SubjectFrame = ComponentType<SubjectFrameProps>;
