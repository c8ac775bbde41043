import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ScriptId } from '../../shared/domain/ids.ts';
import { subjectKey } from '../../shared/domain/subjects/subject.ts';
import { type Navigation, NavigationContext, type Selection } from '../lib/place/navigation.ts';
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
  const [scriptPageId, setScriptPageId] = useState<ScriptId | null>(null);
  const trail = useTrail();
  const navigation = useMemo<Navigation>(
    () => ({
      ...place,
      openScreen: (screen) => setPlace({ ...place, screen }),
      openSubject(subject, taskId = null) {
        const selection = { subject, taskId };
        trail.leave(place, selection);
        setPlace({ screen: 'workbench', selection });
      },
      closeSubject: () => setPlace({ ...place, selection: NOTHING_OPEN }),
      goBack() {
        const selection = trail.takeLast();
        if (selection) setPlace({ screen: 'workbench', selection });
      },
      wantedScript,
      openScript: (code) => {
        setWantedScript(code);
        setPlace({ ...place, screen: 'workbench' });
      },
      takeWantedScript: () => setWantedScript(null),
      openScriptPage: setScriptPageId,
      closeScriptPage: () => setScriptPageId(null),
      scriptPageId,
    }),
    // `setPlace` and `trail` are made anew with every render and do the same each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [place, wantedScript, scriptPageId],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
