import { describe, expect, it } from 'vitest';
import { createAnswerCall } from '../../../electron/ipc/answer-calls.ts';
import { createAdmit, WHO_MAY, type Who } from '../../../electron/ipc/who-may.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { AgentRole } from '../../../shared/domain/team/agent.ts';
import { createMainSide } from '../../support/main-side/create-main-side.ts';
import { insertAgent } from '../../support/memory-store.ts';

const ORIGIN = 'xiaoer://app';
const OWN_PAGE = { senderFrame: { url: `${ORIGIN}/index.html`, parent: null } };
type Guarded = keyof typeof WHO_MAY;
// The keys of the table are its channels.
const GUARDED = Object.keys(WHO_MAY) as Guarded[];

/** Main with a lead and an agent in the team, and one of them, or nobody, at the desk. */
function mainWith(role: AgentRole | null, { hasLead = true } = {}) {
  const main = createMainSide({ startsAtMs: Date.UTC(2026, 5, 10) });
  if (hasLead) insertAgent(main.db, { id: 'lead' as AgentId, name: '亦安', role: 'lead' });
  if (role !== null) {
    const id = 'who-sits-here' as AgentId;
    insertAgent(main.db, { id, name: '阿青', role });
    main.core.session.signIn(id, null);
  }
  const reached = new Set<string>();
  const handlers = Object.fromEntries(
    GUARDED.map((channel) => [
      channel,
      () => {
        reached.add(channel);
      },
    ]),
  ) as unknown as typeof main.handlers; // They answer nothing: it is looked at only whether they are asked.
  const admit = createAdmit(main.core.session);
  const isAdmitted = (channel: Guarded): boolean => {
    try {
      admit(channel);
      return true;
    } catch {
      return false;
    }
  };
  const answerCall = createAnswerCall({
    handlers,
    pageOrigin: ORIGIN,
    admit,
    whenFree: async (work) => work(),
    explain: (error) => error,
    reportBug: () => {},
  });
  return { answerCall, isAdmitted, reached, handlers: main.handlers };
}

const sayWho = (...whos: readonly Who[]) => GUARDED.filter((channel) => whos.includes(WHO_MAY[channel]));

describe('X6: whom main answers, whatever the page shows', () => {
  it('says so of every channel that has a handler', () => {
    expect(GUARDED.toSorted()).toEqual(Object.keys(mainWith(null).handlers).toSorted());
  });

  it.each([
    { who: 'nobody', role: null, mayUse: sayWho('anybody') },
    { who: 'an agent', role: 'agent' as const, mayUse: sayWho('anybody', 'signed-in') },
    { who: 'a lead', role: 'lead' as const, mayUse: GUARDED },
  ])('to $who', ({ role, mayUse }) => {
    const { isAdmitted } = mainWith(role);
    expect(GUARDED.filter(isAdmitted)).toEqual(mayUse);
  });

  it('lets any agent lead where nobody else does', () => {
    const { isAdmitted } = mainWith('agent', { hasLead: false });
    expect(GUARDED.filter(isAdmitted)).toEqual(GUARDED);
  });

  it('F4: a locked workstation shows no customer, and says why before it looks at what is asked', async () => {
    const { answerCall, reached } = mainWith(null);
    for (const channel of sayWho('signed-in', 'lead'))
      expect(await answerCall(channel, OWN_PAGE, { nonsense: true })).toMatchObject({
        ok: false,
        failure: { code: 'invalid-input', message: '请先登录' },
      });
    expect([...reached]).toEqual([]);
  });

  it('keeps open what the sign-in screen needs, and nothing that tells of a customer', () => {
    expect(sayWho('anybody').toSorted()).toEqual([
      'app.completeFirstRun',
      'app.state',
      'diagnostics.reportBug',
      'diagnostics.save',
      'palette.follow',
      'palette.hide',
      'session.lock',
      'session.signIn',
      'settings.zoom',
      'window.pinDock',
      'window.state',
      'window.toggleDock',
    ]);
  });
});
