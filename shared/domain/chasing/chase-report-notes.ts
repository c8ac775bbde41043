/** P10: explains the figures of the chase report, in the words that stand beside them. */
export const CHASE_REPORT_NOTES = {
  base: '催付过的订单：所选日期内发送过催付的订单，同一订单只计一次；已撤销的催付不计',
  recovered: '催付后付款的订单：催付后付款、由导入确认的订单，记给付款前最后一次催付；该次催付须在所选日期内',
  rate: '催付成功率 = 催付后付款的订单 ÷ 催付过的订单',
  amount: '催回金额：催付后付款订单的实付金额（导出中没有时取应付金额）',
  groups:
    '分组：订单计入其每次催付所在的组，成功与金额只计入得到归因的那次催付，各组催付订单数之和可大于合计',
  sent: '已记录的催付计为发送；只复制了催付话术而未记录结果的，也计为发送',
} as const;
