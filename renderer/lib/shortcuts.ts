import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { isComposing } from './keyboard.ts';
import { SCREENS } from './place/screens.ts';

export type Shortcut = {
  /** As tinykeys reads it. */
  readonly keys: string;
  /** As a button shows it. */
  readonly label: string;
  /** Under which heading F1 lists it. */
  readonly group: string;
  readonly effect: string;
};
type ShortcutList = Readonly<Record<string, Shortcut>>;

// No bare letters and no Alt+letter: input methods and menus own them.

/** On every screen. */
const EVERYWHERE = {
  help: { keys: 'F1', label: 'F1', group: '全局', effect: '快捷键一览' },
  find: { keys: 'Control+K', label: 'Ctrl+K', group: '全局', effect: '查找订单、话术、页面' },
  ...SCREENS,
  lock: { keys: 'Control+L', label: 'Ctrl+L', group: '全局', effect: '锁定，换人' },
  undo: { keys: 'Control+Z', label: 'Ctrl+Z', group: '全局', effect: '撤销刚才的操作' },
} as const satisfies ShortcutList;

/** On the workbench, whatever is open there. */
const ON_WORKBENCH = {
  queue: { keys: 'Control+G', label: 'Ctrl+G', group: '队列', effect: '回到队列' },
  filter: { keys: 'Control+F', label: 'Ctrl+F', group: '队列', effect: '筛选队列' },
  next: { keys: 'Control+ArrowDown', label: 'Ctrl+↓', group: '队列', effect: '下一条' },
  previous: { keys: 'Control+ArrowUp', label: 'Ctrl+↑', group: '队列', effect: '上一条' },
  back: { keys: 'Control+BracketLeft', label: 'Ctrl+[', group: '队列', effect: '回到刚才打开的' },
  done: { keys: 'Control+Enter', label: 'Ctrl+Enter', group: '待办', effect: '完成当前待办，转到下一条' },
  snooze: { keys: 'F3', label: 'F3', group: '待办', effect: '延后' },
  handOver: { keys: 'F4', label: 'F4', group: '待办', effect: '转交' },
  note: { keys: 'F6', label: 'F6', group: '待办', effect: '备注' },
  makeTask: { keys: 'Control+N', label: 'Ctrl+N', group: '待办', effect: '新建待办' },
  scriptPage: { keys: 'Control+I', label: 'Ctrl+I', group: '话术', effect: '话术的效果、历史和案例' },
  scripts: { keys: 'Control+E', label: 'Ctrl+E', group: '话术', effect: '搜索话术' },
} as const satisfies ShortcutList;

/** In the script library. */
const IN_LIBRARY = {
  findScript: { keys: 'Control+E', label: 'Ctrl+E', group: '话术库', effect: '查找话术' },
  pageOfScript: { keys: 'Control+I', label: 'Ctrl+I', group: '话术库', effect: '话术的效果与历史' },
  favourite: { keys: 'Control+D', label: 'Ctrl+D', group: '话术库', effect: '收藏或取消收藏' },
  archive: { keys: 'Delete', label: 'Delete', group: '话术库', effect: '归档话术，删除分组' },
  moveUp: { keys: 'Alt+ArrowUp', label: 'Alt+↑', group: '话术库', effect: '上移话术或分组' },
  moveDown: { keys: 'Alt+ArrowDown', label: 'Alt+↓', group: '话术库', effect: '下移话术或分组' },
  moveIn: { keys: 'Alt+ArrowRight', label: 'Alt+→', group: '话术库', effect: '将分组移入上一个分组' },
  moveOut: { keys: 'Alt+ArrowLeft', label: 'Alt+←', group: '话术库', effect: '将分组移出一层' },
} as const satisfies ShortcutList;

const IN_ORDERS = {
  findOrder: { keys: 'Control+F', label: 'Ctrl+F', group: '订单列表', effect: '查找订单' },
} as const satisfies ShortcutList;

const IN_REFUNDS = {
  findRefund: { keys: 'Control+F', label: 'Ctrl+F', group: '退款列表', effect: '查找退款' },
  answerRefunds: { keys: 'F2', label: 'F2', group: '退款列表', effect: '登记所选退款的处理' },
  handOverRefunds: { keys: 'F4', label: 'F4', group: '退款列表', effect: '转交所选退款' },
} as const satisfies ShortcutList;

const IN_SETTINGS = {
  findSetting: { keys: 'Control+F', label: 'Ctrl+F', group: '设置', effect: '查找设置' },
} as const satisfies ShortcutList;

/** The shortcuts that hold at the same time: within one of these no key may mean two things. */
export const SCOPES = [
  { ...EVERYWHERE, ...ON_WORKBENCH },
  { ...EVERYWHERE, ...IN_LIBRARY },
  { ...EVERYWHERE, ...IN_ORDERS },
  { ...EVERYWHERE, ...IN_REFUNDS },
  { ...EVERYWHERE, ...IN_SETTINGS },
] as const;

/** Every shortcut that is not a panel's own, once: bound, shown on its button and listed under F1. */
export const SHORTCUTS = {
  ...EVERYWHERE,
  ...ON_WORKBENCH,
  ...IN_LIBRARY,
  ...IN_ORDERS,
  ...IN_REFUNDS,
  ...IN_SETTINGS,
} as const;

type KeysOf<T extends ShortcutList> = T[keyof T]['keys'];
type TakenKeys = KeysOf<(typeof SCOPES)[0]>;
/** Puts the message about a taken key where the compiler shows it. */
type WithoutTaken<T extends ShortcutList> = {
  readonly [N in keyof T]: T[N]['keys'] extends TakenKeys
    ? { readonly keys: `${T[N]['keys']} is taken on the workbench` }
    : Shortcut;
};

/**
 * The keys of one kind of panel. Only one panel is open, so two kinds may use the same key; a key that holds on the
 * whole workbench does not compile.
 */
export const panelShortcuts = <const T extends ShortcutList>(list: T & WithoutTaken<T>): T => list;

/** Those that are bound at the moment, and by how many components. */
const held = new Map<Shortcut, number>();

function hold(shortcut: Shortcut): () => void {
  held.set(shortcut, (held.get(shortcut) ?? 0) + 1);
  return () => {
    const left = (held.get(shortcut) ?? 1) - 1;
    if (left > 0) held.set(shortcut, left);
    else held.delete(shortcut);
  };
}

/** The keys of what is on the screen now, for F1, also where their action is not possible at the moment. */
export const heldShortcuts = (): readonly Shortcut[] => [...held.keys()];

/** A dialog keeps the keys of the screen behind it to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** `run` returns `false` to leave the key to the element that has the focus. */
export function useShortcut(shortcut: Shortcut, run: () => unknown, isActive = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isDialogOpen()) return;
    if (run() !== false) event.preventDefault();
  });
  useEffect(() => hold(shortcut), [shortcut]);
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { [shortcut.keys]: (event) => onKey(event) });
  }, [shortcut, isActive]);
}

/** Takes the key before the element that would use it: for a state in which it would mean too little there. */
export function useOverridingShortcut(shortcut: Shortcut, run: () => void, isActive: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isDialogOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { [shortcut.keys]: (event) => onKey(event) }, { capture: true });
  }, [shortcut, isActive]);
}

/** Esc, unless a dialog or a list of choices has taken it. */
export function useEscape(run: () => void, isActive: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isComposing(event) && !event.defaultPrevented && !isDialogOpen()) run();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { Escape: (event) => onKey(event) });
  }, [isActive]);
}
