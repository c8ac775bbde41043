import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import { type DayAhead, dayAhead } from '../../../shared/domain/tasks/day-ahead.ts';
import {
  type Looking,
  orderOf,
  QUEUE_GROUPS,
  QUEUE_TABS,
  type QueueSort,
  type QueueTab,
  type RankedMatter,
  type RankedTask,
  rankMatter,
} from '../../../shared/domain/tasks/queue-place.ts';
import { TASK_KINDS } from '../../../shared/domain/tasks/task.ts';
import { firstOf } from '../../../shared/first-of.ts';
import {
  type QueueCounts,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
  WHOLE_QUEUE,
} from '../../../shared/ipc/contract/task-contract.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';
import type { WritableDb } from '../connection.ts';
import type { RankedTasks } from './ranked-tasks.ts';
import { type TaskRow, toTask } from './task-row.ts';
import type { TaskSearch } from './task-search.ts';

/** The agent who asks, and when. `null`: nobody has signed in. */
export type QueueAsker = { readonly agentId: AgentId | null; readonly nowMs: EpochMs };

export type QueueQuery = QueueFilter &
  QueueAsker & { readonly sort: QueueSort; readonly offset: number; readonly limit: number };

/** A card of the queue without what its subject says of itself. */
export type QueuedMatter = Omit<QueueRow, 'summary'>;

type CardRow = TaskRow & {
  readonly shop_name: string | null;
  readonly owner_name: string | null;
  readonly giver_name: string | null;
};
type OtherRow = Pick<TaskRow, 'id' | 'matter' | 'kind' | 'step'>;

// Names are joined to the cards of the page only: to skip 10 000 tasks must not cost 10 000 look-ups.
const CARDS_SQL = /* sql */ `
  SELECT t.*, s.name AS shop_name, a.name AS owner_name, g.name AS giver_name FROM json_each(?) AS page
  CROSS JOIN tasks t ON t.rowid = page.value
  LEFT JOIN shops s ON s.id = t.shop_id
  LEFT JOIN agents a ON a.id = t.owner_id
  LEFT JOIN agents g ON g.id = t.given_by_id
  ORDER BY page.key`;

const OTHERS_SQL = /* sql */ `
  SELECT t.id, t.matter, t.kind, t.step FROM json_each(?) AS page
  CROSS JOIN tasks t INDEXED BY tasks_by_matter ON t.matter = page.value AND t.state IN ('open', 'snoozed')
  ORDER BY page.key, t.attention_at_ms`;

type Some = readonly [RankedTask, ...RankedTask[]];
type Fits = (task: RankedTask) => boolean;

/** `null`: every task is asked for. */
function fitsOf({ shopId, owner, kind }: QueueFilter, found: ReadonlySet<number> | null): Fits | null {
  if (shopId === null && owner === null && kind === null && found === null) return null;
  const ownerId = owner === 'unowned' ? null : owner;
  return (task) =>
    (shopId === null || task.shopId === shopId) &&
    (owner === null || task.ownerId === ownerId) &&
    (kind === null || task.kind === kind) &&
    (found === null || found.has(task.rowid));
}

function those(tasks: Some, fits: Fits | null): Some | null {
  if (fits === null) return tasks;
  const [first, ...rest] = tasks.filter(fits);
  return first === undefined ? null : [first, ...rest];
}

export type TaskQueue = ReturnType<typeof createTaskQueue>;

/** The queue as the workbench shows it: one card for each matter, what is lost soonest and dearest first. */
export function createTaskQueue(db: WritableDb, rankedTasks: () => RankedTasks, search: TaskSearch) {
  const selectCards = db.prepare<[string], CardRow>(CARDS_SQL);
  const selectOthers = db.prepare<[string], OtherRow>(OTHERS_SQL);

  const lookingOf = ({ agentId, nowMs }: QueueAsker): Looking => ({
    agentId,
    nowMs,
    endOfDayMs: startOfBeijingDay(nowMs) + DAY,
  });

  /** The tasks that the filter asks for, those of each matter together. */
  function* askedOf(filter: QueueFilter): Generator<Some> {
    const text = filter.text.trim();
    const fits = fitsOf(filter, text === '' ? null : search.find(text));
    for (const tasks of rankedTasks().byMatter.values()) {
      const asked = those(tasks, fits);
      if (asked !== null) yield asked;
    }
  }

  function cardsOf(page: readonly RankedMatter[]): QueuedMatter[] {
    const rows = selectCards.all(JSON.stringify(page.map(({ lead }) => lead.rowid)));
    const matters = JSON.stringify(page.map(({ lead }) => lead.matter));
    const others = Map.groupBy(selectOthers.all(matters), ({ matter }) => matter);
    const placed = new Map(page.map((matter) => [matter.lead.matter, matter]));
    return rows.map((row): QueuedMatter => {
      const { amountFen = 0, group = 'endless', endsAtMs = null } = placed.get(row.matter) ?? {};
      const alsoToDo = (others.get(row.matter) ?? []).filter(({ id }) => id !== row.id);
      return {
        task: toTask(row),
        amountFen,
        alsoToDo: alsoToDo.map(({ id, kind, step }) => ({ id, kind, step })),
        shopName: row.shop_name,
        ownerName: row.owner_name,
        giverName: row.giver_name,
        group,
        endsAtMs,
      };
    });
  }

  return {
    /** Before a search, so that it finds what it looks for at hand. */
    learnWords: search.learnWords,
    /** Every look at the queue starts from these tasks; here they are read before somebody waits for them. */
    readAhead(): void {
      rankedTasks();
    },
    countQueue(filter: QueueFilter, asker: QueueAsker): QueueCounts {
      const looking = lookingOf(asker);
      const ofTabs = byKey(QUEUE_TABS, () => ({ count: 0, amountFen: 0 }));
      const ofKinds = byKey(TASK_KINDS, () => 0);
      for (const tasks of askedOf({ ...filter, kind: null })) {
        const each = byKind(tasks).map((own) => rankMatter(own, looking));
        // As a filter by each kind would show it.
        for (const { tab, lead } of each) if (isIn(filter.bucket, tab)) ofKinds[lead.kind] += 1;
        // A matter has nearly always tasks of one kind, and is ranked already.
        const whole = each.length === 1 ? each : [rankMatter(tasks, looking)];
        const shown = filter.kind === null ? whole : each.filter(({ lead }) => lead.kind === filter.kind);
        for (const { tab, amountFen } of shown) {
          ofTabs[tab].count += 1;
          ofTabs[tab].amountFen += amountFen;
        }
      }
      return { byTab: ofTabs, byKind: ofKinds };
    },
    /** `shopId` of `null`: of all shops. */
    dayAhead(shopId: ShopId | null, asker: QueueAsker): DayAhead {
      return dayAhead(askedOf({ ...WHOLE_QUEUE, shopId }), lookingOf(asker));
    },
    listQueue({ sort, offset, limit, agentId, nowMs, ...filter }: QueueQuery): {
      cards: QueuedMatter[];
      byGroup: QueuePage['byGroup'];
      total: number;
    } {
      const tab: QueueTab | null = filter.bucket === 'all' ? null : filter.bucket;
      const looking = lookingOf({ agentId, nowMs });
      const byGroup = byKey(QUEUE_GROUPS, () => 0);
      const shown: RankedMatter[] = [];
      for (const tasks of askedOf(filter)) {
        const matter = rankMatter(tasks, looking);
        if (!isIn(filter.bucket, matter.tab)) continue;
        shown.push(matter);
        byGroup[matter.group] += 1;
      }
      const page = firstOf(shown, orderOf(tab, sort), offset + limit).slice(offset);
      return { cards: cardsOf(page), byGroup, total: shown.length };
    },
  };
}

const isIn = (bucket: QueueFilter['bucket'], tab: QueueTab): boolean => bucket === 'all' || bucket === tab;

/** The tasks of one matter, those of each kind together. */
function byKind(tasks: Some): Some[] {
  if (tasks.every(({ kind }) => kind === tasks[0].kind)) return [tasks];
  return [...Map.groupBy(tasks, ({ kind }) => kind).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  );
}

function byKey<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  // Every key is there, because the entries are made from the keys.
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}
