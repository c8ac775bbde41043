/** Every variable a script may use, written `{名称}`. The example is what the library shows in its preview. */
export const SCRIPT_VARIABLES = {
  客户: { meaning: '客户昵称', example: '山间一壶茶' },
  收货人: { meaning: '收货人姓名', example: '林小满' },
  店铺: { meaning: '店铺名称', example: '示例旗舰店' },
  客服: { meaning: '当前客服的名字', example: '小满' },
  订单号: { meaning: '订单编号', example: '3304370000000000005' },
  金额: { meaning: '应付金额，元', example: '41.00' },
  商品: { meaning: '订单中的商品', example: '示例水杯' },
  数量: { meaning: '商品总件数', example: '1' },
  规格: { meaning: '颜色、尺码等', example: '白色；大号' },
  地址: { meaning: '收货地址', example: '浙江省 杭州市 余杭区 示例路 1 号' },
  下单时间: { meaning: '月日时分', example: '6月10日08:00' },
  剩余时间: { meaning: '距离订单自动关闭', example: '1小时20分钟' },
  关闭时间: { meaning: '订单自动关闭的时间', example: '6月11日08:00' },
  约定时间: { meaning: '客户答应付款的时间', example: '今天20:30' },
  发货期限: { meaning: '最晚发货时间', example: '6月11日22:17' },
  快递公司: { meaning: '物流公司', example: '顺丰速运' },
  快递单号: { meaning: '物流单号', example: 'SF0000000000001' },
  退款单号: { meaning: '退款编号', example: '250000000000000002' },
  退款金额: { meaning: '退款金额，元', example: '39.00' },
  退款原因: { meaning: '客户选择的退款原因', example: '七天无理由退换货' },
  退款截止: { meaning: '平台自动处理退款的时间', example: '6月17日09:00' },
  退货单号: { meaning: '客户寄回的快递单号', example: 'YT0000000000001' },
  退货地址: { meaning: '客户寄回的地址', example: '浙江省 杭州市 余杭区 示例路 2 号' },
  优惠: { meaning: '由客服填写的优惠内容', example: '满99减10' },
  补差金额: { meaning: '由客服填写的差价，元', example: '6.00' },
} as const satisfies Record<string, { readonly meaning: string; readonly example: string }>;

export type ScriptVariable = keyof typeof SCRIPT_VARIABLES;
export type ScriptValues = Readonly<Partial<Record<ScriptVariable, string>>>;
