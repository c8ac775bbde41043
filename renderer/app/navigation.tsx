import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ScriptId, TaskId } from '../../shared/domain/ids.ts';
import { asSubject, type SubjectRef, subjectKey } from '../../shared/domain/subjects/subject.ts';
import {
  type Navigation,
  NavigationContext,
  type Selection,
  type WantedMemo,
} from '../lib/place/navigation.ts';
import { useViewState } from '../lib/place/view-state.ts';
import { KeptPlace, NOTHING_OPEN, type Place, START } from './kept-place.ts';

const STEPS_KEPT = 50;

/**
 * The subjects that were open before, the latest last. An agent who walks through a list leaves its rows here as well.
 */
function useTrail() {
  const trail = useRef<readonly Selection[]>([]);
  return {
    leave({ selection }: Place, next: Selection): void {
      const { subject } = selection;
      if (!subject || (next.subject && subjectKey(subject) === subjectKey(next.subject))) return;
      trail.current = [...trail.current, selection].slice(-STEPS_KEPT);
    },
    subjects({ selection }: Place): readonly SubjectRef[] {
      const opened = [...trail.current, selection].toReversed().flatMap(({ subject }) => subject ?? []);
      return [
        ...new Map(opened.toReversed().map((subject) => [subjectKey(subject), subject])).values(),
      ].toReversed();
    },
    takeLast(): Selection | undefined {
      const last = trail.current.at(-1);
      trail.current = trail.current.slice(0, -1);
      return last;
    },
  };
}

/** Knows which screen and which subject are open; a reload comes back to them. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useViewState<Place>('navigation', KeptPlace, START);
  const [wantedScript, setWantedScript] = useState<string | null>(null);
  const [wantedMemo, setWantedMemo] = useState<WantedMemo | null>(null);
  const [scriptPageId, setScriptPageId] = useState<ScriptId | null>(null);
  const [dueAsks, setDueAsks] = useState(0);
  const [isTodayOpen, setTodayOpen] = useState(false);
  const trail = useTrail();
  const navigation = useMemo<Navigation>(() => {
    function go(next: Place, memo: WantedMemo | null = null): void {
      setPlace(next);
      setWantedMemo(memo);
      if (next.selection.subject !== null) setTodayOpen(false);
    }
    const select = (subject: SubjectRef, taskId: TaskId | null): Selection => {
      const selection = { subject, taskId };
      trail.leave(place, selection);
      return selection;
    };
    return {
      ...place,
      openScreen(screen) {
        if (screen === 'workbench') setTodayOpen(false);
        go({ ...place, screen });
      },
      openDue() {
        setTodayOpen(false);
        go({ screen: 'workbench', selection: NOTHING_OPEN });
        setDueAsks((asks) => asks + 1);
      },
      openToday() {
        go({ screen: 'workbench', selection: NOTHING_OPEN });
        setTodayOpen(true);
      },
      isTodayOpen,
      dueAsks,
      openSubject: (subject, taskId = null) =>
        go({ screen: 'workbench', selection: select(subject, taskId) }),
      followSubject: (subject, taskId = null) => go({ ...place, selection: select(subject, taskId) }),
      closeSubject: () => go({ ...place, selection: NOTHING_OPEN }),
      goBack() {
        const selection = trail.takeLast();
        if (selection) go({ screen: 'workbench', selection });
      },
      recentSubjects: () => trail.subjects(place),
      wantedScript,
      openScript: (code) => {
        setWantedScript(code);
        setTodayOpen(false);
        setPlace({ ...place, screen: 'workbench' });
      },
      takeWantedScript: () => setWantedScript(null),
      wantedMemo,
      writeMemo: (memo) =>
        go({ screen: 'workbench', selection: select(asSubject('order', memo.orderId), null) }, memo),
      openScriptPage: setScriptPageId,
      closeScriptPage: () => setScriptPageId(null),
      scriptPageId,
    };
    // `setPlace` and `trail` are made anew with every render and do the same each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place, dueAsks, isTodayOpen, wantedScript, wantedMemo, scriptPageId]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
