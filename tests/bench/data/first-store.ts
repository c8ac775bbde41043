import { openDatabase, type WritableDb } from '../../../electron/store/connection.ts';
import { toUuid } from '../../../electron/store/id-text.ts';
import { customerIdOf, newId, orderIdOf, taskIdOf } from '../../../electron/store/identity.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { writeFirstStore } from '../../support/first-store.ts';
import { inventOrders } from './invented.ts';
import { keptStore } from './make-store.ts';

const ORDERS_PER_RUN = 10_000;
const EXTRA = JSON.stringify({
  买家应付邮费: '10.00',
  运送方式: '快递',
  是否手机订单: '手机订单',
  是否代付: '否',
});

/** The statements of version 1, in whose words the rows are. */
function prepare(db: WritableDb) {
  return {
    run: db.prepare(/* sql */ `
      INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new, rows_changed,
        rows_unchanged, rows_rejected)
      VALUES (?, ?, '示例订单.csv', 'x', 'taobao-orders', ?, @rows, @rows, 0, 0, 0)`),
    customer: db.prepare(/* sql */ `
      INSERT OR IGNORE INTO customers (id, platform, nick, is_masked, created_at_ms) VALUES (?, 'taobao', ?, 0, ?)`),
    order: db.prepare(/* sql */ `
      INSERT INTO orders (id, shop_id, no, customer_id, status, platform_status, customer_nick, placed_at_ms,
        paid_at_ms, goods_fen, postage_fen, payable_fen, paid_fen, item_title, item_count, item_kinds, receiver_name,
        receiver_mobile, receiver_address, tracking_no, carrier, extra, updated_at_ms)
      VALUES (@id, @shopId, @no, @customerId, @status, '交易成功', @nick, @placedAtMs, @paidAtMs, @goodsFen, 1000,
        @goodsFen + 1000, iif(@paidAtMs IS NULL, 0, @goodsFen + 1000), @itemTitle, @itemCount, @itemCount, '林小满',
        '13900000002', '浙江省 杭州市 余杭区 示例镇示例小区3幢', @trackingNo, '申通快递', @extra, @placedAtMs)`),
    item: db.prepare(/* sql */ `
      INSERT INTO order_items (order_id, line_no, title, sku, outer_code, quantity, price_fen)
      VALUES (?, ?, ?, ?, ?, 1, ?)`),
    activity: db.prepare(/* sql */ `
      INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, task_id, import_run_id, data)
      VALUES (?, ?, ?, 'order', ?, ?, ?, ?)`),
    task: db.prepare(/* sql */ `
      INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, step, state, due_at_ms, expires_at_ms,
        amount_at_risk_fen, reason, updated_at_ms)
      VALUES (@id, @shopId, 'chase', 'order', @orderId, 'first', @state, @dueAtMs, @dueAtMs + 86400000, @amountFen,
        '下单 15 分钟未付款', @dueAtMs)`),
  };
}

function fillFirst(db: WritableDb, count: number): void {
  const insert = prepare(db);
  const shopId = db.prepare<[], ShopId>('SELECT id FROM shops').pluck().get() ?? ('' as ShopId);
  let index = 0;
  let runId = '';
  for (const order of inventOrders(count)) {
    const { placedAtMs, paidAtMs, goodsFen, items, nick } = order;
    if (index % ORDERS_PER_RUN === 0) {
      runId = toUuid(newId(placedAtMs));
      insert.run.run(runId, shopId, placedAtMs, { rows: Math.min(ORDERS_PER_RUN, count - index) });
    }
    const ref = orderIdOf(shopId, order.no);
    const [id, customerId] = [toUuid(ref), toUuid(customerIdOf('taobao', nick))];
    insert.customer.run(customerId, nick, placedAtMs);
    insert.order.run({
      id,
      shopId,
      no: order.no,
      customerId,
      status: order.status,
      nick,
      placedAtMs,
      paidAtMs,
      goodsFen,
      itemTitle: items.map(({ title }) => title).join('，'),
      itemCount: items.length,
      trackingNo: order.trackingNo,
      extra: EXTRA,
    });
    for (const [line, item] of items.entries()) {
      insert.item.run(id, `#${line + 1}`, item.title, item.sku, item.code, goodsFen);
    }
    insert.activity.run(toUuid(newId(placedAtMs)), placedAtMs, 'order-imported', id, null, runId, '{}');
    index++;
    const isOpen = order.status === 'unpaid';
    if (!isOpen && index % 5 !== 0) continue;
    const subject = { kind: 'order', id: ref } as const;
    const taskId = toUuid(taskIdOf({ kind: 'chase', subject, step: 'first', occurrence: '' }));
    const dueAtMs = placedAtMs + HOUR;
    const state = isOpen ? 'open' : 'done';
    insert.task.run({ id: taskId, shopId, orderId: id, state, dueAtMs, amountFen: goodsFen });
    if (isOpen) continue;
    const changes = { [`task/${taskId}/state`]: ['open', 'done'] };
    const data = JSON.stringify({ step: 'first', scriptCode: 'cf1', changes });
    insert.activity.run(toUuid(newId(dueAtMs)), dueAtMs + MINUTE, 'chased', id, taskId, null, data);
  }
}

/** The path of a store as the build of version 1 would have left it after so many orders. */
export function firstStoreWith(orders: number): string {
  return keptStore(`first-${orders}`, (path) => {
    writeFirstStore(path);
    const db = openDatabase(path);
    // A store that is not finished is thrown away, so nothing here needs to survive a crash.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('foreign_keys = OFF');
    db.pragma('cache_size = -1000000');
    db.transaction(() => fillFirst(db, orders))();
    db.pragma('journal_mode = WAL');
    db.close();
  });
}
