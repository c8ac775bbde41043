/** Every screen, in the order of the navigation, with the key that opens it. How it looks stands in `app/screen-views.tsx`. */
export const SCREENS = {
  workbench: { keys: 'Control+1', label: 'Ctrl+1', group: '全局', effect: '工作台' },
  orders: { keys: 'Control+2', label: 'Ctrl+2', group: '全局', effect: '订单' },
  refunds: { keys: 'Control+7', label: 'Ctrl+7', group: '全局', effect: '退款' },
  parcels: { keys: 'Control+8', label: 'Ctrl+8', group: '全局', effect: '包裹' },
  cases: { keys: 'Control+9', label: 'Ctrl+9', group: '全局', effect: '事务' },
  imports: { keys: 'Control+3', label: 'Ctrl+3', group: '全局', effect: '导入' },
  library: { keys: 'Control+4', label: 'Ctrl+4', group: '全局', effect: '话术' },
  report: { keys: 'Control+5', label: 'Ctrl+5', group: '全局', effect: '报表' },
  settings: { keys: 'Control+6', label: 'Ctrl+6', group: '全局', effect: '设置' },
} as const;
export type Screen = keyof typeof SCREENS;
// The keys of the list are the names.
export const SCREEN_NAMES = Object.keys(SCREENS) as Screen[];

export const screenLabel = (screen: Screen): string => SCREENS[screen].effect;
