import { describe, expect, it } from 'vitest';
import { createSession } from '../../../electron/session/session.ts';
import { createSessionHandlers } from '../../../electron/session/session-handlers.ts';
import { newId } from '../../../electron/store/identity.ts';
import { createAgentStore } from '../../../electron/store/team/agent-store.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

function aTeam() {
  const { db, inTransaction } = createMemoryStore();
  const clock = createFakeClock(Date.parse('2026-06-10T08:00:00+08:00'));
  const start = () =>
    createSession({
      agents: createAgentStore(db),
      settings: createSettingsStore(db),
      clock,
      newId,
      inTransaction,
    });
  return { clock, session: start(), restart: start };
}

describe('H1: agents share one PC', () => {
  it('lets an agent without a PIN in at once', () => {
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
    session.signIn(agent.id, null);
    expect(session.requireAgentId()).toBe(agent.id);
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
    const { session } = aTeam();
    const agent = session.addAgent({ name: '小满', role: 'agent', pin: '2468' });
    expect(session.updateAgent({ ...agent, name: '阿满' }, undefined).hasPin).toBe(true);
    session.updateAgent(agent, '97531');
    expect(session.signIn(agent.id, '97531').id).toBe(agent.id);
    expect(session.updateAgent(agent, null).hasPin).toBe(false);
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
    const { session } = aTeam();
    const handlers = createSessionHandlers({ session, changed: () => {} });
    const agent = session.addAgent({ name: '小乔', role: 'agent', pin: null });
    const promote = (id: AgentId, role: 'agent' | 'lead') =>
      handlers['agents.update']({ id, name: '改名', role, isArchived: false });
    return { session, handlers, agent, promote };
  }

  it('an agent changes their own name, but no role and nobody else', () => {
    const { session, handlers, agent, promote } = twoSeats();
    const lead = session.addAgent({ name: '亦安', role: 'lead', pin: '2468' });
    session.signIn(agent.id, null);
    expect(promote(agent.id, 'agent').name).toBe('改名');
    expect(() => promote(agent.id, 'lead')).toThrow('须由主管或经理操作');
    expect(() => promote(lead.id, 'lead')).toThrow('须由主管或经理操作');
    expect(() => handlers['agents.create']({ name: '新人', role: 'manager', pin: null })).toThrow(
      '须由主管或经理操作',
    );
    expect(handlers['agents.create']({ name: '新人', role: 'agent', pin: null }).role).toBe('agent');
  });

  it('a lead may, and anybody where nobody leads yet', () => {
    const { session, handlers, agent, promote } = twoSeats();
    session.signIn(agent.id, null);
    expect(promote(agent.id, 'lead').role).toBe('lead');
    const other = session.addAgent({ name: '知夏', role: 'agent', pin: null });
    expect(handlers['agents.update']({ ...other, role: 'lead' }).role).toBe('lead');
  });
});
