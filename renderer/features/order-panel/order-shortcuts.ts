import { panelShortcuts } from '../../lib/shortcuts.ts';

export const ORDER_SHORTCUTS = panelShortcuts({
  reason: { keys: 'F2', label: 'F2', group: '订单', effect: '未付原因与约定时间' },
  bargain: { keys: 'Control+B', label: 'Ctrl+B', group: '订单', effect: '客户还价' },
  memo: { keys: 'Control+M', label: 'Ctrl+M', group: '订单', effect: '写平台备注，插旗帜' },
  claimPaid: { keys: 'F7', label: 'F7', group: '订单', effect: '标记已付款' },
  giveUp: { keys: 'F8', label: 'F8', group: '订单', effect: '放弃催付' },
  closeTime: { keys: 'F9', label: 'F9', group: '订单', effect: '修改关闭时间' },
  refund: { keys: 'Control+D', label: 'Ctrl+D', group: '订单', effect: '登记客户要退款' },
  openCase: { keys: 'Control+H', label: 'Ctrl+H', group: '订单', effect: '登记撤单、特殊要求等事务' },
  contact: { keys: 'Control+T', label: 'Ctrl+T', group: '订单', effect: '未发货：登记联系客户的结果' },
  claimShipped: {
    keys: 'Control+Shift+T',
    label: 'Ctrl+Shift+T',
    group: '订单',
    effect: '登记已在平台点发货',
  },
  copyNick: { keys: 'Control+Shift+C', label: 'Ctrl+Shift+C', group: '订单', effect: '复制客户昵称' },
  copyNo: { keys: 'Control+Shift+D', label: 'Ctrl+Shift+D', group: '订单', effect: '复制订单号' },
});
