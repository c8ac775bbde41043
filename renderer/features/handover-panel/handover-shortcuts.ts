import { panelShortcuts } from '../../lib/shortcuts.ts';

export const HANDOVER_SHORTCUTS = panelShortcuts({
  sign: { keys: 'F2', label: 'F2', group: '交接单', effect: '交出，或签收' },
  note: { keys: 'F7', label: 'F7', group: '交接单', effect: '写给下一班的备注' },
  copy: { keys: 'Control+Shift+C', label: 'Ctrl+Shift+C', group: '交接单', effect: '复制成文字，发到群里' },
  print: { keys: 'Control+P', label: 'Ctrl+P', group: '交接单', effect: '打印' },
});
