import { createContext, use } from 'react';
import type { ScriptId, TaskId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Screen } from './screens.ts';

/** The subject that the workbench shows, and the task by which the agent came to it. */
export type Selection = { readonly subject: SubjectRef | null; readonly taskId: TaskId | null };

export type OpenSubject = (subject: SubjectRef, taskId?: TaskId | null) => void;

export type Navigation = {
  readonly screen: Screen;
  readonly selection: Selection;
  readonly openScreen: (screen: Screen) => void;
  /** Shows the subject on the workbench. */
  readonly openSubject: OpenSubject;
  /** The subject that was open is there no more. */
  readonly closeSubject: () => void;
  /** Shows again what was open before. */
  readonly goBack: () => void;
  /** Looks for the script on the workbench, for the subject that is open there. */
  readonly openScript: (code: string) => void;
  /** A script that was asked for from elsewhere, until the workbench has taken it. */
  readonly wantedScript: string | null;
  readonly takeWantedScript: () => void;
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
