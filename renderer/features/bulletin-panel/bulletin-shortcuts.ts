import { panelShortcuts } from '../../lib/shortcuts.ts';

export const BULLETIN_SHORTCUTS = panelShortcuts({
  go: { keys: 'F2', label: 'F2', group: '通知', effect: '发布，或记为已读' },
  edit: { keys: 'F7', label: 'F7', group: '通知', effect: '修改已发布的通知' },
  close: { keys: 'F8', label: 'F8', group: '通知', effect: '关闭通知' },
});
