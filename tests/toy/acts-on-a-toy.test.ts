import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { activityLabel } from '../../shared/domain/activities/activity-kinds.ts';
import type { ImportRunId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { taskStepLabel } from '../../shared/domain/tasks/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { DAY, HOUR } from '../../shared/time/durations.ts';
import { createExportFolder } from '../support/export-files.ts';
import { AGENT, aToyShop, NO, ON_ITS_WAY, PROMISED, type ToyShop } from './a-toy-shop.ts';
import { FIND_TOY, TOY_ARRIVAL } from './domain/toy-parcel.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let toy: ToyShop;
let duties: ToyShop['core']['duties'];

beforeEach(() => {
  toy = aToyShop(folder);
  ({ duties } = toy.core);
});

describe('whatever is done about a toy', () => {
  /** Each as an agent would do it, one after the other. */
  const acts = (): Readonly<Record<string, () => Recorded>> => ({
    claim: toy.claimArrived,
    deadline: () =>
      duties.deadlines.set(
        'manual',
        { subject: toy.subject, kind: TOY_ARRIVAL, atMs: PROMISED + DAY, reason: '快递延误' },
        toy.actor(),
      ),
    contact: () =>
      duties.recordContact(
        {
          subject: toy.subject,
          channel: 'phone',
          result: { kind: 'not-reached', nextTryAtMs: toy.clock.now() + HOUR },
          said: '无人接听',
        },
        toy.actor(),
      ),
    evidence: toy.addEvidence,
    case: toy.openCase,
    note: () => toy.core.addNote({ subject: toy.subject, text: '客户很着急' }, toy.actor()),
    snooze: () =>
      toy.core.taskActions.snoozeTask(
        { taskId: toy.openTask(FIND_TOY).id, untilMs: PROMISED - HOUR / 2, note: '等司机回电' },
        toy.actor(),
      ),
    done: () =>
      toy.core.taskActions.completeTask(
        { taskId: toy.openTask(FIND_TOY).id, note: '已送到驿站' },
        toy.actor(),
      ),
  });

  /** Everything in the store that an agent has decided about it, and what is to do. */
  function state() {
    const { kind, id } = toy.subject;
    const { claims, deadlines, contactAttempts, evidence, cases, tasks } = toy.core.stores;
    const about = [toy.subject, ...cases.listOf(toy.subject).map((one) => asSubject('case', one.id))];
    return {
      row: toy.db.prepare('SELECT * FROM toy_parcels').all(),
      claims: claims.listOf(kind, [id]),
      deadlines: deadlines.listOf(kind, [id]),
      attempts: contactAttempts.listOf(toy.subject),
      evidence: evidence.listOf(toy.subject),
      cases: cases.listOf(toy.subject),
      toDo: about.flatMap((one) => tasks.listToDo(one)).map((task) => ({ ...task, updatedAtMs: 0 })),
    };
  }

  let runId: ImportRunId;
  beforeEach(() => {
    runId = toy.importRows(ON_ITS_WAY).id;
  });

  it.each(['claim', 'deadline', 'contact', 'evidence', 'case', 'note', 'snooze', 'done'])(
    'is taken back by its undo, down to the last row: %s',
    (name) => {
      const before = state();
      toy.clock.advanceBy(1);
      const recorded = acts()[name]?.();
      if (!recorded) throw new Error(`No such act: ${name}`);
      toy.undo(recorded);
      expect(state()).toEqual(before);
    },
  );

  it('keeps the import that it was built on from being taken back', () => {
    toy.claimArrived();
    expect(() => toy.core.undoImport(runId, AGENT)).toThrow(AppError);
  });

  it('stands in its timeline and in the exports in Chinese', () => {
    for (const act of Object.values(acts())) {
      toy.clock.advanceBy(1);
      act();
    }
    toy.importRows(ON_ITS_WAY);
    const timeline = toy.core.stores.activities.timeline(toy.subject, { limit: 50 });
    const words = timeline.flatMap(({ activity: { kind, data } }) => [
      activityLabel(kind),
      ...[data.text, data.outcome, data.reason].filter((text) => text !== undefined),
    ]);
    for (const text of words) expect(text).toMatch(/^[^a-z]*\p{Script=Han}/u);
    expect(words).toEqual(
      expect.arrayContaining([
        '导入',
        '问过快递',
        '修改截止时间',
        '添加凭证',
        '完成待办',
        '已送到驿站',
        '快递延误',
        '电话：未联系上',
      ]),
    );
    const toDo = toy.core.stores.tasks.listToDo(toy.subject);
    expect(toDo.map(({ kind, step }) => taskStepLabel(kind, step)).toSorted()).toEqual(
      ['再次联系', '重新核实', '最晚签收'].toSorted(),
    );
    // One line for each matter, as in the queue.
    const { rows } = toy.core.tables.tasks(toy.shop.id);
    expect([...rows].map(([kind, step]) => `${kind} ${step}`).toSorted()).toEqual(
      ['例行工作 清点玩具包裹', '事务跟进 查看答复', '核实未通过 重新核实'].toSorted(),
    );
  });

  it('leaves the house as a folder of evidence', () => {
    const target = mkdtempSync(join(tmpdir(), 'xiaoer-toy-'));
    try {
      toy.addEvidence();
      const { path } = duties.exportEvidence(target, toy.subject, {
        shouldStop: () => false,
        onProgress: () => undefined,
      });
      expect(path).toBe(join(target, `${NO}_凭证`));
      expect(readFileSync(join(path, '凭证清单.txt'), 'utf8')).toContain('查无此件');
    } finally {
      rmSync(target, { recursive: true });
    }
  });
});
