import { useEffect, useEffectEvent, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { isComposing } from './keyboard.ts';
import { areSameKeys } from './keys/key-names.ts';
import { changeable, useKeysOf } from './keys/own-keys.ts';
import { SCREENS } from './place/screens.ts';

export type Shortcut = {
  /** As tinykeys reads it. */
  readonly keys: string;
  /** As a button shows it. */
  readonly label: string;
  /** It only moves, so a key that is held down goes on; anything that writes does so once for each press. */
  readonly repeats?: boolean;
  /** Under which heading F1 lists it. */
  readonly group: string;
  readonly effect: string;
  /** Other keys that do the same and are never changed, such as those of the number pad. */
  readonly also?: readonly string[];
  /** Holds while a dialog is open as well: it is about the window, not about what is behind the dialog. */
  readonly holdsInDialogs?: true;
};
type ShortcutList = Readonly<Record<string, Shortcut>>;

// No bare letters and no Alt+letter: input methods and menus own them.

/** On every screen. */
const EVERYWHERE = changeable('everywhere', {
  help: {
    keys: 'F1',
    label: 'F1',
    group: '全局',
    effect: '快捷键一览',
    // A keyboard with a Chinese input method types the wide one.
    also: ['Shift+?', 'Shift+？'],
  },
  find: { keys: 'Control+K', label: 'Ctrl+K', group: '全局', effect: '查找订单、话术、页面' },
  ...SCREENS,
  lock: { keys: 'Control+L', label: 'Ctrl+L', group: '全局', effect: '锁定，换人' },
  today: { keys: 'Control+Shift+H', label: 'Ctrl+Shift+H', group: '全局', effect: '今天要做的' },
  handover: { keys: 'Control+Shift+L', label: 'Ctrl+Shift+L', group: '全局', effect: '写交接单' },
  undo: { keys: 'Control+Z', label: 'Ctrl+Z', group: '全局', effect: '撤销刚才的操作' },
  shop: { keys: 'Control+J', label: 'Ctrl+J', group: '全局', effect: '换店铺，所有页面一起换' },
  notices: { keys: 'Control+Shift+N', label: 'Ctrl+Shift+N', group: '全局', effect: '通知记录' },
  dock: {
    keys: 'Control+Backslash',
    label: 'Ctrl+\\',
    group: '全局',
    effect: '停靠到聊天窗口旁边，或恢复',
    holdsInDialogs: true,
  },
  zoomIn: {
    keys: 'Control+Equal',
    label: 'Ctrl+=',
    group: '全局',
    effect: '放大界面和字号',
    also: ['Control+Shift+Equal', 'Control+NumpadAdd'],
    holdsInDialogs: true,
  },
  zoomOut: {
    keys: 'Control+Minus',
    label: 'Ctrl+-',
    group: '全局',
    effect: '缩小界面和字号',
    also: ['Control+NumpadSubtract'],
    holdsInDialogs: true,
  },
  zoomReset: {
    keys: 'Control+0',
    label: 'Ctrl+0',
    group: '全局',
    effect: '界面恢复 100%',
    also: ['Control+Numpad0'],
    holdsInDialogs: true,
  },
} as const satisfies ShortcutList);

/** On the workbench, whatever is open there. */
const ON_WORKBENCH = changeable('workbench', {
  queue: { keys: 'Control+G', label: 'Ctrl+G', group: '队列', effect: '回到队列' },
  filter: { keys: 'Control+F', label: 'Ctrl+F', group: '队列', effect: '筛选队列' },
  next: { keys: 'Control+ArrowDown', label: 'Ctrl+↓', group: '队列', effect: '下一条', repeats: true },
  previous: { keys: 'Control+ArrowUp', label: 'Ctrl+↑', group: '队列', effect: '上一条', repeats: true },
  takeReports: {
    keys: 'Control+Shift+O',
    label: 'Ctrl+Shift+O',
    group: '队列',
    effect: '导入下载文件夹里的新报表',
  },
  back: { keys: 'Control+BracketLeft', label: 'Ctrl+[', group: '队列', effect: '回到刚才打开的' },
  facts: { keys: 'Control+O', label: 'Ctrl+O', group: '队列', effect: '窄窗口时看订单详情' },
  done: { keys: 'Control+Enter', label: 'Ctrl+Enter', group: '待办', effect: '完成当前待办，转到下一条' },
  snooze: { keys: 'F3', label: 'F3', group: '待办', effect: '延后' },
  handOver: { keys: 'F4', label: 'F4', group: '待办', effect: '转交' },
  skip: { keys: 'Delete', label: 'Delete', group: '待办', effect: '不催，不写原因' },
  note: { keys: 'F6', label: 'F6', group: '待办', effect: '内部备注，只记在本机' },
  makeTask: { keys: 'Control+N', label: 'Ctrl+N', group: '待办', effect: '新建待办' },
  scriptPage: { keys: 'Control+I', label: 'Ctrl+I', group: '话术', effect: '话术的效果、历史和案例' },
  reword: { keys: 'Control+U', label: 'Ctrl+U', group: '话术', effect: '改这条话术的文字' },
  scripts: { keys: 'Control+E', label: 'Ctrl+E', group: '话术', effect: '搜索话术' },
} as const satisfies ShortcutList);

/** In the script library. */
const IN_LIBRARY = changeable('library', {
  newScript: { keys: 'Control+N', label: 'Ctrl+N', group: '话术库', effect: '新建话术，内容取自剪贴板' },
  findScript: { keys: 'Control+E', label: 'Ctrl+E', group: '话术库', effect: '查找话术' },
  pageOfScript: { keys: 'Control+I', label: 'Ctrl+I', group: '话术库', effect: '话术的效果与历史' },
  favourite: { keys: 'Control+D', label: 'Ctrl+D', group: '话术库', effect: '收藏或取消收藏' },
  archive: { keys: 'Delete', label: 'Delete', group: '话术库', effect: '归档话术，删除分组' },
  moveUp: { keys: 'Alt+ArrowUp', label: 'Alt+↑', group: '话术库', effect: '上移话术或分组' },
  moveDown: { keys: 'Alt+ArrowDown', label: 'Alt+↓', group: '话术库', effect: '下移话术或分组' },
  moveIn: { keys: 'Alt+ArrowRight', label: 'Alt+→', group: '话术库', effect: '将分组移入上一个分组' },
  moveOut: { keys: 'Alt+ArrowLeft', label: 'Alt+←', group: '话术库', effect: '将分组移出一层' },
} as const satisfies ShortcutList);

const IN_ORDERS = changeable('orders', {
  findOrder: { keys: 'Control+F', label: 'Ctrl+F', group: '订单列表', effect: '查找订单' },
  contactOrders: { keys: 'F2', label: 'F2', group: '订单列表', effect: '登记联系所选订单客户的结果' },
  claimShipped: { keys: 'F8', label: 'F8', group: '订单列表', effect: '登记所选订单已在平台点发货' },
} as const satisfies ShortcutList);

const IN_REFUNDS = changeable('refunds', {
  findRefund: { keys: 'Control+F', label: 'Ctrl+F', group: '退款列表', effect: '查找退款' },
  answerRefunds: { keys: 'F2', label: 'F2', group: '退款列表', effect: '登记所选退款的处理' },
  handOverRefunds: { keys: 'F4', label: 'F4', group: '退款列表', effect: '转交所选退款' },
} as const satisfies ShortcutList);

const IN_PARCELS = changeable('parcels', {
  findParcel: { keys: 'Control+F', label: 'Ctrl+F', group: '包裹列表', effect: '查包裹' },
  copyForCourier: { keys: 'F2', label: 'F2', group: '包裹列表', effect: '复制所选包裹给快递' },
  registerParcel: { keys: 'F7', label: 'F7', group: '包裹列表', effect: '登记所选包裹的异常' },
} as const satisfies ShortcutList);

const IN_CASES = changeable('cases', {
  findCase: { keys: 'Control+F', label: 'Ctrl+F', group: '事务列表', effect: '查事务' },
} as const satisfies ShortcutList);

const IN_SETTINGS = changeable('settings', {
  findSetting: { keys: 'Control+F', label: 'Ctrl+F', group: '设置', effect: '查找设置' },
} as const satisfies ShortcutList);

/** The shortcuts that hold at the same time: within one of these no key may mean two things. */
export const SCOPES = [
  { ...EVERYWHERE, ...ON_WORKBENCH },
  { ...EVERYWHERE, ...IN_LIBRARY },
  { ...EVERYWHERE, ...IN_ORDERS },
  { ...EVERYWHERE, ...IN_REFUNDS },
  { ...EVERYWHERE, ...IN_PARCELS },
  { ...EVERYWHERE, ...IN_CASES },
  { ...EVERYWHERE, ...IN_SETTINGS },
] as const;

/** Every shortcut that is not a panel's own, once: bound, shown on its button and listed under F1. */
export const SHORTCUTS = {
  ...EVERYWHERE,
  ...ON_WORKBENCH,
  ...IN_LIBRARY,
  ...IN_ORDERS,
  ...IN_REFUNDS,
  ...IN_PARCELS,
  ...IN_CASES,
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

const PANELS: (readonly Shortcut[])[] = [];

/** Every shortcut of the program, those of panels after the others. */
export const allShortcuts = (): readonly Shortcut[] => [
  ...new Set([...SCOPES.flatMap((scope) => Object.values<Shortcut>(scope)), ...PANELS.flat()]),
];

/** The shortcut that the keys belong to already, where the other one holds as well. */
export function takenBy(keys: string, shortcut: Shortcut): Shortcut | undefined {
  const [workbench] = SCOPES;
  const scopes: readonly (readonly Shortcut[])[] = [
    ...SCOPES.map((scope) => Object.values<Shortcut>(scope)),
    ...PANELS.map((panel) => [...Object.values<Shortcut>(workbench), ...panel]),
  ];
  const beside = scopes.filter((scope) => scope.includes(shortcut)).flat();
  return beside.find(
    (other) =>
      other !== shortcut && [other.keys, ...(other.also ?? [])].some((taken) => areSameKeys(taken, keys)),
  );
}

/**
 * The keys of one kind of panel. Only one panel is open, so two kinds may use the same key; a key that holds on the
 * whole workbench does not compile.
 */
export function panelShortcuts<const T extends ShortcutList>(list: T & WithoutTaken<T>): T {
  const [first] = Object.values<Shortcut>(list);
  const ours = changeable<T>(`panel.${first?.group ?? ''}`, list);
  PANELS.push(Object.values<Shortcut>(ours));
  return ours;
}

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

/**
 * A key held down is one wish, not ten. What is left of it goes nowhere else either: the press was taken here, and the
 * button that has the focus by now is another one.
 */
function useOncePerPress({ repeats = false }: Shortcut) {
  const isTaken = useRef(false);
  return (event: KeyboardEvent, run: () => unknown): void => {
    if (event.repeat && !repeats) {
      if (isTaken.current) event.preventDefault();
      return;
    }
    isTaken.current = run() !== false;
    if (isTaken.current) event.preventDefault();
  };
}

/** A sign that goes into the text field which has the focus, or is taken out of it. */
function isTyped({ key, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  const isOfText = (key.length === 1 || key === 'Delete') && !ctrlKey && !altKey;
  return (
    isOfText && target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
  );
}

/** `run` returns `false` to leave the key to the element that has the focus. */
export function useShortcut(shortcut: Shortcut, run: () => unknown, isActive = true): void {
  const keys = useKeysOf(shortcut);
  const once = useOncePerPress(shortcut);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isTyped(event)) return;
    if (isDialogOpen() && !shortcut.holdsInDialogs) return;
    once(event, run);
  });
  useEffect(() => hold(shortcut), [shortcut]);
  useEffect(() => {
    if (!isActive) return undefined;
    const bindings = [keys, ...(shortcut.also ?? [])].map(
      (each) => [each, (event: KeyboardEvent) => onKey(event)] as const,
    );
    return tinykeys(window, Object.fromEntries(bindings));
  }, [shortcut, keys, isActive]);
}

/** Takes the key before the element that would use it: for a state in which it would mean too little there. */
export function useOverridingShortcut(shortcut: Shortcut, run: () => void, isActive: boolean): void {
  const once = useOncePerPress(shortcut);
  const keys = useKeysOf(shortcut);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isDialogOpen()) return;
    event.stopPropagation();
    once(event, run);
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { [keys]: (event) => onKey(event) }, { capture: true });
  }, [keys, isActive]);
}

/** Esc, unless a dialog or a list of choices has taken it. */
export function useEscape(run: () => void, isActive: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isComposing(event) && !event.repeat && !event.defaultPrevented && !isDialogOpen()) run();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    return tinykeys(window, { Escape: (event) => onKey(event) });
  }, [isActive]);
}
