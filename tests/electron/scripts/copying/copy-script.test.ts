import { describe, expect, it } from 'vitest';
import type { RecordUse } from '../../../../electron/script-learning/record-use.ts';
import { createCopyScript } from '../../../../electron/scripts/copying/copy-script.ts';
import type { Occasion } from '../../../../electron/scripts/copying/script-occasion.ts';
import { createScriptStore } from '../../../../electron/store/scripts/script-store.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityId, AgentId, OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import { AppError } from '../../../../shared/errors.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { PLAIN_COPY, PLAIN_OCCASION } from '../../../support/records/a-copy.ts';
import { aTask } from '../../../support/records/a-task.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const SCRIPT = 'script-1' as ScriptId;
const occasion: Occasion = {
  ...PLAIN_OCCASION,
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
  const checked: string[] = [];
  const remembered: Record<string, unknown>[] = [];
  const copyScript = createCopyScript({
    ...PLAIN_COPY,
    rememberAnswers: ({ answers }) => remembered.push(answers),
    checks: [
      ({ words }) => {
        checked.push(words);
        if (words.includes('加我微信')) throw new AppError('invalid-input', '不能发送');
      },
    ],
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
  const copy = (message = 0, answers: Record<string, string> = {}) =>
    copyScript({ scriptId: SCRIPT, message, occasion, answers, agentId: 'agent-1' as AgentId }, NOW);
  return { copy, recorded, uses, checked, remembered, useCount: () => scripts.get(SCRIPT)?.useCount };
}

describe('X3: a script is copied filled in, or not at all', () => {
  it('fills the variables and says which message comes next, of how many', () => {
    const { copy } = aDesk(['{客户}，您拍的{商品}，请核对。', '确认后为您备注。']);
    expect(copy()).toEqual({
      kind: 'copied',
      content: { kind: 'text', text: '山间一壶茶，您拍的示例水杯，请核对。' },
      next: 1,
      total: 2,
      notes: [],
    });
    expect(copy(1)).toMatchObject({ content: { text: '确认后为您备注。' }, next: null, total: 2 });
  });

  it('asks once for all that only the agent knows, and records no use before it is answered', () => {
    const { copy, recorded, useCount } = aDesk(['已为您申请{优惠}', '请选{尺码:S|M}']);
    expect(copy()).toEqual({
      kind: 'incomplete',
      fields: [
        { name: '优惠', choices: null, remembered: [] },
        { name: '尺码', choices: ['S', 'M'], remembered: [] },
      ],
    });
    expect([recorded, useCount()]).toEqual([[], 0]);
    expect(copy(0, { 优惠: '满 99 减 10', 尺码: 'M' })).toMatchObject({
      content: { text: '已为您申请满 99 减 10' },
    });
  });

  it('lets an answer win over what the order says, and an empty one say nothing', () => {
    const { copy, remembered } = aDesk(['{商品}有货']);
    expect(copy(0, { 商品: '那只杯子' })).toMatchObject({ content: { text: '那只杯子有货' } });
    expect(copy(0, { 商品: ' ' })).toMatchObject({ content: { text: '示例水杯有货' } });
    expect(remembered[0]).toEqual({ 商品: '那只杯子' });
  });

  it('lets a check refuse before anything is recorded, judging the agent by no nick', () => {
    const { copy, checked, recorded } = aDesk(['{客户}，{话}']);
    expect(() => copy(0, { 话: '加我微信' })).toThrow('不能发送');
    expect([checked, recorded]).toEqual([['\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC，加我微信'], []]);
  });

  it.each([
    ['{如果 夜间}已下班{结束}', 0, '没有要发的内容'],
    ['看图{图片:没有.png}', 1, '没有名为「没有.png」的图片'],
    ['{片段:没有}', 0, '「核对」第 1 段：没有编码为「没有」的话术可作片段，请先修改话术'],
    ['您好{', 0, '第 1 段：花括号不成对'],
  ])('says why nothing can be copied: %s', (part, message, why) => {
    const { copy, recorded } = aDesk([part]);
    expect(() => copy(message)).toThrow(why);
    expect(recorded).toEqual([]);
  });

  it('records who used which script for which task, and counts the messages as one use', () => {
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

  it('refuses a message that is not there any more', () => {
    const { copy } = aDesk(['一']);
    expect(() => copy(5)).toThrow('这条话术已经改短');
  });
});
