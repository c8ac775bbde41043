import { describe, expect, it } from 'vitest';
import type { RecordUse } from '../../../../electron/script-learning/record-use.ts';
import { createCopyStack } from '../../../../electron/scripts/copying/copy-stack.ts';
import type { Occasion } from '../../../../electron/scripts/copying/script-occasion.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityId, AgentId, OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import { AppError } from '../../../../shared/errors.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { PLAIN_COPY, PLAIN_OCCASION } from '../../../support/records/a-copy.ts';
import { aScript } from '../../../support/records/a-script.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const occasion: Occasion = {
  ...PLAIN_OCCASION,
  orderId: 'order-1' as OrderId,
  task: null,
  situation: NO_SITUATION,
  values: { 客户: '山间一壶茶' },
};
const LIBRARY = [
  aScript({ code: 'wh', parts: ['{客户}，您好。', '请问需要什么？'] }),
  aScript({ code: 'dz', parts: ['地址对吗？'] }),
  aScript({ code: 'yh', parts: ['已申请{优惠}'] }),
  aScript({ code: 'tp', parts: ['请看{图片:尺码表.png}'] }),
  aScript({ code: 'wx', parts: ['加我微信'] }),
];
const idOf = (code: string) => `script-${code}` as ScriptId;

function aDesk() {
  const recorded: NewActivity[] = [];
  const uses: Parameters<RecordUse>[0][] = [];
  const counted: ScriptId[] = [];
  const copyStack = createCopyStack({
    ...PLAIN_COPY,
    checks: [
      ({ words }) => {
        if (words.includes('微信')) throw new AppError('invalid-input', '不能发送');
      },
    ],
    scripts: {
      get: (id) => LIBRARY.find((script) => script.id === id),
      countUse: (id) => counted.push(id),
    },
    activities: {
      append(activity) {
        recorded.push(activity);
        return { id: `activity-${recorded.length}` as ActivityId };
      },
    },
    recordUse: (use) => uses.push(use),
    inTransaction: createMemoryStore().inTransaction,
  });
  const copy = (codes: readonly string[], answers: Record<string, string> = {}) =>
    copyStack({ scriptIds: codes.map(idOf), occasion, answers, agentId: 'agent-1' as AgentId }, NOW);
  return { copy, recorded, uses, counted };
}

describe('X3: several scripts are copied as one text', () => {
  it('in their order, a blank line between them, each recorded as a use', () => {
    const { copy, recorded, uses, counted } = aDesk();
    expect(copy(['wh', 'dz'])).toEqual({
      kind: 'copied',
      text: '山间一壶茶，您好。\n请问需要什么？\n\n地址对吗？',
      notes: [],
    });
    expect(counted).toEqual([idOf('wh'), idOf('dz')]);
    expect(uses.map(({ scriptId, activityId }) => [scriptId, activityId])).toEqual([
      [idOf('wh'), 'activity-1'],
      [idOf('dz'), 'activity-2'],
    ]);
    expect(recorded.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['script-copied', { kind: 'order', id: 'order-1' }],
      ['script-copied', { kind: 'order', id: 'order-1' }],
    ]);
  });

  it('asks once for all that is missing, and records nothing before', () => {
    const { copy, recorded } = aDesk();
    expect(copy(['dz', 'yh', 'yh'])).toMatchObject({ kind: 'incomplete', fields: [{ name: '优惠' }] });
    expect(recorded).toEqual([]);
    expect(copy(['dz', 'yh'], { 优惠: '5 元券' })).toMatchObject({ text: '地址对吗？\n\n已申请5 元券' });
  });

  it('refuses a picture, which is no text, and says which script holds it', () => {
    const { copy, recorded } = aDesk();
    expect(() => copy(['dz', 'tp'])).toThrow(/问好/);
    expect(recorded).toEqual([]);
  });

  it('records none of them when one may not be sent', () => {
    const { copy, recorded, counted } = aDesk();
    expect(() => copy(['dz', 'wx'])).toThrow('不能发送');
    expect([recorded, counted]).toEqual([[], []]);
  });
});
