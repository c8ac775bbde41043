import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JobSpec } from '../../../../electron/kernel/jobs/job.ts';
import {
  createJobRunner,
  type JobRunner,
  type StartOptions,
} from '../../../../electron/kernel/jobs/job-runner.ts';
import { valueOf } from '../../../../electron/kernel/jobs/outcome.ts';
import { describeError } from '../../../../shared/describe-error.ts';
import { JobId } from '../../../../shared/ipc/contract/program/job-contract.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { breakJob, type Gate, hangJob, lieJob, readJob, refuseJob, writeJob } from './toy-jobs.ts';

let folder: string;
let db: Database.Database;
let clock: FakeClock;
let jobs: JobRunner;
let bugs: unknown[];
let changes: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-runner-'));
  db = new Database(join(folder, 'store.db'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE notes (text TEXT NOT NULL)');
  clock = createFakeClock(0);
  bugs = [];
  changes = 0;
  jobs = createJobRunner({
    workerUrl: new URL('toy-job-worker.ts', import.meta.url),
    databasePath: db.name,
    clock,
    isClockSet: false,
    changed: () => void changes++,
    reportBug: (_what, error) => void bugs.push(error),
  });
});

afterEach(async () => {
  await jobs.end();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function startHeld(spec: JobSpec<{ gate: Gate; answer: string }, string>, answer: string, title = answer) {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const job = jobs.start(spec, { gate, answer }, { title, onProgress: () => resolve() });
  return { ...job, begun, open: () => void Atomics.store(gate, 0, 1) };
}

const notes = () => db.prepare('SELECT text FROM notes').pluck().all();
const titles = () => jobs.list().map(({ title, isWaiting }) => `${title}${isWaiting ? ' (waiting)' : ''}`);

describe('The job runner', () => {
  it('lets writers wait for each other in order, and readers for nobody', async () => {
    const first = startHeld(writeJob, 'first');
    const second = startHeld(writeJob, 'second');
    const third = startHeld(writeJob, 'third');
    const reader = startHeld(readJob, 'reader');
    await Promise.all([first.begun, reader.begun]);
    expect(titles()).toEqual(['first', 'second (waiting)', 'third (waiting)', 'reader']);
    reader.open();
    expect(await reader.result).toEqual({ kind: 'done', value: 'reader' });
    for (const job of [third, second, first]) job.open();
    await Promise.all([first.ended, second.ended, third.ended, reader.ended]);
    expect(notes()).toEqual(['first', 'second', 'third']);
    expect(jobs.list()).toEqual([]);
    expect(jobs.underWay()).toEqual([]);
  });

  it('tells how far a job is, to the one that started it and in the list', async () => {
    const job = startHeld(readJob, '导出订单');
    await job.begun;
    expect(jobs.list()).toEqual([
      {
        id: expect.any(String),
        title: '导出订单',
        stopNote: null,
        isWaiting: false,
        done: 1,
        total: 2,
        timeLeftMs: null,
      },
    ]);
    const changesBefore = changes;
    job.open();
    await job.ended;
    expect(changes).toBeGreaterThan(changesBefore);
  });

  it('keeps a job without a title off the list', async () => {
    const gate = new Int32Array(new SharedArrayBuffer(4)).fill(1);
    const job = jobs.start(readJob, { gate, answer: 'quiet' });
    expect(jobs.list()).toEqual([]);
    expect(jobs.underWay()).toEqual(['读取']);
    expect(valueOf(await job.result)).toBe('quiet');
  });

  it('cancels a job that waits and one that runs, and goes on with the next', async () => {
    const first = startHeld(writeJob, 'first');
    const second = startHeld(writeJob, 'second');
    const third = startHeld(writeJob, 'third');
    await first.begun;
    second.cancel();
    expect(await second.result).toEqual({ kind: 'cancelled' });
    expect(titles()).toEqual(['first', 'third (waiting)']);
    jobs.cancel(jobs.list()[0]?.id ?? JobId.parse('none'));
    expect(await first.result).toEqual({ kind: 'cancelled' });
    third.open();
    expect(await third.result).toEqual({ kind: 'done', value: 'third' });
    expect(notes()).toEqual(['third']);
    // The answer was there already.
    third.cancel();
    expect(() => jobs.cancel(JobId.parse('none'))).not.toThrow();
  });

  it('hands on what a job refuses in words, and logs what is a bug without its data', async () => {
    const refused = await jobs.start(refuseJob, '文件被占用').result;
    expect(refused).toMatchObject({ kind: 'failed', failure: { code: 'conflict', message: '文件被占用' } });
    expect(() => valueOf(refused)).toThrow('文件被占用');
    expect(bugs).toEqual([]);
    const broken = await jobs.start(breakJob, '山间一壶茶').result;
    expect(broken).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    expect(await jobs.start(lieJob, '').result).toMatchObject({ failure: { code: 'internal' } });
    expect(bugs).toHaveLength(2);
    expect(bugs.map((bug) => describeError(bug)).join()).not.toContain('山间一壶茶');
  });

  it('answers also where no thread knows the job, or where its input is another one', async () => {
    const unknown = { ...refuseJob, name: 'toy.unknown' };
    expect(await jobs.start(unknown, '').result).toMatchObject({ failure: { code: 'internal' } });
    const wrong = { ...writeJob, input: refuseJob.input };
    expect(await jobs.start(wrong, 'no gate').result).toMatchObject({ failure: { code: 'internal' } });
    expect(bugs).toHaveLength(2);
  });

  it('answers also where a thread cannot be started, and goes on with the next', async () => {
    const uncopied = jobs.start({ ...writeJob, input: z.any() }, () => 'cannot be copied');
    const next = startHeld(writeJob, 'next');
    expect(await uncopied.result).toMatchObject({ failure: { code: 'internal' } });
    next.open();
    expect(valueOf(await next.result)).toBe('next');
    expect(bugs).toHaveLength(1);
  });

  it('ends what runs and what waits when the program quits, and starts nothing any more', async () => {
    const first = startHeld(writeJob, 'first');
    const second = startHeld(writeJob, 'second');
    await first.begun;
    expect(await jobs.end()).toBe(true);
    expect(await first.result).toEqual({ kind: 'cancelled' });
    expect(await second.result).toEqual({ kind: 'cancelled' });
    const late: StartOptions = { title: 'late' };
    expect(await jobs.start(refuseJob, '', late).result).toEqual({ kind: 'cancelled' });
    expect(notes()).toEqual([]);
  });

  it('ends a job that hangs after some seconds, and nothing of it stays', async () => {
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const job = jobs.start(hangJob, undefined, { onProgress: () => resolve() });
    await begun;
    const end = jobs.end();
    clock.advanceBy(4999);
    expect(jobs.underWay()).toEqual(['挂起']);
    clock.advanceBy(1);
    expect(await end).toBe(true);
    expect(await job.result).toEqual({ kind: 'cancelled' });
    expect(bugs).toEqual([]);
    db.prepare('INSERT INTO notes (text) VALUES (?)').run('after');
    expect(notes()).toEqual(['after']);
  });
});
