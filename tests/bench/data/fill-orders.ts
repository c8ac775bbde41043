import type { WritableDb } from '../../../electron/store/connection.ts';
import { customerIdOf, newId, orderIdOf, taskIdOf } from '../../../electron/store/identity.ts';
import { toExtraText } from '../../../electron/store/orders/extra-text.ts';
import type { AgentId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { type InventedOrder, inventOrders } from './invented.ts';

type Fill = { readonly shopId: ShopId; readonly agentId: AgentId; readonly count: number };
type Row = { readonly id: OrderId; readonly index: number; readonly order: InventedOrder };

const RUN_ID = 'bench-run';
const EXTRA = toExtraText({
  买家应付邮费: '10.00',
  运送方式: '快递',
  是否手机订单: '手机订单',
  是否代付: '否',
  是否是O2O交易: '否',
});

function prepare(db: WritableDb) {
  return {
    customer: db.prepare(/* sql */ `
      INSERT OR IGNORE INTO customers (id, platform, nick, is_masked, created_at_ms) VALUES (?, 'tmall', ?, 0, ?)`),
    order: db.prepare(/* sql */ `
      INSERT INTO orders (id, shop_id, no, customer_id, status, platform_status, customer_nick, placed_at_ms,
        paid_at_ms, goods_fen, postage_fen, payable_fen, paid_fen, item_title, item_count, item_kinds, receiver_name,
        receiver_mobile, receiver_address, memo, tracking_no, carrier, extra, updated_at_ms)
      VALUES (@id, @shopId, @no, @customerId, @status, '交易成功', @nick, @placedAtMs, @paidAtMs, @goodsFen, 1000,
        @goodsFen + 1000, iif(@paidAtMs IS NULL, 0, @goodsFen + 1000), @itemTitle, @itemCount, @itemCount, '林小满',
        '13900000002', '浙江省 杭州市 余杭区 示例镇示例小区3幢(000000)', NULL, @trackingNo, '申通快递', @extra,
        @placedAtMs)`),
    item: db.prepare(/* sql */ `
      INSERT INTO order_items (order_id, line_no, title, sku, outer_code, quantity, price_fen)
      VALUES (?, ?, ?, ?, ?, 1, ?)`),
    activity: db.prepare(/* sql */ `
      INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, task_id, import_run_id, data)
      VALUES (?, ?, ?, 'order', ?, ?, ?, ?, ?)`),
    task: db.prepare(/* sql */ `
      INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, matter, step, occurrence, done_at_ms, due_at_ms,
        planned_expiry_at_ms, keeps_end, amount_at_risk_fen, reason, advice_kind, reminder_at_ms, updated_at_ms, state, attention_at_ms,
        expires_at_ms)
      VALUES (@id, @shopId, 'chase', 'order', @subjectId, @subjectId, @step, '', @doneAtMs, @dueAtMs, @expiresAtMs, 0,
        @amountFen,
        '下单 15 分钟未付款', 'recommended', NULL, @dueAtMs, iif(@doneAtMs IS NULL, 'open', 'done'), @dueAtMs, @expiresAtMs)`),
  };
}

/** Orders of a year with what a workstation knows of them; one in a hundred has a task to do. */
export function fillOrders(db: WritableDb, { shopId, agentId, count }: Fill): void {
  if (count === 0) return;
  const insert = prepare(db);
  db.prepare(/* sql */ `
    INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new, rows_changed,
      rows_unchanged, rows_rejected, first_order_key, last_order_key)
    VALUES (?, ?, '示例订单.csv', 'x', 'taobao-orders', 0, @count, @count, 0, 0, 0, 1, @count)`).run(
    RUN_ID,
    shopId,
    { count },
  );

  function insertOrder({ id, order }: Row): void {
    const customerId = customerIdOf('tmall', order.nick);
    insert.customer.run(customerId, order.nick, order.placedAtMs);
    insert.order.run({
      id,
      shopId,
      no: order.no,
      customerId,
      status: order.status,
      nick: order.nick,
      placedAtMs: order.placedAtMs,
      paidAtMs: order.paidAtMs,
      goodsFen: order.goodsFen,
      itemTitle: order.items.map(({ title }) => title).join('，'),
      itemCount: order.items.length,
      trackingNo: order.trackingNo,
      extra: EXTRA,
    });
    for (const [line, item] of order.items.entries()) {
      insert.item.run(id, `#${line + 1}`, item.title, item.sku, item.code, order.goodsFen);
    }
  }

  function insertWork({ id, index, order }: Row): void {
    const taskId = taskIdOf({
      kind: 'chase',
      subject: { kind: 'order', id },
      step: order.step,
      occurrence: '',
    });
    const isOpen = order.status === 'unpaid';
    if (!isOpen && index % 5 !== 0) return;
    const dueAtMs = order.placedAtMs + (index % 40) * HOUR;
    insert.task.run({
      id: taskId,
      shopId,
      subjectId: id,
      step: order.step,
      doneAtMs: isOpen ? null : dueAtMs + MINUTE,
      dueAtMs,
      expiresAtMs: dueAtMs + 96 * HOUR,
      amountFen: order.goodsFen,
    });
    if (isOpen) return;
    const chase = JSON.stringify({ step: order.step, scriptCode: 'cf1', amountFen: order.goodsFen });
    insert.activity.run(newId(dueAtMs), dueAtMs + MINUTE, 'chased', id, agentId, taskId, null, chase);
  }

  let index = 0;
  for (const order of inventOrders(count)) {
    const row: Row = { id: orderIdOf(shopId, order.no), index, order };
    insertOrder(row);
    insertWork(row);
    index++;
  }
}
