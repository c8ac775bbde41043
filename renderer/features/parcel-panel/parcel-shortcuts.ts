import { panelShortcuts } from '../../lib/shortcuts.ts';

export const PARCEL_SHORTCUTS = panelShortcuts({
  told: { keys: 'F2', label: 'F2', group: '包裹', effect: '已告知客户，约定再告知的时间' },
  asked: { keys: 'F7', label: 'F7', group: '包裹', effect: '联系快递' },
  state: { keys: 'F8', label: 'F8', group: '包裹', effect: '客户称未收到，或已解决' },
});
