import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRequest } from '../../electron/cases/create-cases.ts';
import { createScheduler } from '../../electron/kernel/tasks/scheduling/scheduler.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import { DAY, MINUTE } from '../../shared/time/durations.ts';
import { createExportFolder } from '../support/export-files.ts';
import { AGENT, ARRIVED_NOW, aToyShop, LATE, NOW, ON_ITS_WAY, type ToyShop } from './a-toy-shop.ts';
import { TOY_ARRIVAL, TOY_ARRIVED } from './domain/toy-parcel.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`);

let toy: ToyShop;
let duties: ToyShop['core']['duties'];

beforeEach(() => {
  toy = aToyShop(folder);
  ({ duties } = toy.core);
});

describe('X4: a claim about a toy', () => {
  const claimOf = () => {
    const { kind, id } = toy.subject;
    return toy.core.stores.claims.listOf(kind, [id]).map((claim) => `${claim.kind} ${claim.state}`);
  };

  beforeEach(() => {
    toy.importRows(ON_ITS_WAY);
    toy.claimArrived();
  });

  it('is proved by the next file that shows it, and opens again when that file is taken back', () => {
    expect(claimOf()).toEqual([`${TOY_ARRIVED} open`]);
    const { id } = toy.importRows(ARRIVED_NOW);
    expect(claimOf()).toEqual([`${TOY_ARRIVED} proved`]);
    toy.core.undoImport(id, AGENT);
    expect(claimOf()).toEqual([`${TOY_ARRIVED} open`]);
    expect(toy.tasksOf()).toEqual(['find-toy look open']);
  });

  it('comes back to the agent who made it when the file shows otherwise', () => {
    const { id } = toy.importRows(ON_ITS_WAY);
    expect(claimOf()).toEqual([`${TOY_ARRIVED} refuted`]);
    expect(toy.openTask('claim-refuted')).toMatchObject({ ownerId: AGENT, reason: '导入未显示：包裹已签收' });
    toy.core.undoImport(id, AGENT);
    expect(claimOf()).toEqual([`${TOY_ARRIVED} open`]);
    expect(toy.tasksOf()).toContain('claim-refuted ask-again cancelled');
  });

  it('is neither proved nor refuted by a file without its column', () => {
    const { 包裹状态: _state, ...withoutState } = ON_ITS_WAY;
    toy.importRows({ ...withoutState, 货值: '90.00' });
    expect(claimOf()).toEqual([`${TOY_ARRIVED} open`]);
  });
});

describe('the end of a toy', () => {
  const SENT = { ...ON_ITS_WAY, 发出时间: '2026-06-12 09:00:00', 最晚签收: '' };
  const BY_FILE = { ...SENT, 最晚签收: '2026-06-16 12:00:00' };
  const end = (about = toy.subject) => toy.openTask('deadline', about);
  const byHand = (atMs: number) =>
    duties.deadlines.set(
      'manual',
      { subject: toy.subject, kind: TOY_ARRIVAL, atMs, reason: null },
      toy.actor(),
    );

  it('follows from the working hours that the shop has set, and follows them', async () => {
    toy.importRows(SENT);
    // Friday and Saturday from nine to six.
    expect(end()).toMatchObject({ expiresAtMs: at('06-13 18:00'), dueAtMs: at('06-13 16:00') });
    toy.core.settings.save(
      {
        scope: toy.shop.id,
        key: 'businessHours',
        values: { weekdays: [1, 2, 3, 4, 5], holidays: ['2026-06-15'] },
      },
      toy.actor(),
    );
    const control = { shouldStop: () => false, onProgress: () => undefined, rest: async () => undefined };
    for (const id of toy.core.refreshShops.marked()) await toy.core.refreshShops.refresh(id, control);
    expect(end()).toMatchObject({ expiresAtMs: at('06-16 18:00') });
  });

  it('is named by the strongest: a file before an agent, an agent before an agreement, that before the settings', () => {
    toy.importRows(SENT);
    const agreed = { subject: toy.subject, kind: TOY_ARRIVAL, atMs: at('06-14 10:00'), reason: null };
    duties.deadlines.set('agreed', agreed, toy.actor());
    expect(end()).toMatchObject({
      expiresAtMs: at('06-14 10:00'),
      reason: '截止时间顺延：原 06-13 18:00 现 06-14 10:00',
    });
    byHand(at('06-15 10:00'));
    expect(end()).toMatchObject({ expiresAtMs: at('06-15 10:00') });
    toy.importRows(BY_FILE);
    expect(end()).toMatchObject({ expiresAtMs: at('06-16 12:00'), dueAtMs: at('06-16 10:00') });
    expect(() => byHand(at('06-20 10:00'))).toThrow(AppError);
  });

  it('is due at once when a file brings it nearer, and comes back with the undo of that file', () => {
    toy.importRows(BY_FILE);
    const { id } = toy.importRows({ ...SENT, 最晚签收: '2026-06-12 10:00:00' });
    expect(end()).toMatchObject({
      dueAtMs: toy.clock.now() - 40 * MINUTE,
      reason: '截止时间提前：原 06-16 12:00 现 06-12 10:00',
    });
    toy.core.undoImport(id, AGENT);
    expect(end()).toMatchObject({ expiresAtMs: at('06-16 12:00'), reason: '最晚签收即将截止' });
  });

  it('goes with the file that has brought it, down to its row', () => {
    const { id } = toy.importRows(BY_FILE);
    toy.core.undoImport(id, AGENT);
    expect(toy.core.stores.deadlines.listOf(toy.subject.kind, [toy.subject.id])).toEqual([]);
  });

  it('is put off for many at once, by one undo for all, until a file names another', () => {
    toy.importRows(BY_FILE, { ...LATE, 发出时间: '2026-06-12 09:00:00', 最晚签收: '' });
    const extend = () =>
      duties.deadlines.extend(
        { subjects: [toy.subject, toy.other], kind: TOY_ARRIVAL, byMs: 2 * DAY, reason: '端午放假' },
        toy.actor(),
      );
    toy.clock.advanceBy(1);
    const extended = extend();
    expect(extended.message).toBe('已顺延 2 项截止时间');
    expect([end(), end(toy.other)]).toMatchObject([
      { expiresAtMs: at('06-18 12:00') },
      { expiresAtMs: at('06-15 18:00') },
    ]);
    toy.undo(extended);
    expect([end(), end(toy.other)]).toMatchObject([
      { expiresAtMs: at('06-16 12:00') },
      { expiresAtMs: at('06-13 18:00') },
    ]);
    extend();
    toy.importRows({ ...BY_FILE, 最晚签收: '2026-06-17 12:00:00' });
    expect(end()).toMatchObject({ expiresAtMs: at('06-17 12:00') });
  });

  it('is no longer warned of once the toy is there', () => {
    toy.importRows(BY_FILE);
    toy.importRows({ ...BY_FILE, 包裹状态: '已签收' });
    expect(toy.core.stores.tasks.listToDo(toy.subject)).toEqual([]);
  });
});

describe('a case about a toy', () => {
  it('waits with a next look in working hours, and is closed when all is there that its kind asks for', () => {
    toy.importRows(ON_ITS_WAY);
    const { id } = toy.openCase();
    const subject = asSubject('case', id);
    const advance = (request: CaseRequest) => duties.cases.advance(id, request, toy.actor());
    // It was asked before the shop opened.
    expect(toy.openTask('case-check', subject)).toMatchObject({ dueAtMs: at('06-12 13:00') });
    const [card] = toy.core.queue.page({ ...ALL, nowMs: NOW, text: '丢件' }).rows;
    expect(card?.summary).toMatchObject({
      title: '丢件查询',
      detail: '玩具丢件 · 等快递查件',
      status: '等待快递',
    });

    const closing = {
      cause: '快递丢失',
      causeNote: null,
      satisfaction: 'not-asked',
      result: '快递赔付',
      costFen: 8800,
    } as const;
    expect(() => advance({ kind: 'close', closing })).toThrow('关闭前须告知客户');
    advance({ kind: 'advance', to: 'told', outcome: '快递确认丢失' });
    expect(() => advance({ kind: 'close', closing })).toThrow('关闭前须附上凭证');
    toy.addEvidence();
    advance({ kind: 'close', closing });
    expect(toy.core.stores.cases.get(id)?.state).toMatchObject({ kind: 'closed', closing });
    expect(toy.core.stores.tasks.listToDo(subject)).toEqual([]);
  });
});

describe('a recurring duty over a shop', () => {
  it('comes once in each turn, and a turn never piles up on another', () => {
    const shop = asSubject('shop', toy.shop.id);
    const scheduler = createScheduler({
      store: toy.core.stores.tasks,
      periods: duties.periods,
      clock: toy.clock,
      remind: () => undefined,
      putRight: () => undefined,
      clockDoubted: () => undefined,
      noticeOthers: () => undefined,
      holdUntil: () => null,
      reportError(error) {
        throw error;
      },
    });
    scheduler.refresh();
    for (const [day, reason] of [
      ['06-11', '清点玩具包裹'],
      ['06-12', '清点玩具包裹，已连续错过 1 次'],
      ['06-13', '清点玩具包裹，已连续错过 2 次'],
    ] as const) {
      const open = toy.core.stores.tasks.listToDo(shop);
      expect(open).toMatchObject([{ kind: 'recurring', occurrence: `2026-${day}`, reason }]);
      toy.clock.advanceBy(DAY);
    }
    toy.core.taskActions.completeTask({ taskId: toy.openTask('recurring', shop).id }, toy.actor());
    toy.clock.advanceBy(DAY);
    expect(toy.openTask('recurring', shop)).toMatchObject({
      occurrence: '2026-06-15',
      reason: '清点玩具包裹',
    });
    scheduler.stop();
  });
});

const ALL = {
  bucket: 'all',
  shopId: null,
  kind: null,
  owner: null,
  sort: 'urgency',
  agentId: null,
  offset: 0,
  limit: 50,
} as const;
