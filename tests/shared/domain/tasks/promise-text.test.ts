import { describe, expect, it } from 'vitest';
import { readPromise } from '../../../../shared/domain/tasks/promise-text.ts';
import { formatBeijing } from '../../../../shared/time/beijing.ts';

/** Wednesday, 10 June 2026, 14:30 in Beijing. */
const NOW = Date.UTC(2026, 5, 10, 6, 30);

describe('H6 a promise as it is typed', () => {
  it.each([
    ['周五前回复尺码', '06-12 10:00', '回复尺码'],
    ['20:30 让客户重拍', '06-10 20:30', '让客户重拍'],
    ['让客户，明天下午三点，再看一次', '06-11 15:00', '让客户，再看一次'],
    ['回复尺码，周五前。', '06-12 10:00', '回复尺码'],
    ['明天', '06-11 10:00', '明天'],
  ])('%s', (text, dueAt, toDo) => {
    const promise = readPromise(text, NOW);
    expect(promise && [formatBeijing(promise.dueAtMs).slice(5, 16), promise.toDo]).toEqual([dueAt, toDo]);
  });

  it('is none without a time to come', () => {
    expect(readPromise('回复尺码', NOW)).toBeUndefined();
    expect(readPromise('今天9:00 回复', NOW)).toBeUndefined();
  });
});
