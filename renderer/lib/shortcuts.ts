import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { isComposing } from './keyboard.ts';

type Shortcut = {
  readonly keys: string;
  readonly label: string;
  readonly group: '全局' | '队列' | '订单' | '话术';
  readonly effect: string;
};

/** Every shortcut, once: bound, shown on its button and listed under F1. No bare letters and no Alt+letter: input methods and menus own them. */
export const SHORTCUTS = {
  help: { keys: 'F1', label: 'F1', group: '全局', effect: '快捷键一览' },
  find: { keys: 'Control+K', label: 'Ctrl+K', group: '全局', effect: '查找订单、话术、页面' },
  workbench: { keys: 'Control+1', label: 'Ctrl+1', group: '全局', effect: '工作台' },
  orders: { keys: 'Control+2', label: 'Ctrl+2', group: '全局', effect: '订单' },
  imports: { keys: 'Control+3', label: 'Ctrl+3', group: '全局', effect: '导入' },
  library: { keys: 'Control+4', label: 'Ctrl+4', group: '全局', effect: '话术' },
  report: { keys: 'Control+5', label: 'Ctrl+5', group: '全局', effect: '报表' },
  settings: { keys: 'Control+6', label: 'Ctrl+6', group: '全局', effect: '设置' },
  lock: { keys: 'Control+L', label: 'Ctrl+L', group: '全局', effect: '锁定，换人' },
  undo: { keys: 'Control+Z', label: 'Ctrl+Z', group: '全局', effect: '撤销刚才的操作' },
  queue: { keys: 'Control+G', label: 'Ctrl+G', group: '队列', effect: '回到队列' },
  filter: { keys: 'Control+F', label: 'Ctrl+F', group: '队列', effect: '筛选队列' },
  next: { keys: 'Control+ArrowDown', label: 'Ctrl+↓', group: '队列', effect: '下一条' },
  previous: { keys: 'Control+ArrowUp', label: 'Ctrl+↑', group: '队列', effect: '上一条' },
  done: { keys: 'Control+Enter', label: 'Ctrl+Enter', group: '订单', effect: '完成当前待办，转到下一条' },
  reason: { keys: 'F2', label: 'F2', group: '订单', effect: '未付原因与约定时间' },
  bargain: { keys: 'Control+B', label: 'Ctrl+B', group: '订单', effect: '客户还价' },
  snooze: { keys: 'F3', label: 'F3', group: '订单', effect: '延后' },
  handOver: { keys: 'F4', label: 'F4', group: '订单', effect: '转交' },
  note: { keys: 'F6', label: 'F6', group: '订单', effect: '备注' },
  claimPaid: { keys: 'F7', label: 'F7', group: '订单', effect: '标记已付款' },
  giveUp: { keys: 'F8', label: 'F8', group: '订单', effect: '放弃催付' },
  closeTime: { keys: 'F9', label: 'F9', group: '订单', effect: '修改关闭时间' },
  copyNick: { keys: 'Control+Shift+C', label: 'Ctrl+Shift+C', group: '订单', effect: '复制客户昵称' },
  scriptPage: { keys: 'Control+I', label: 'Ctrl+I', group: '话术', effect: '话术的效果、历史和案例' },
  scripts: { keys: 'Control+E', label: 'Ctrl+E', group: '话术', effect: '搜索话术' },
  favourite: { keys: 'Control+D', label: 'Ctrl+D', group: '话术', effect: '收藏或取消收藏' },
  archive: { keys: 'Delete', label: 'Delete', group: '话术', effect: '归档话术，删除分组' },
  moveUp: { keys: 'Alt+ArrowUp', label: 'Alt+↑', group: '话术', effect: '上移话术或分组' },
  moveDown: { keys: 'Alt+ArrowDown', label: 'Alt+↓', group: '话术', effect: '下移话术或分组' },
  moveIn: { keys: 'Alt+ArrowRight', label: 'Alt+→', group: '话术', effect: '将分组移入上一个分组' },
  moveOut: { keys: 'Alt+ArrowLeft', label: 'Alt+←', group: '话术', effect: '将分组移出一层' },
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof SHORTCUTS;

/** A dialog keeps the keys of the screen behind it to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** `run` returns `false` to leave the key to whoever has the focus. */
export function useShortcut(name: ShortcutName, run: () => unknown, isActive = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isDialogOpen()) return;
    if (run() !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { [SHORTCUTS[name].keys]: (event) => onKey(event) });
  }, [name, isActive]);
}

/** Takes the key before whoever has it otherwise: for a state in which it would mean too little there. */
export function useOverridingShortcut(name: ShortcutName, run: () => void, isActive: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isDialogOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { [SHORTCUTS[name].keys]: (event) => onKey(event) }, { capture: true });
  }, [name, isActive]);
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
