import { dirname } from 'node:path';
import type { Core } from '../../../electron/core.ts';
import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type {
  ActivityId,
  CustomerId,
  ImportRunId,
  OrderId,
  ScriptId,
  TaskId,
} from '../../../shared/domain/ids.ts';
import { UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { FOR_ALL, type ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { below, createRandom, pick, type Random } from '../../bench/support/random.ts';
import { aPng } from '../../support/records/pictures.ts';
import { writeExport } from './export-of.ts';
import { fixRandomness } from './fixed-randomness.ts';
import type { Program } from './open-program.ts';

type Scene = {
  readonly core: Core;
  readonly random: Random;
  readonly actor: Actor;
  readonly shop: Shop;
};

/** One of the ids that the statement lists; it lists them in an order that no process changes. */
function chosen({ core, random }: Scene, sql: string): string {
  const ids = core.db.prepare<[], string>(sql).pluck().all();
  // A shop without the thing gives nothing to do; the act is refused as it would be for an agent.
  if (ids.length === 0) throw new AppError('not-found', 'Nothing to act on');
  return pick(random, ids);
}

// The tables say which brand an id has.
const anOrder = (scene: Scene) => chosen(scene, 'SELECT id FROM orders ORDER BY id') as OrderId;
const anUnpaidOrder = (scene: Scene) =>
  chosen(scene, `SELECT id FROM orders WHERE status = 'unpaid' ORDER BY id`) as OrderId;
const aTask = (scene: Scene) =>
  chosen(scene, `SELECT id FROM tasks WHERE state IN ('open', 'snoozed') ORDER BY id`) as TaskId;
const aRefund = (scene: Scene) => chosen(scene, 'SELECT id FROM refunds ORDER BY id') as RefundId;
const aCustomer = (scene: Scene) => chosen(scene, 'SELECT id FROM customers ORDER BY id') as CustomerId;
const aScript = (scene: Scene) =>
  chosen(scene, 'SELECT id FROM scripts WHERE archived_at_ms IS NULL ORDER BY id') as ScriptId;
const aLateRun = (scene: Scene) =>
  chosen(
    scene,
    'SELECT id FROM import_runs WHERE undone_at_ms IS NULL ORDER BY at_ms DESC LIMIT 3',
  ) as ImportRunId;
const aLateActivity = (scene: Scene) =>
  chosen(scene, 'SELECT id FROM activities ORDER BY at_ms DESC, id DESC LIMIT 5') as ActivityId;

function importFile(scene: Scene, kind: 'orders' | 'refunds', mostRows: number): void {
  const { core, random, actor, shop } = scene;
  const folder = dirname(core.db.name);
  const path = writeExport(folder, { random, nowMs: actor.nowMs, kind, rows: 1 + below(random, mostRows) });
  core.importFile({ path, shop, agentId: actor.agentId, isDryRun: false });
}

function draft(scene: Scene): ScriptDraft {
  const number = below(scene.random, 1000);
  const fit = { stages: [], reasons: [], steps: [], grades: [] };
  return {
    code: `t${number}`,
    title: `话术 ${number}`,
    parts: [`您好，第 ${below(scene.random, 1_000_000)} 次`],
    keywords: '',
    tags: [],
    groupId: null,
    scope: FOR_ALL,
    fit,
  };
}

function saveScript(scene: Scene, isNew: boolean): void {
  const { core, actor } = scene;
  const { service, recordStroke } = core.scripts;
  core.inTransaction(() => {
    const id = aScript(scene);
    const change = isNew
      ? service.create(draft(scene), actor.nowMs)
      : service.edit({ id, draft: draft(scene) }, actor.nowMs);
    recordStroke({ scripts: [change], groups: [] }, actor);
  });
}

const aPicture = ({ random }: Scene) => aPng({ width: 2, height: 2 }, () => below(random, 256));

/** Everything that agents do to a store, each as the program does it for one click. */
const ACTS: readonly ((scene: Scene) => unknown)[] = [
  (scene) => importFile(scene, 'orders', 60),
  (scene) => importFile(scene, 'refunds', 20),
  (scene) => scene.core.undoImport(aLateRun(scene), scene.actor.agentId),
  (scene) => scene.core.addNote({ subject: asSubject('order', anOrder(scene)), text: '已联系' }, scene.actor),
  (scene) =>
    scene.core.taskActions.snoozeTask(
      { taskId: aTask(scene), untilMs: scene.actor.nowMs + (1 + below(scene.random, 40)) * HOUR },
      scene.actor,
    ),
  (scene) => scene.core.taskActions.completeTask({ taskId: aTask(scene) }, scene.actor),
  (scene) =>
    scene.core.taskActions.handOverTasks(
      { taskIds: [aTask(scene), aTask(scene)], toAgentId: scene.actor.agentId },
      scene.actor,
    ),
  (scene) =>
    scene.core.taskActions.createTask(
      {
        subject: asSubject('order', anOrder(scene)),
        kind: 'follow-up',
        text: '问问收到没有',
        dueAtMs: scene.actor.nowMs + HOUR,
        ownerId: null,
      },
      scene.actor,
    ),
  (scene) =>
    scene.core.chasing.agreePayTime(
      { orderId: anUnpaidOrder(scene), untilMs: scene.actor.nowMs + HOUR },
      scene.actor,
    ),
  (scene) =>
    scene.core.chasing.noteReason(
      { orderId: anUnpaidOrder(scene), reason: pick(scene.random, UNPAID_REASONS) },
      scene.actor,
    ),
  (scene) => scene.core.chasing.claimPaid({ orderId: anUnpaidOrder(scene) }, scene.actor),
  (scene) => scene.core.chasing.giveUpChase({ orderId: anUnpaidOrder(scene), reason: 'other' }, scene.actor),
  (scene) =>
    scene.core.noteRefund.answer(
      { refundId: aRefund(scene), decision: pick(scene.random, ['agree', 'negotiate']) },
      scene.actor,
    ),
  (scene) =>
    scene.core.editCustomer(
      {
        id: aCustomer(scene),
        note: `备注 ${below(scene.random, 1000)}`,
        groupOverride: null,
      },
      scene.actor,
    ),
  (scene) => saveScript(scene, true),
  (scene) => saveScript(scene, false),
  (scene) => scene.core.scripts.pictures.add({ name: '图.png', bytes: aPicture(scene) }, scene.actor),
  (scene) =>
    scene.core.duties.addEvidence(
      {
        subject: asSubject('order', anOrder(scene)),
        kind: 'picture',
        text: null,
        source: 'pasted',
        messageRef: null,
        saidAtMs: null,
        saidBy: 'customer',
        file: { name: '截图.png', bytes: aPicture(scene) },
      },
      scene.actor,
    ),
  (scene) =>
    scene.core.settings.save(
      {
        scope: scene.shop.id,
        key: 'refund',
        values: { promiseDays: 1 + below(scene.random, 30) },
      },
      scene.actor,
    ),
  (scene) => scene.core.undoActivity(aLateActivity(scene), scene.actor),
];

export const START_MS = Date.parse('2026-06-10T09:00:00+08:00');
const timeOf = (number: number): number => START_MS + number * 3 * MINUTE;

/**
 * A shop, an agent and the first orders: what a store holds before anything happens to it. After a kill it goes on where
 * it was cut off.
 */
export function setUp({ core }: Program): void {
  if (core.stores.agents.list().length === 0)
    core.session.addAgent({ name: '亦安', role: 'lead', pin: null });
  const shop = core.shops.list().at(0) ?? core.shops.add({ name: '示例旗舰店', platform: 'tmall' });
  const random = createRandom(1);
  for (const kind of ['orders', 'refunds'] as const) {
    const path = writeExport(dirname(core.db.name), { random, nowMs: START_MS, kind, rows: 80 });
    core.importFile({ path, shop, agentId: null, isDryRun: false });
  }
}

/** The act of that number: the same in every process that begins with the same store. Answers whether it was refused. */
export function doAct({ core, clock }: Program, seed: number, number: number): 'done' | 'refused' {
  const nowMs = timeOf(number);
  clock.jumpTo(nowMs);
  fixRandomness(`${seed} ${number}`);
  const random = createRandom(seed * 1_000_003 + number);
  const [shop] = core.shops.list();
  const [agent] = core.stores.agents.list();
  if (!shop || !agent) throw new Error('The store was not set up');
  try {
    pick(random, ACTS)({ core, random, shop, actor: { agentId: agent.id, nowMs } });
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}
