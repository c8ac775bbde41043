import { beforeEach, describe, expect, it } from 'vitest';
import { createScriptChangeStore } from '../../../electron/store/scripts/script-change-store.ts';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import { scriptVersionsOf } from '../../../shared/domain/scripts/script-learning/versions.ts';
import { plansOf } from '../../support/plans-of.ts';
import { AGENT, aLibrary, LEAD, type Library } from './a-library.ts';

let library: Library;
beforeEach(() => {
  library = aLibrary();
});

const news = () => library.newsFor(AGENT);
const lookNow = () => library.stores.scriptChanges.markAllSeen(AGENT, library.clock.now());

describe('K9: what changed since an agent last looked', () => {
  it('is what others made, changed and archived, with what the agent knew', () => {
    const known = library.create(LEAD);
    const old = library.create(LEAD, { code: 'old' });
    lookNow();
    library.edit(LEAD, known.id, { title: '催付提醒' });
    library.edit(LEAD, known.id, { parts: ['请您尽快付款。'] });
    library.archive(LEAD, old.id);
    const made = library.create(LEAD, { code: 'new' });
    expect(news().news).toMatchObject([
      { script: { id: made.id }, kind: 'script-created', before: null, agentName: '李主管' },
      { script: { id: old.id }, kind: 'script-archived', count: 1 },
      { script: { id: known.id }, kind: 'script-edited', count: 2, before: { title: '催付开场' } },
    ]);
    expect(news().scriptIds.toSorted()).toEqual([made.id, old.id, known.id].toSorted());
  });

  it('is nothing of their own, and nothing that is personal to somebody else', () => {
    library.create(AGENT);
    library.create(LEAD, { code: 'mine', scope: { kind: 'personal', agentId: LEAD } });
    expect(news()).toEqual({ scriptIds: [], news: [] });
  });

  it('is over for one script, or for all, once it was seen, and comes again with the next change', () => {
    const [one, two] = [library.create(LEAD), library.create(LEAD, { code: 'kc2' })];
    library.stores.scriptChanges.markSeen(AGENT, one.id, library.clock.now());
    expect(news().scriptIds).toEqual([two.id]);
    lookNow();
    expect(news().scriptIds).toEqual([]);
    library.edit(LEAD, one.id, { title: '新的标题' });
    expect(news().scriptIds).toEqual([one.id]);
  });

  it('is for each agent their own', () => {
    library.create(LEAD);
    lookNow();
    expect(news().scriptIds).toEqual([]);
    expect(library.newsFor(LEAD).scriptIds).toEqual([]);
  });

  it('reads what happened since then and no more', () => {
    const plans = plansOf((db) => {
      createScriptChangeStore(db).unseenIds(AGENT);
      createScriptChangeStore(db).unseen({ agentId: AGENT, limit: 100 });
    });
    for (const plan of plans) {
      expect(plan).toContain('USING INDEX activities_by_kind (kind=? AND at_ms>?)');
      expect(plan).not.toMatch(/SCAN (a|s|m|v)\b/);
    }
  });
});

describe('K9: every version of a script', () => {
  it('is there to be read and restored', () => {
    const { id } = library.create(AGENT);
    library.edit(LEAD, id, { parts: ['请您尽快付款。'] });
    const changes = library.stores.scriptChanges.changesOf(id);
    expect(scriptVersionsOf(library.existing(id), changes)).toMatchObject([
      { kind: 'script-edited', agentName: '李主管', changed: ['parts'] },
      { kind: 'script-created', agentName: '小王', content: { parts: ['您好，您的订单还没有付款。'] } },
    ]);
  });

  it('is found without a look at the thousand copies in between', () => {
    const [plan = ''] = plansOf((db) => createScriptChangeStore(db).changesOf('script-1' as ScriptId));
    expect(plan).toContain('USING INDEX activities_by_script_change (subject_id=?)');
    expect(plan).not.toContain('SCAN');
  });
});
