import { panelShortcuts } from '../../lib/shortcuts.ts';

export const REFUND_SHORTCUTS = panelShortcuts({
  answer: { keys: 'F2', label: 'F2', group: '退款', effect: '处理退款' },
  arrival: { keys: 'F7', label: 'F7', group: '退款', effect: '退货到仓' },
  retention: { keys: 'F8', label: 'F8', group: '退款', effect: '挽留结果' },
});
