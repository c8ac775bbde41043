import { createCore } from '../../electron/core.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { createExportFolder } from '../support/export-files.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../support/memory-store.ts';
import { aQueueQuery } from '../support/records/a-task.ts';
import { createClaimArrived } from './domain/claim-arrived.ts';
import { TOY, TOY_LOST } from './domain/toy-parcel.ts';

export const NO = 'TP0001';
export const OTHER_NO = 'TP0002';
export const AGENT = 'agent-1' as AgentId;
/** A Friday. */
export const NOW = Date.parse('2026-06-12T08:00:00+08:00');
export const PROMISED = Date.parse('2026-06-12T12:00:00+08:00');

export const ON_ITS_WAY = {
  包裹编号: NO,
  包裹状态: '运输中',
  承诺送达: '2026-06-12 12:00:00',
  货值: '88.00',
};
export const LATE = { ...ON_ITS_WAY, 包裹编号: OTHER_NO, 承诺送达: '2026-06-12 18:00:00', 货值: '12.00' };
export const ARRIVED_NOW = { ...ON_ITS_WAY, 包裹状态: '已签收' };

type Row = Readonly<Record<string, string>>;

/** A core whose lists hold a toy, and which knows it from nowhere else. */
export function aToyShop(folder: ReturnType<typeof createExportFolder>) {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT });
  const clock = createFakeClock(NOW);
  const core = createCore({ db, clock });
  core.session.signIn(AGENT, null);
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const subject = asSubject(TOY, `${shop.id}/${NO}`);
  const other = asSubject(TOY, `${shop.id}/${OTHER_NO}`);
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });

  const claimArrived = createClaimArrived(core);

  function fileOf(...rows: readonly Row[]): string {
    const columns = Object.keys(rows[0] ?? {});
    return folder.writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
  }

  return {
    db,
    core,
    clock,
    shop,
    subject,
    other,
    actor,
    fileOf,
    /** The cards of the queue that are about toys. */
    cards: (overrides: Partial<ReturnType<typeof aQueueQuery>> = {}) =>
      core.queue
        .page({ ...aQueueQuery(clock.now()), bucket: 'all', ...overrides })
        .rows.filter(({ task }) => task.subject.kind === TOY),
    /** The next file comes a while after whatever was said before. */
    importRows(...rows: readonly Row[]) {
      clock.advanceBy(20 * MINUTE);
      const outcome = core.importFile({ path: fileOf(...rows), shop, agentId: AGENT, isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
      return outcome.run;
    },
    /** The agent writes down what the courier says. */
    claimArrived: () => claimArrived(subject.id, actor()),
    openCase: () =>
      core.duties.cases.open(
        {
          kind: TOY_LOST,
          title: '丢件查询',
          detail: null,
          priority: 'normal',
          channel: '快递',
          links: [subject],
          ownerId: AGENT,
        },
        actor(),
      ),
    addEvidence: () =>
      core.duties.addEvidence(
        {
          subject,
          kind: 'tracking',
          text: '查无此件',
          source: 'pasted',
          messageRef: null,
          saidAtMs: null,
          saidBy: 'courier',
          file: null,
        },
        actor(),
      ),
    undo: ({ activityId }: Pick<Recorded, 'activityId'>) => core.undoActivity(activityId, actor()),
    /** `'find-toy look open'`, of whatever the subject has. */
    tasksOf: (about = subject) =>
      core.stores.tasks
        .listForSubject(about)
        .toSorted((a, b) => a.dueAtMs - b.dueAtMs)
        .map(({ kind, step, state }) => `${kind} ${step} ${state}`),
    openTask(kind: string, about = subject) {
      const task = core.stores.tasks.listToDo(about).find((one) => one.kind === kind);
      if (!task) throw new Error(`No task ${kind} is open`);
      return task;
    },
  };
}

export type ToyShop = ReturnType<typeof aToyShop>;
