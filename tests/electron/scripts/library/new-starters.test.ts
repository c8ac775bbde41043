import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core.ts';
import starters from '../../../../resources/starter-scripts.json' with { type: 'json' };
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../../support/memory-store.ts';

const WANG = 'agent-1' as AgentId;
const NOW = 1_780_000_000_000;
const [first, second] = starters.map(({ code }) => code);

let desk: ReturnType<typeof aLibrary>;

/** A library of an older build, which had all starter scripts but two. */
function aLibrary() {
  const { db } = createMemoryStore();
  insertAgent(db);
  const core = createCore({ db, clock: createFakeClock(NOW) });
  core.installStartersOnce();
  db.pragma('foreign_keys = OFF');
  db.prepare('DELETE FROM scripts WHERE code IN (?, ?)').run(first, second);
  return { db, core, starters: core.scripts.newStarters };
}
beforeEach(() => {
  desk = aLibrary();
});

const codesOf = () => desk.starters.list().map(({ code }) => code);

describe('X3: starter scripts that a newer build brings', () => {
  it('are offered to an older library, and come when they are wanted', () => {
    expect(codesOf()).toEqual([first, second]);
    expect(desk.starters.add(NOW).scripts.map(({ after }) => after.code)).toEqual([first, second]);
    expect(codesOf()).toEqual([]);
    expect(desk.core.stores.scripts.list()).toHaveLength(starters.length);
  });

  it('leave alone what the shop has changed', () => {
    const [edited] = desk.core.stores.scripts.list();
    if (!edited) throw new Error('The library is empty');
    desk.core.stores.scripts.save({ ...edited, title: '本店的', parts: ['您好'], updatedAtMs: NOW + 1 });
    desk.starters.add(NOW);
    expect(desk.core.stores.scripts.get(edited.id)).toMatchObject({ title: '本店的', parts: ['您好'] });
  });

  it('are not offered again once they were declined', () => {
    desk.starters.decline();
    expect(codesOf()).toEqual([]);
    expect(desk.starters.add(NOW).scripts).toEqual([]);
  });

  it('are no offer to a library that has not had its first ones', () => {
    const { db } = createMemoryStore();
    const core = createCore({ db, clock: createFakeClock(NOW) });
    expect(core.scripts.newStarters.list()).toEqual([]);
  });
});

describe('X3: starter scripts that a newer build words otherwise', () => {
  /** As an older build has installed it, and nobody has touched it since. */
  function wordOtherwise(code: string | undefined, parts: readonly string[] = ['旧的说法']) {
    const script = desk.core.stores.scripts.list().find((one) => one.code === code);
    if (!script) throw new Error('It is not there');
    desk.core.stores.scripts.save({ ...script, parts: [...parts] });
    return script;
  }
  const third = starters[2]?.code;
  const reworded = () => desk.starters.list().filter(({ isReworded }) => isReworded);

  it('are offered, and come with their words when they are wanted', () => {
    const { id, parts } = wordOtherwise(third);
    expect(reworded().map(({ code }) => code)).toEqual([third]);
    const { scripts } = desk.starters.add(NOW + 1);
    expect(scripts.find(({ after }) => after.id === id)).toMatchObject({ before: { parts: ['旧的说法'] } });
    expect(desk.core.stores.scripts.get(id)?.parts).toEqual(parts);
    expect(reworded()).toEqual([]);
  });

  it('go back to the old words by one undo, and are not offered again', () => {
    const { id } = wordOtherwise(third);
    const actor = { agentId: WANG, nowMs: NOW + 1 };
    const activityId = desk.core.inTransaction(() =>
      desk.core.scripts.recordStroke(desk.starters.add(NOW + 1), actor),
    );
    if (activityId === null) throw new Error('Nothing was changed');
    desk.core.undoActivity(activityId, actor);
    expect(desk.core.stores.scripts.get(id)?.parts).toEqual(['旧的说法']);
    expect(reworded()).toEqual([]);
  });

  it('are no offer where the shop has said it in its own words', () => {
    const { id } = wordOtherwise(third);
    const script = desk.core.stores.scripts.get(id);
    if (!script) throw new Error('It is not there');
    const draft = { ...script, parts: ['本店的说法'] };
    desk.core.scripts.service.edit({ id, draft }, NOW + 1);
    expect(reworded()).toEqual([]);
    desk.starters.add(NOW + 2);
    expect(desk.core.stores.scripts.get(id)?.parts).toEqual(['本店的说法']);
  });

  it('are not offered again once these words were declined', () => {
    const { id, parts } = wordOtherwise(third);
    desk.starters.decline();
    expect(desk.starters.list()).toEqual([]);
    expect(desk.starters.add(NOW + 1).scripts).toEqual([]);
    expect(desk.core.stores.scripts.get(id)?.parts).not.toEqual(parts);
  });
});
