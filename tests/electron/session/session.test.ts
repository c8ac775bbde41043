import { describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { createSessionHandlers } from '../../../electron/session/session-handlers.ts';
import type { ActivityId, AgentId } from '../../../shared/domain/ids.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

function aTeam() {
  const { db } = createMemoryStore();
  const clock = createFakeClock(Date.parse('2026-06-10T08:00:00+08:00'));
  const core = createCore({ db, clock });
  const { session, stores } = core;

  function existing(id: AgentId): Agent {
    const agent = stores.agents.get(id);
    if (!agent) throw new Error(`No agent has the id ${id}`);
    return agent;
  }

  return {
    db,
    clock,
    session,
    existing,
    restart: () => createCore({ db, clock }).session,
    undo: (activityId: ActivityId | null) => {
      if (activityId === null) throw new Error('Nothing of it can be taken back');
      return core.undoActivity(activityId, session.actor());
    },
    /** Kind and author of what is on record about the agent, oldest first. */
    onRecord: (id: AgentId) =>
      stores.activities
        .listOf({ kind: 'agent', id })
        .toReversed()
        .map(({ kind, agentId }) => [kind, agentId]),
    record: () => JSON.stringify(db.prepare('SELECT * FROM activities').all()),
    pinHash: stores.agents.pinHash,
  };
}

describe('H1: agents share one PC', () => {
  it('lets an agent without a PIN in at once', () => {
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    session.signIn(agent.id, null);
    expect(session.requireAgentId()).toBe(agent.id);
  });

  it('F5: signs nobody in whom the disk has refused to note', () => {
    const { db, session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    db.pragma('query_only = ON');
    expect(() => session.signIn(agent.id, null)).toThrow('readonly');
    expect(session.currentAgentId()).toBeNull();
  });

  it('asks for the PIN and refuses a wrong or missing one', () => {
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    expect(() => session.signIn(agent.id, '1357')).toThrow('PIN 不正确');
    expect(() => session.signIn(agent.id, null)).toThrow('PIN 不正确');
    expect(session.currentAgentId()).toBeNull();
    session.signIn(agent.id, '2468');
    expect(session.currentAgentId()).toBe(agent.id);
  });

  it('makes a guesser wait a minute after five wrong PINs', () => {
    const { session, clock } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    for (let tries = 0; tries < 5; tries++) expect(() => session.signIn(agent.id, '0000')).toThrow('PIN');
    expect(() => session.signIn(agent.id, '2468')).toThrow('1 分钟');
    clock.advanceBy(MINUTE + 1);
    expect(session.signIn(agent.id, '2468').name).toBe('小满');
  });

  it.each([
    ['forward', DAY],
    ['back', -DAY],
  ])('F3: that minute is a minute when the clock is set %s', (_way, byMs) => {
    const { session, clock } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    for (let tries = 0; tries < 5; tries++) expect(() => session.signIn(agent.id, '0000')).toThrow('PIN');
    clock.jumpTo(clock.now() + byMs);
    expect(() => session.signIn(agent.id, '2468')).toThrow('1 分钟');
    clock.advanceBy(MINUTE + 1);
    expect(session.signIn(agent.id, '2468').name).toBe('小满');
  });

  it('refuses to act while nobody is signed in', () => {
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    session.signIn(agent.id, null);
    session.lock();
    expect(() => session.requireAgentId()).toThrow('请先登录');
  });

  it('remembers after a restart who worked last, but signs nobody in', () => {
    const { session, restart } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    session.signIn(agent.id, null);
    const again = restart();
    expect([again.lastAgentId(), again.currentAgentId()]).toEqual([agent.id, null]);
  });

  it('keeps, changes and removes a PIN', () => {
    const { session, existing } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    session.updateAgent({ ...agent, name: '阿满' }, undefined);
    expect(existing(agent.id)).toMatchObject({ name: '阿满', hasPin: true });
    session.updateAgent(agent, '97531');
    expect(session.signIn(agent.id, '97531').id).toBe(agent.id);
    session.updateAgent(agent, null);
    expect(existing(agent.id).hasPin).toBe(false);
  });

  it('has one agent of a name, and never archives the one who is working', () => {
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    expect(() => session.addAgent({ name: '小满', role: 'lead', pin: null })).toThrow('已有名为');
    session.signIn(agent.id, null);
    expect(() => session.updateAgent({ ...agent, isArchived: true }, undefined)).toThrow('当前登录');
    expect(() => session.signIn('nobody' as AgentId, null)).toThrow('不存在');
  });
});

describe('R10: nobody becomes a lead by their own hand', () => {
  function twoSeats() {
    const { session, existing, undo } = aTeam();
    const handlers = createSessionHandlers({
      session,
      changed: () => {},
      now: () => 0,
      roster: { clock: { in() {}, out() {} } },
    });
    const agent = session.addAgent({ name: '小乔', role: 'agent', pin: null });
    const promote = (id: AgentId, role: 'agent' | 'lead') =>
      handlers['agents.update']({ id, name: '改名', role, isArchived: false });
    return { session, handlers, agent, promote, existing, undo };
  }

  it('an agent changes their own name, but no role and nobody else', () => {
    const { session, handlers, agent, promote, existing } = twoSeats();
    const lead = session.addAgent({ name: '亦安', role: 'lead', pin: '2468' });
    session.signIn(agent.id, null);
    promote(agent.id, 'agent');
    expect(existing(agent.id).name).toBe('改名');
    expect(() => promote(agent.id, 'lead')).toThrow('须由主管或经理操作');
    expect(() => promote(lead.id, 'lead')).toThrow('须由主管或经理操作');
    expect(() => handlers['agents.create']({ name: '新人', role: 'manager', pin: null })).toThrow(
      '须由主管或经理操作',
    );
    expect(handlers['agents.create']({ name: '新人', role: 'agent', pin: null }).role).toBe('agent');
  });

  it('a lead may, and anybody where nobody leads yet', () => {
    const { session, handlers, agent, promote, existing } = twoSeats();
    session.signIn(agent.id, null);
    promote(agent.id, 'lead');
    expect(existing(agent.id).role).toBe('lead');
    const other = session.addAgent({ name: '知夏', role: 'agent', pin: null });
    handlers['agents.update']({ ...other, role: 'lead' });
    expect(existing(other.id).role).toBe('lead');
  });

  it('nor by taking back what they once might do', () => {
    const { session, agent, promote, existing, undo } = twoSeats();
    session.signIn(agent.id, null);
    promote(agent.id, 'lead');
    const lead = session.addAgent({ name: '亦安', role: 'lead', pin: null });
    const demoted = session.updateAgent({ ...lead, role: 'agent' }, undefined);
    session.signIn(session.addAgent({ name: '知夏', role: 'lead', pin: null }).id, null);
    session.updateAgent({ ...existing(agent.id), role: 'agent' }, undefined);
    session.signIn(agent.id, null);
    expect(() => undo(demoted.activityId)).toThrow('须由主管或经理操作');
    expect(existing(lead.id).role).toBe('agent');
  });
});

describe('K9: what is done to an agent', () => {
  it('is on record with who did it, and no PIN with it', () => {
    const { session, existing, onRecord, record, pinHash } = aTeam();
    const { id } = session.addAgent({ name: '小满', role: 'lead', pin: '2468' });
    const hashes = [pinHash(id)];
    session.signIn(id, '2468');
    session.updateAgent(existing(id), '97531');
    hashes.push(pinHash(id));
    session.updateAgent({ ...existing(id), name: '阿满' }, null);
    session.updateAgent(existing(id), '8642');
    hashes.push(pinHash(id));
    const other = session.addAgent({ name: '小乔', role: 'agent', pin: null });
    session.updateAgent({ ...other, isArchived: true }, undefined);
    session.updateAgent(other, undefined);
    session.updateAgent(other, null);
    expect(onRecord(id)).toEqual([
      ['agent-added', null],
      ['pin-changed', id],
      ['pin-removed', id],
      ['agent-edited', id],
      ['pin-set', id],
    ]);
    expect(onRecord(other.id)).toEqual([
      ['agent-added', id],
      ['agent-archived', id],
      ['agent-restored', id],
    ]);
    for (const secret of [...hashes, '2468', '97531', '8642']) expect(record()).not.toContain(secret);
  });

  it('is taken back by the one undo: name, role and archive, and no PIN', () => {
    const { session, existing, undo } = aTeam();
    const lead = session.addAgent({ name: '亦安', role: 'lead', pin: null });
    const { id, ...agent } = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    session.signIn(lead.id, null);
    const edited = session.updateAgent({ ...agent, id, name: '阿满', role: 'lead' }, '97531');
    expect(undo(edited.activityId).message).toBe('已撤销：修改客服');
    expect(existing(id)).toMatchObject({ name: '小满', role: 'agent', hasPin: true });
    session.signIn(id, '97531');
    session.signIn(lead.id, null);
    const archived = session.updateAgent({ ...agent, id, isArchived: true }, undefined);
    expect(archived.message).toBe('已停用「小满」');
    undo(archived.activityId);
    expect(existing(id).isArchived).toBe(false);
    expect(session.updateAgent({ ...agent, id }, null)).toEqual({
      activityId: null,
      message: '已保存「小满」',
    });
  });

  it('is not taken back over another name, nor from under whoever works', () => {
    const { session, existing, undo } = aTeam();
    const lead = session.addAgent({ name: '亦安', role: 'lead', pin: null });
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    session.signIn(lead.id, null);
    const renamed = session.updateAgent({ ...agent, name: '阿满' }, undefined);
    session.addAgent({ name: '小满', role: 'agent', pin: null });
    expect(() => undo(renamed.activityId)).toThrow('已有名为「小满」的客服');
    session.updateAgent({ ...existing(agent.id), isArchived: true, role: 'lead' }, undefined);
    const restored = session.updateAgent({ ...existing(agent.id), isArchived: false }, undefined);
    session.signIn(agent.id, null);
    expect(() => undo(restored.activityId)).toThrow('不能停用当前登录的客服');
  });
});
