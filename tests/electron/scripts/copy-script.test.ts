import { describe, expect, it } from 'vitest';
import type { RecordUse } from '../../../electron/script-learning/record-use.ts';
import { createCopyScript } from '../../../electron/scripts/copy-script.ts';
import type { Occasion } from '../../../electron/scripts/script-occasion.ts';
import { createScriptStore } from '../../../electron/store/script-store.ts';
import type { NewActivity } from '../../../shared/domain/activity.ts';
import type { ActivityId, AgentId, OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../shared/domain/rank-scripts.ts';
import { aTask } from '../../support/a-task.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const SCRIPT = 'script-1' as ScriptId;
const occasion: Occasion = {
  orderId: 'order-1' as OrderId,
  task: aTask(),
  situation: NO_SITUATION,
  values: { 客户: '山间一壶茶', 商品: '示例水杯' },
};

function aDesk(parts: string[]) {
  const { db, inTransaction } = createMemoryStore();
  const scripts = createScriptStore(db);
  scripts.save({
    id: SCRIPT,
    scope: { kind: 'all' },
    groupId: null,
    title: '核对',
    code: 'hd',
    parts,
    keywords: '',
    tags: [],
    fit: { stages: [], reasons: [], steps: [], grades: [] },
    sortKey: 1,
    archivedAtMs: null,
    updatedAtMs: NOW,
    useCount: 0,
    lastUsedAtMs: null,
  });
  const recorded: NewActivity[] = [];
  const uses: Parameters<RecordUse>[0][] = [];
  const copyScript = createCopyScript({
    scripts,
    activities: {
      append(activity) {
        recorded.push(activity);
        return { id: 'activity-1' as ActivityId };
      },
    },
    recordUse: (use) => uses.push(use),
    inTransaction,
  });
  const copy = (part = 0, answers: Record<string, string> = {}) =>
    copyScript({ scriptId: SCRIPT, part, occasion, answers, agentId: 'agent-1' as AgentId }, NOW);
  return { copy, recorded, uses, useCount: () => scripts.get(SCRIPT)?.useCount };
}

describe('X3: a script is copied filled in, or not at all', () => {
  it('fills the variables and says which part comes next', () => {
    const { copy } = aDesk(['{客户}，您拍的{商品}，请核对。', '确认后为您备注。']);
    expect(copy()).toEqual({ kind: 'copied', text: '山间一壶茶，您拍的示例水杯，请核对。', nextPart: 1 });
    expect(copy(1)).toEqual({ kind: 'copied', text: '确认后为您备注。', nextPart: null });
  });

  it('asks for what only the agent knows, and records no use before it is answered', () => {
    const { copy, recorded, useCount } = aDesk(['已为您申请{优惠}']);
    expect(copy()).toEqual({ kind: 'incomplete', missing: ['优惠'] });
    expect([recorded, useCount()]).toEqual([[], 0]);
    expect(copy(0, { 优惠: '满 99 减 10' })).toMatchObject({ text: '已为您申请满 99 减 10' });
  });

  it('lets an answer win over what the order says', () => {
    const { copy } = aDesk(['{商品}有货']);
    expect(copy(0, { 商品: '那只杯子' })).toMatchObject({ text: '那只杯子有货' });
  });

  it('records who used which script for which task, and counts the parts as one use', () => {
    const { copy, recorded, uses, useCount } = aDesk(['一', '二']);
    copy(0);
    copy(1);
    expect(
      recorded.map(({ kind, subject, taskId, scriptId, data }) => [
        kind,
        subject.id,
        taskId,
        scriptId,
        data.part,
      ]),
    ).toEqual([
      ['script-copied', 'order-1', 'task-1', SCRIPT, 1],
      ['script-copied', 'order-1', 'task-1', SCRIPT, 2],
    ]);
    expect(useCount()).toBe(1);
    expect(uses).toEqual([
      expect.objectContaining({ activityId: 'activity-1', scriptId: SCRIPT, orderId: 'order-1' }),
    ]);
  });

  it('refuses a script or a part that is not there any more', () => {
    const { copy } = aDesk(['一']);
    expect(() => copy(5)).toThrow('该话术已不存在');
  });
});
