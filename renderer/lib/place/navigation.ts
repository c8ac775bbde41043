import { createContext, use } from 'react';
import type { OrderId, ScriptId, TaskId } from '../../../shared/domain/ids.ts';
import type { MemoTemplate } from '../../../shared/domain/memos/memo-template.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Screen } from './screens.ts';

/** The subject that the workbench shows, and the task by which the agent came to it. */
export type Selection = { readonly subject: SubjectRef | null; readonly taskId: TaskId | null };

export type OpenSubject = (subject: SubjectRef, taskId?: TaskId | null) => void;

/** An action that needs a memo on the platform asks for its order's composer by this, with what it knows. */
export type WantedMemo = {
  readonly orderId: OrderId;
  readonly template: MemoTemplate;
  /** Left out: as far as the order says. */
  readonly reason?: string;
};

export type Navigation = {
  readonly screen: Screen;
  readonly selection: Selection;
  readonly openScreen: (screen: Screen) => void;
  /** Shows what is due now on the workbench, whatever was looked at there before. */
  readonly openDue: () => void;
  /** Shows the day in the place of the workbench, until that or a subject is opened. */
  readonly openToday: () => void;
  readonly isTodayOpen: boolean;
  /** How often that was asked for. */
  readonly dueAsks: number;
  /** Shows the subject on the workbench. */
  readonly openSubject: OpenSubject;
  /** Shows the subject on the workbench, without leaving the screen that is open. */
  readonly followSubject: OpenSubject;
  /** The subject that was open is there no more. */
  readonly closeSubject: () => void;
  /** Shows again what was open before. */
  readonly goBack: () => void;
  /** The subjects that were open, each once, the latest first. */
  readonly recentSubjects: () => readonly SubjectRef[];
  /** Looks for the script on the workbench, for the subject that is open there. */
  readonly openScript: (code: string) => void;
  /** A script that was asked for from elsewhere, until the workbench has taken it. */
  readonly wantedScript: string | null;
  readonly takeWantedScript: () => void;
  /** Opens the order with the composer of its memo filled in. */
  readonly writeMemo: (memo: WantedMemo) => void;
  /** The memo that was asked for, for as long as its order stays open. */
  readonly wantedMemo: WantedMemo | null;
  /** Opens the page of one script, over whatever screen is open. */
  readonly openScriptPage: (id: ScriptId) => void;
  readonly closeScriptPage: () => void;
  readonly scriptPageId: ScriptId | null;
};

export const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside of its provider');
  return navigation;
}
