import type { ChaseSettings } from '../../shared/domain/chasing/chase-settings.ts';
import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import { type ImportEffect, todoEffect } from '../../shared/domain/import-effect.ts';
import { type Order, paidOrPayableFen } from '../../shared/domain/orders/order.ts';
import { amountAtRiskFen, closingTimeOf } from '../../shared/domain/orders/order-subject.ts';
import { inPages } from '../../shared/in-pages.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';
import type { SentMessage } from '../store/chasing/sent-chases.ts';
import { creditedChase, isPaid } from './credited-chase.ts';

const PAGE = 500;

type Dependencies = {
  readonly activities: {
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]>;
  };
  readonly chaseSettingsOf: (shopId: ShopId) => ChaseSettings;
  readonly scriptTitleOf: (code: string, shopId: ShopId) => string | undefined;
};

/** An order that was unpaid before the import, as the file shows it; nothing more of it is kept. */
type Shown = {
  readonly result: 'paid' | 'closed' | 'open';
  readonly placedAtMs: EpochMs | null;
  readonly paidAtMs: EpochMs | null;
  readonly amountFen: number;
};

type Sum = { count: number; amountFen: number };

/** Follows the unpaid orders of one import, in its preview and in its commit alike. */
export type PaymentWatch = {
  added(order: Order): void;
  shown(before: Order, after: Order): void;
  /** P10: paid after a chase or unasked, new to chase, still open, lost. */
  effects(nowMs: EpochMs): ImportEffect[];
};

/** P10: says before and after an import what it shows of the orders that were not paid. */
export function createWatchPayments({ activities, chaseSettingsOf, scriptTitleOf }: Dependencies) {
  return (shopId: ShopId): PaymentWatch => {
    const settings = chaseSettingsOf(shopId);
    const added = new Map<OrderId, { readonly amountFen: number; readonly closesAtMs: EpochMs | null }>();
    const shown = new Map<OrderId, Shown>();

    function keepAdded(order: Order): void {
      if (order.status !== 'unpaid') added.delete(order.id);
      else
        added.set(order.id, {
          amountFen: amountAtRiskFen(order),
          closesAtMs: closingTimeOf(order, settings),
        });
    }

    return {
      added: keepAdded,
      shown(before, after) {
        if (added.has(after.id)) keepAdded(after);
        else if (before.status === 'unpaid' || shown.has(after.id)) shown.set(after.id, shownOf(after));
      },
      effects(nowMs) {
        const tally = createTally(nowMs);
        for (const ids of inPages([...shown.keys()], PAGE)) {
          const chases = activities.chasesOf(ids);
          for (const id of ids) {
            const order = shown.get(id);
            if (order) tally.add(order, chases.get(id) ?? [], settings);
          }
        }
        const open = [...added.values()].filter(
          ({ closesAtMs }) => closesAtMs === null || closesAtMs > nowMs,
        );
        return tally.list({
          toChase: open.reduce(plus, { count: 0, amountFen: 0 }),
          titleOf: (code) => scriptTitleOf(code, shopId) ?? code,
        });
      },
    };
  };
}

function shownOf(order: Order): Shown {
  const { placedAtMs, paidAtMs } = order;
  const amountFen = paidOrPayableFen(order) ?? 0;
  const result = isPaid(order) ? 'paid' : order.status === 'closed' ? 'closed' : 'open';
  return { result, placedAtMs, paidAtMs, amountFen };
}

const plus = ({ count, amountFen }: Sum, more: { readonly amountFen: number }): Sum => ({
  count: count + 1,
  amountFen: amountFen + more.amountFen,
});

const nothing = (): Sum => ({ count: 0, amountFen: 0 });

function createTally(nowMs: EpochMs) {
  const sums = {
    recovered: nothing(),
    'paid-unasked': nothing(),
    'closed-chased': nothing(),
    'closed-unasked': nothing(),
    'open-chased': nothing(),
  };
  const days = new Set<string>();
  const paidByScript = new Map<string, number>();

  function keyOf({ result }: Shown, isChased: boolean, credited: SentMessage | undefined) {
    if (result === 'paid') return credited ? 'recovered' : 'paid-unasked';
    if (result === 'closed') return isChased ? 'closed-chased' : 'closed-unasked';
    return isChased ? 'open-chased' : null;
  }

  return {
    add(order: Shown, messages: readonly SentMessage[], settings: ChaseSettings): void {
      const sent = messages.filter(({ atMs }) => atMs <= nowMs);
      const paidAtMs = order.paidAtMs ?? nowMs;
      const credited = creditedChase({ placedAtMs: order.placedAtMs, paidAtMs }, sent, settings);
      const last = sent.at(-1);
      if (last) days.add(beijingDate(last.atMs));
      const key = keyOf(order, last !== undefined, credited);
      if (key === null) return;
      sums[key] = plus(sums[key], order);
      const code = key === 'recovered' ? credited?.scriptCode : undefined;
      if (code) paidByScript.set(code, (paidByScript.get(code) ?? 0) + 1);
    },

    list(of: { readonly toChase: Sum; readonly titleOf: (code: string) => string }): ImportEffect[] {
      const when = whenChased(days, nowMs);
      const [best] = [...paidByScript].toSorted(([, a], [, b]) => b - a);
      const hint = best === undefined ? null : `最好的话术：${of.titleOf(best[0])}（${best[1]} 单）`;
      const effects = [
        { key: 'recovered', label: `${when}催的已付款`, tone: 'won', hint, ...sums.recovered },
        { key: 'paid-unasked', label: '未催自付', tone: 'plain', hint: null, ...sums['paid-unasked'] },
        todoEffect('chase', of.toChase),
        { key: 'open-chased', label: `${when}催的仍未付`, tone: 'plain', hint: null, ...sums['open-chased'] },
        { key: 'closed-chased', label: '催过仍关闭', tone: 'lost', hint: null, ...sums['closed-chased'] },
        { key: 'closed-unasked', label: '未催已关闭', tone: 'lost', hint: null, ...sums['closed-unasked'] },
      ] as const;
      return effects.filter(({ count }) => count > 0);
    },
  };
}

/** The day on which all of them were written to last, where it is one that has a name. */
function whenChased(days: ReadonlySet<string>, nowMs: EpochMs): string {
  const [day] = days;
  if (days.size !== 1) return '之前';
  if (day === beijingDate(nowMs)) return '今天';
  return day === beijingDate(nowMs - DAY) ? '昨天' : '之前';
}
