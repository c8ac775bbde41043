import type { WritableDb } from '../../../electron/store/connection.ts';
import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import { TASK_KINDS } from '../../../shared/domain/tasks/task.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { below, createRandom } from '../support/random.ts';
import { BENCH_NOW_MS, SEED } from './invented.ts';

type Fill = { readonly shopId: ShopId; readonly agentId: AgentId; readonly count: number };

/** Those of the product first, so that a filter by kind finds some. */
const KINDS = Array.from({ length: 40 }, (_, index) => TASK_KINDS[index] ?? `kind-of-task-${index}`);
const SUBJECT_KINDS = 10;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Tasks to do of forty kinds over ten kinds of subjects, as a program with a hundred duties has them. Two in five share
 * their matter with another one, one in eight is snoozed and one in ten is no shop's.
 */
export function fillTasks(db: WritableDb, { shopId, agentId, count }: Fill): void {
  const insert = db.prepare(/* sql */ `
    INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, matter, step, occurrence, due_at_ms,
      planned_expiry_at_ms, keeps_end, amount_at_risk_fen, reason, snoozed_until_ms, owner_id, reminder_at_ms,
      updated_at_ms, state, attention_at_ms, expires_at_ms)
    VALUES (@id, @shopId, @kind, @subjectKind, @subjectId, @matter, 'first', '', @dueAtMs, @expiresAtMs, 1, @amountFen,
      '到期前一小时', @snoozedUntilMs, @ownerId, NULL, @dueAtMs, iif(@snoozedUntilMs IS NULL, 'open', 'snoozed'),
      coalesce(@snoozedUntilMs, @dueAtMs), @expiresAtMs)`);
  const random = createRandom(SEED);
  const anId = () => Array.from({ length: 22 }, () => LETTERS[below(random, LETTERS.length)]).join('');
  const matters = Array.from({ length: Math.ceil(count * 0.8) }, anId);
  for (let index = 0; index < count; index += 1) {
    const kind = below(random, KINDS.length);
    const dueAtMs = BENCH_NOW_MS + below(random, 4 * DAY) - 2 * DAY;
    insert.run({
      id: anId(),
      shopId: below(random, 10) === 0 ? null : shopId,
      kind: KINDS[kind],
      subjectKind: `kind-of-subject-${kind % SUBJECT_KINDS}`,
      subjectId: anId(),
      matter: matters[index % matters.length],
      dueAtMs,
      expiresAtMs: below(random, 3) === 0 ? null : dueAtMs + below(random, 2 * DAY),
      amountFen: below(random, 100_000),
      snoozedUntilMs: below(random, 8) === 0 ? dueAtMs + HOUR : null,
      ownerId: below(random, 4) === 0 ? agentId : null,
    });
  }
}
