import { beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import { type CaseId, ShopId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { A_CLOSING } from '../../support/records/a-case.ts';
import { aDutyDesk, CUSTOMER, type DutyDesk, SHOP } from '../../support/records/a-duty-desk.ts';
import { beijing, PLACED_AT_MS } from '../../support/records/an-order.ts';

const OPENING = {
  kind: 'reship',
  title: '补发 T 恤',
  detail: null,
  priority: 'normal',
  channel: '旺旺',
} as const;

let desk: DutyDesk;
let id: CaseId;
let opened: ReturnType<DutyDesk['cases']['open']>;
let subject: SubjectRef;

beforeEach(() => {
  desk = aDutyDesk();
  opened = desk.cases.open({ ...OPENING, links: [CUSTOMER, SHOP], ownerId: desk.agent.id }, desk.actor());
  id = opened.id;
  subject = asSubject('case', id);
  desk.clock.advanceBy(HOUR);
});

const current = () => desk.stores.cases.get(id);
const advance = (request: Parameters<DutyDesk['cases']['advance']>[1]) =>
  desk.cases.advance(id, request, desk.actor());

it('is found by any part of its title', () => {
  expect(desk.stores.cases.find('T 恤', 5)).toEqual([id]);
  expect(desk.stores.cases.find('退款', 5)).toEqual([]);
});

it('counts a step in the working hours that its shop has set', () => {
  desk = aDutyDesk();
  const ask = { kind: 'advance', to: 'ask' } as const;
  const askedOn = (links: readonly SubjectRef[]) => {
    const { id: other } = desk.cases.open(
      {
        kind: 'other',
        title: '少发赠品',
        detail: null,
        priority: 'normal',
        channel: '旺旺',
        links: [...links],
        ownerId: null,
      },
      desk.actor(),
    );
    desk.cases.advance(other, ask, desk.actor());
    return desk.stores.cases.get(other)?.state;
  };
  const night = {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    fromMinute: 20 * 60,
    toMinute: 23 * 60,
    holidays: ['2026-06-10'],
  };
  desk.stores.settings.save('shop-1' as ShopId, 'businessHours', night);
  expect(askedOn([SHOP])).toMatchObject({ nextCheckAtMs: beijing('2026-06-11 22:00') });
  // A customer belongs to no shop.
  expect(askedOn([CUSTOMER])).toMatchObject({ nextCheckAtMs: PLACED_AT_MS + 2 * HOUR });
});

describe('a case', () => {
  it('is opened with a task for its first step, which is its owner’s', () => {
    expect(current()).toMatchObject({ step: 'check', shopId: 'shop-1', links: [CUSTOMER, SHOP] });
    expect(desk.openTasksOf(subject)).toMatchObject([
      { kind: 'case-step', dueAtMs: PLACED_AT_MS + 2 * HOUR, ownerId: desk.agent.id, reason: '补发 · 核对' },
    ]);
  });

  it('waits with a task for the next look, and no other', () => {
    advance({ kind: 'advance', to: 'warehouse' });
    expect(desk.openTasksOf(subject)).toMatchObject([
      { kind: 'case-check', dueAtMs: PLACED_AT_MS + HOUR + DAY, reason: '补发 · 仓库确认，等待仓库' },
    ]);
  });

  it('is looked at again at the new time when it waits on', () => {
    advance({ kind: 'advance', to: 'warehouse' });
    const nextCheckAtMs = desk.clock.now() + 2 * DAY;
    advance({ kind: 'wait', on: 'warehouse', nextCheckAtMs });
    expect(desk.openTasksOf(subject)).toMatchObject([{ kind: 'case-check', dueAtMs: nextCheckAtMs }]);
  });

  it('has no task left once it is closed, and is in no list of live ones', () => {
    advance({ kind: 'advance', to: 'told', outcome: '仓库已发' });
    advance({ kind: 'close', closing: A_CLOSING });
    expect(desk.openTasksOf(subject)).toEqual([]);
    expect(desk.stores.cases.listLive(ShopId.parse(SHOP.id))).toEqual([]);
    expect(desk.stores.cases.stepsOf(id).map(({ event }) => event)).toEqual(['opened', 'advanced', 'closed']);
  });

  it('says why it cannot be closed', () => {
    expect(() => advance({ kind: 'close', closing: A_CLOSING })).toThrow(
      new AppError('conflict', '关闭前须告知客户'),
    );
  });

  it('is as before after each undo, down to its tasks', () => {
    const before = current();
    const tasks = desk.tasksOf(subject);
    for (const act of [
      () => advance({ kind: 'advance', to: 'warehouse' }),
      () => advance({ kind: 'wait', on: 'platform', nextCheckAtMs: desk.clock.now() + HOUR }),
      () => desk.cases.assign(id, null, desk.actor()),
      () => desk.cases.link(id, { subject: SHOP, isAbout: false }, desk.actor()),
    ]) {
      desk.undo(act());
      expect({ ...current(), updatedAtMs: 0 }).toEqual({ ...before, updatedAtMs: 0 });
      expect(desk.openTasksOf(subject)).toHaveLength(1);
      expect(desk.tasksOf(subject)).toEqual(expect.arrayContaining(tasks));
      desk.clock.advanceBy(1);
    }
  });

  it('is reopened by the undo of its closing', () => {
    advance({ kind: 'advance', to: 'told' });
    const closed = advance({ kind: 'close', closing: A_CLOSING });
    desk.undo(closed);
    expect(current()?.state).toEqual({ kind: 'solved' });
    expect(desk.openTasksOf(subject)).toHaveLength(1);
  });

  it('is gone after the undo of its opening', () => {
    desk.undo(opened);
    expect(current()).toBeUndefined();
    expect(desk.tasksOf(subject)).toEqual([]);
    expect(verifyStore(desk.db, desk.clock.now()).problems).toEqual([]);
  });

  it('is not gone while another one is about it', () => {
    const other = desk.cases.open({ ...OPENING, links: [subject], ownerId: null }, desk.actor());
    expect(() => desk.undo(opened)).toThrow('该事务已有关联的事务，不能撤销');
    expect(desk.openTasksOf(subject)).toHaveLength(1);
    desk.undo(other);
    desk.undo(opened);
    expect(verifyStore(desk.db, desk.clock.now()).problems).toEqual([]);
  });

  it('keeps at least one link', () => {
    desk.cases.link(id, { subject: SHOP, isAbout: false }, desk.actor());
    expect(() => desk.cases.link(id, { subject: CUSTOMER, isAbout: false }, desk.actor())).toThrow(AppError);
    expect(desk.stores.cases.listOf(CUSTOMER)).toHaveLength(1);
    expect(desk.stores.cases.listOf(SHOP)).toEqual([]);
  });

  it('reads in a queue as what it is', () => {
    expect(desk.subjects.summarise([subject])(subject)).toMatchObject({
      title: '补发 T 恤',
      detail: '补发 · 核对',
      status: '处理中',
    });
  });
});
