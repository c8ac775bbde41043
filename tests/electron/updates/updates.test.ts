import { describe, expect, it } from 'vitest';
import { createUpdates, type UpdateEngine } from '../../../electron/updates/updates.ts';
import { AppError } from '../../../shared/errors.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const SHARE = '\\\\server\\xiaoer';
const RELEASE = { version: '0.2.0', notes: '催付更快', releasedAtMs: null };

type Engine = { -readonly [K in keyof UpdateEngine]: UpdateEngine[K] };

type Setting = { readonly source?: string | null };

function workstation(change: Partial<Engine> = {}, { source = SHARE }: Setting = {}) {
  const clock = createFakeClock(NOW);
  const calls: string[] = [];
  const world: { source: string | null; underWay: string[]; bugs: number } = {
    source,
    underWay: [],
    bugs: 0,
  };
  const engine: Engine = {
    unsupportedReason: null,
    async check(asked) {
      calls.push(`check ${asked}`);
      return { ...RELEASE, age: 'newer' };
    },
    async fetch() {
      calls.push('fetch');
    },
    install: ({ opensAgain }) => void calls.push(opensAgain ? 'install and open' : 'install'),
    ...change,
  };
  const updates = createUpdates({
    engine,
    version: '0.1.0',
    clock,
    readSource: () => world.source,
    saveSource: (wanted) => {
      world.source = wanted;
    },
    checkSource(wanted) {
      if (!wanted.startsWith('\\\\')) throw new AppError('invalid-input', '更新来源须是完整的文件夹路径');
    },
    underWay: () => world.underWay,
    quit: () => void calls.push('quit'),
    changed: () => {},
    note: () => {},
    reportBug: () => {
      world.bugs += 1;
    },
  });
  return { updates, calls, clock, world };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

async function ready(one: ReturnType<typeof workstation>): Promise<void> {
  await one.updates.check();
  one.updates.accept();
  await settled();
  expect(one.updates.state().step).toEqual({ kind: 'ready', release: RELEASE });
}

describe('X6: updates', () => {
  it('asks nobody while no source is set, however long the program runs', async () => {
    const { updates, calls, clock } = workstation({}, { source: null });
    updates.schedule();
    clock.advanceBy(30 * DAY);
    await updates.check();
    expect(updates.state().step).toEqual({ kind: 'off' });
    expect(calls).toEqual([]);
  });

  it('looks soon after the start and once a day, and fetches nothing by itself', async () => {
    const { updates, calls, clock } = workstation();
    updates.schedule();
    clock.advanceBy(MINUTE);
    await settled();
    clock.advanceBy(DAY);
    await settled();
    expect(calls).toEqual([`check ${SHARE}`, `check ${SHARE}`]);
    expect(updates.state().step).toEqual({ kind: 'available', release: RELEASE });
    expect(updates.installAtEnd({ wasBusy: false })).toBe(false);
    expect(calls).not.toContain('install');
  });

  it('fetches after the yes, and installs when the program ends', async () => {
    const one = workstation();
    await ready(one);
    expect(one.calls).not.toContain('install');
    expect(one.updates.installAtEnd({ wasBusy: false })).toBe(true);
    expect(one.calls).toContain('install');
  });

  it('installs nothing when the yes was taken back', async () => {
    const one = workstation();
    await ready(one);
    one.updates.decline();
    expect(one.updates.state().step).toEqual({ kind: 'available', release: RELEASE });
    expect(one.updates.installAtEnd({ wasBusy: false })).toBe(false);
  });

  it('does not come back to a yes that was taken back while the file was on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const one = workstation({ fetch: () => promise });
    await one.updates.check();
    one.updates.accept();
    one.updates.decline();
    resolve();
    await settled();
    expect(one.updates.state().step).toEqual({ kind: 'available', release: RELEASE });
  });

  it('ends at once on demand and opens again, but never while a job goes on, and says which', async () => {
    const one = workstation();
    await ready(one);
    one.world.underWay = ['导出订单'];
    expect(() => one.updates.installNow()).toThrow('正在导出订单，完成后再安装');
    one.world.underWay = ['导入文件', '更新「示例旗舰店」的待办'];
    expect(() => one.updates.installNow()).toThrow('正在导入文件等 2 项，完成后再安装');
    expect(one.updates.installAtEnd({ wasBusy: true })).toBe(false);
    one.world.underWay = [];
    one.updates.installNow();
    one.updates.installAtEnd({ wasBusy: false });
    expect(one.calls.slice(-2)).toEqual(['quit', 'install and open']);
  });

  it('refuses an older version and says so', async () => {
    const one = workstation({ check: async () => ({ ...RELEASE, version: '0.0.9', age: 'older' }) });
    await one.updates.check();
    expect(one.updates.state().step).toEqual({ kind: 'current', checkedAtMs: NOW, olderVersion: '0.0.9' });
    one.updates.accept();
    expect(one.calls).not.toContain('fetch');
  });

  it('says in words what is wrong with a release, and offers to fetch it again', async () => {
    const one = workstation({
      fetch: async () => {
        throw new AppError('invalid-input', '安装包已损坏或不完整，没有使用');
      },
    });
    await one.updates.check();
    one.updates.accept();
    await settled();
    expect(one.updates.state().step).toEqual({
      kind: 'failed',
      reason: '安装包已损坏或不完整，没有使用',
      release: RELEASE,
    });
    expect(one.updates.installAtEnd({ wasBusy: false })).toBe(false);
    expect(one.world.bugs).toBe(0);
  });

  it('says that the source cannot be read, and leaves the details to the log', async () => {
    const one = workstation({
      check: async () => {
        throw new Error('ENOENT: /mnt/share/latest.yml');
      },
    });
    await one.updates.check();
    expect(one.updates.state().step).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('无法读取'),
    });
    expect(one.world.bugs).toBe(1);
  });

  it('forgets what it knew of one source when another is set, and refuses what cannot be one', async () => {
    const one = workstation();
    await ready(one);
    expect(() => one.updates.setSource('更新')).toThrow('更新来源须是完整的文件夹路径');
    expect(one.updates.state().step.kind).toBe('ready');
    one.updates.setSource(null);
    expect(one.updates.state()).toEqual({ version: '0.1.0', source: null, step: { kind: 'off' } });
    expect(one.updates.installAtEnd({ wasBusy: false })).toBe(false);
  });

  it('comes to its end when the installer cannot be started', async () => {
    const one = workstation({
      install() {
        throw new Error('EACCES');
      },
    });
    await ready(one);
    expect(one.updates.installAtEnd({ wasBusy: false })).toBe(false);
    expect(one.world.bugs).toBe(1);
  });

  it('says why a copy that nobody installed cannot be updated', async () => {
    const one = workstation({ unsupportedReason: '便携版请用新的文件替换旧的，数据不受影响' });
    one.updates.schedule();
    one.clock.advanceBy(DAY);
    await one.updates.check();
    expect(one.calls).toEqual([]);
    expect(one.updates.state().step).toMatchObject({ kind: 'unsupported' });
  });
});
