import { createContext, use } from 'react';
import type { OrderId, ScriptId, TaskId } from '../../shared/domain/ids.ts';

export const SCREENS = ['workbench', 'orders', 'imports', 'library', 'report', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

export const SCREEN_LABELS = {
  workbench: '工作台',
  orders: '订单',
  imports: '导入',
  library: '话术',
  report: '报表',
  settings: '设置',
} as const satisfies Record<Screen, string>;

/** What the workbench shows: an order, and the task by which the agent came to it. */
export type Selection = { readonly orderId: OrderId; readonly taskId: TaskId | null };

export type Navigation = {
  readonly screen: Screen;
  readonly selection: Selection | null;
  readonly openScreen: (screen: Screen) => void;
  /** Shows the order on the workbench. */
  readonly openOrder: (orderId: OrderId, taskId?: TaskId | null) => void;
  /** The order that was open is there no more. */
  readonly closeOrder: () => void;
  /** Looks for the script on the workbench, for the order that is open there. */
  readonly openScript: (code: string) => void;
  /** A script that was asked for from elsewhere, until the workbench has taken it. */
  readonly wantedScript: string | null;
  readonly takeWantedScript: () => void;
  /** What is known of one script, over whatever screen is open. */
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
