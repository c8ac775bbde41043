import { type ReactNode, useMemo, useState } from 'react';
import { z } from 'zod';
import { OrderId, type ScriptId, TaskId } from '../../shared/domain/ids.ts';
import {
  type Navigation,
  NavigationContext,
  SCREENS,
  type Screen,
  type Selection,
} from '../lib/navigation.ts';
import { useViewState } from '../lib/view-state.ts';

const View = z.object({
  screen: z.enum(SCREENS),
  selection: z.object({ orderId: OrderId, taskId: TaskId.nullable() }).nullable(),
});
type View = { readonly screen: Screen; readonly selection: Selection | null };

const START: View = { screen: 'workbench', selection: null };

/** Where the agent is; a reload comes back to it. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useViewState<View>('navigation', View, START);
  const [wantedScript, setWantedScript] = useState<string | null>(null);
  const [scriptPageId, setScriptPageId] = useState<ScriptId | null>(null);
  const navigation = useMemo<Navigation>(
    () => ({
      ...view,
      openScreen: (screen) => setView({ ...view, screen }),
      openOrder: (orderId, taskId = null) => setView({ screen: 'workbench', selection: { orderId, taskId } }),
      closeOrder: () => setView({ ...view, selection: null }),
      wantedScript,
      openScript: (code) => {
        setWantedScript(code);
        setView({ ...view, screen: 'workbench' });
      },
      takeWantedScript: () => setWantedScript(null),
      openScriptPage: setScriptPageId,
      closeScriptPage: () => setScriptPageId(null),
      scriptPageId,
    }),
    // `setView` is made anew with every render and does the same each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [view, wantedScript, scriptPageId],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
