import { panelShortcuts } from '../../lib/shortcuts.ts';

export const CASE_SHORTCUTS = panelShortcuts({
  next: { keys: 'F2', label: 'F2', group: '事务', effect: '下一步' },
  wait: { keys: 'F7', label: 'F7', group: '事务', effect: '改为等待，约定再看的时间' },
  close: { keys: 'F8', label: 'F8', group: '事务', effect: '关闭，或重新打开' },
  edit: { keys: 'F9', label: 'F9', group: '事务', effect: '修改事务内容' },
  memo: { keys: 'Control+M', label: 'Ctrl+M', group: '事务', effect: '写这一步的平台备注' },
  words: { keys: 'Control+Shift+C', label: 'Ctrl+Shift+C', group: '事务', effect: '复制这一步要发的话' },
});
