import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';

/** The first version that kept refunds. */
const KEPT_REFUNDS = 9;

describe('A4: refunds that were kept before there was a list of them', () => {
  it('stay as they were, and are told apart by whether they go on', () => {
    const db = openDatabase(':memory:');
    migrate(db, { target: KEPT_REFUNDS });
    db.exec(/* sql */ `
      INSERT INTO shops (id, platform, name, created_at_ms) VALUES ('shop', 'tmall', '甲店', 0);
      INSERT INTO refunds (id, shop_id, refund_no, platform_status, intervention, reason, first_seen_at_ms, decision,
        decided_at_ms, is_live)
      VALUES ('open', 'shop', '1', '买家已经申请退款，等待卖家同意', NULL, '不想要了', 5, 'negotiate', 6, 1),
        ('over', 'shop', '2', '退款成功', NULL, NULL, 5, NULL, NULL, 0),
        ('unread', 'shop', '3', '没人见过', '已介入', NULL, 5, NULL, NULL, 1)`);
    migrate(db);
    const refunds = db.prepare(
      'SELECT id, refund_no, reason, decision, is_live, is_open FROM refunds ORDER BY id',
    );
    expect(refunds.all()).toEqual([
      { id: 'open', refund_no: '1', reason: '不想要了', decision: 'negotiate', is_live: 1, is_open: 1 },
      { id: 'over', refund_no: '2', reason: null, decision: null, is_live: 0, is_open: 0 },
      { id: 'unread', refund_no: '3', reason: null, decision: null, is_live: 1, is_open: 1 },
    ]);
    expect(() => db.exec("UPDATE refunds SET refund_no = NULL WHERE id = 'open'")).not.toThrow();
    expect(verifyStore(db, 0).problems).toEqual([]);
  });
});
