import { describe, expect, it } from 'vitest';
import { createRecordScriptChanges } from '../../../../electron/scripts/library/record-script-changes.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityId, AgentId, ScriptId } from '../../../../shared/domain/ids.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';

const SCRIPT: Script = {
  id: 'script-1' as ScriptId,
  scope: { kind: 'all' },
  groupId: null,
  title: '核对地址',
  code: 'hd',
  parts: ['您好'],
  keywords: '',
  tags: [],
  fit: { stages: [], reasons: [], steps: [], grades: [] },
  sortKey: 1,
  archivedAtMs: null,
  updatedAtMs: 0,
  useCount: 0,
  lastUsedAtMs: null,
};

function record(before: Script | null, after: Script): NewActivity | undefined {
  const recorded: NewActivity[] = [];
  function append(activity: NewActivity) {
    recorded.push(activity);
    return { ...activity, id: 'activity-1' as ActivityId };
  }
  createRecordScriptChanges({ activities: { append } })([{ before, after }], {
    agentId: 'agent-1' as AgentId,
    nowMs: 7,
  });
  return recorded[0];
}

describe('K9: every change of a script is on record with what it said before', () => {
  it('names what was changed, from what and to what', () => {
    const activity = record(SCRIPT, { ...SCRIPT, title: '核对', updatedAtMs: 9 });
    expect(activity).toMatchObject({
      kind: 'script-edited',
      agentId: 'agent-1',
      subject: { id: 'script-1' },
    });
    expect(activity?.data.changes).toEqual([
      { table: 'scripts', id: 'script-1', before: { title: '核对地址' }, after: { title: '核对' } },
    ]);
  });

  it('tells apart what was made, archived and brought back', () => {
    const archived = { ...SCRIPT, archivedAtMs: 5 };
    expect(record(null, SCRIPT)?.kind).toBe('script-created');
    expect(record(SCRIPT, archived)?.kind).toBe('script-archived');
    expect(record(archived, SCRIPT)?.kind).toBe('script-restored');
  });
});
