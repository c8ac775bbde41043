import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnounceReports } from '../../../electron/joins/reports/announce-reports.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

const NOW = Date.UTC(2026, 5, 10, 1, 0);

let clock: FakeClock;
let waiting: { path: string; foundAtMs: number; writtenAtMs: number }[];
let notices: string[];
let announce: ReturnType<typeof createAnnounceReports>;
beforeEach(() => {
  clock = createFakeClock(NOW);
  waiting = [];
  notices = [];
  announce = createAnnounceReports({
    clock,
    waiting: () => waiting,
    notify: (title, body) => void notices.push(`${title}：${body}`),
    changed: () => undefined,
  });
});

function found(name: string, writtenAtMs = clock.now()): void {
  waiting.push({ path: `/downloads/${name}`, foundAtMs: clock.now(), writtenAtMs });
  announce.changed();
}

describe('P1: a new report in the watched folder', () => {
  it('is told of once', () => {
    clock.advanceBy(HOUR);
    found('ExportOrderList.csv');
    clock.advanceBy(MINUTE);
    announce.changed();
    clock.advanceBy(MINUTE);
    expect(notices).toEqual(['下载文件夹里有新报表：ExportOrderList.csv。点击后按 Enter 检查并导入']);
  });

  it('is told of together with those that came with it', () => {
    found('a.csv');
    found('b.csv');
    clock.advanceBy(MINUTE);
    expect(notices).toEqual(['下载文件夹里有 2 个新报表：a.csv、b.csv。点击后按 Enter 检查并导入']);
  });

  it('is told of again when it was written anew', () => {
    found('a.csv');
    clock.advanceBy(MINUTE);
    waiting = [];
    found('a.csv');
    clock.advanceBy(MINUTE);
    expect(notices).toHaveLength(2);
  });

  it('is not told of when it lay there before the program was started', () => {
    found('old.csv', NOW - HOUR);
    clock.advanceBy(MINUTE);
    expect(notices).toEqual([]);
  });

  it('is not told of when it was imported meanwhile', () => {
    found('a.csv');
    waiting = [];
    clock.advanceBy(MINUTE);
    expect(notices).toEqual([]);
  });
});
