import { describe, expect, it } from 'vitest';
import type { JobSpec } from '../../../electron/kernel/jobs/job.ts';
import type { RunningJob, StartOptions } from '../../../electron/kernel/jobs/job-runner.ts';
import type { JobOutcome } from '../../../electron/kernel/jobs/outcome.ts';
import { createKeepTasksCurrent } from '../../../electron/shops/keep-tasks-current.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';

/** Jobs that end when the test says so. */
function someJobs() {
  const marked = new Set<ShopId>();
  const started: {
    readonly title: string | undefined;
    readonly end: (kind: 'done' | 'cancelled') => void;
  }[] = [];
  let changes = 0;
  const keep = createKeepTasksCurrent({
    start<In, Out>(_spec: JobSpec<In, Out>, _input: In, { title }: StartOptions = {}): RunningJob<Out> {
      const { promise: result, resolve } = Promise.withResolvers<JobOutcome<Out>>();
      const end = (kind: 'done' | 'cancelled') =>
        // The job answers nothing.
        resolve(kind === 'done' ? { kind, value: undefined as Out } : { kind });
      started.push({ title, end });
      return { result, ended: Promise.resolve(), cancel: () => end('cancelled') };
    },
    marked: () => [...marked],
    shops: { get: () => undefined },
    changed: () => void changes++,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { keep, marked, started, settled, changes: () => changes };
}

const [FIRST, SECOND] = ['shop-1' as ShopId, 'shop-2' as ShopId];

describe('P1: the jobs behind new settings', () => {
  it('are one for each marked shop, however often its settings are saved', () => {
    const { keep, marked, started } = someJobs();
    keep();
    expect(started).toEqual([]);
    marked.add(FIRST);
    keep();
    marked.add(SECOND);
    keep();
    keep();
    expect(started).toHaveLength(2);
    expect(started[0]?.title).toContain('的待办');
  });

  it('say that tasks have changed, and begin again where a shop was marked meanwhile', async () => {
    const { keep, marked, started, settled, changes } = someJobs();
    marked.add(FIRST);
    keep();
    started[0]?.end('done');
    await settled();
    expect([started.length, changes()]).toEqual([2, 1]);
    marked.clear();
    started[1]?.end('done');
    await settled();
    expect([started.length, changes()]).toEqual([2, 2]);
  });

  it('stay away when the agent has stopped them, until settings are saved again or the program starts', async () => {
    const { keep, marked, started, settled } = someJobs();
    marked.add(FIRST);
    keep();
    started[0]?.end('cancelled');
    await settled();
    expect(started).toHaveLength(1);
    keep();
    expect(started).toHaveLength(2);
  });
});
