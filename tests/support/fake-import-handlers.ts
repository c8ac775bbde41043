import { ImportRunId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportJob, ImportPreview } from '../../shared/ipc/contract/import-contract.ts';
import { ImportJobId } from '../../shared/ipc/contract/import-contract.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { FakeWorld } from './fake-world.ts';

function previewOf(fileName: string): ImportPreview {
  return {
    fileName,
    formatLabel: '淘宝/天猫 订单报表',
    platforms: ['taobao', 'tmall'],
    recordLabel: '订单',
    counts: { rows: 128, new: 90, changed: 20, unchanged: 15, rejected: 3 },
    shopNames: ['示例旗舰店'],
    unknownColumns: ['平台自定义列'],
    rejected: [
      { row: 12, column: '买家应付货款', value: '四十一元', reason: '无法识别的金额：四十一元' },
      { row: 57, column: '订单创建时间', value: '2026-13-01', reason: '无法识别的时间：2026-13-01' },
      { row: 90, column: '订单编号', value: '', reason: '订单编号为空' },
    ],
    changed: [],
    importedBeforeAtMs: null,
  };
}

export function fakeImportHandlers(world: FakeWorld) {
  const change = (id: string, patch: (job: ImportJob) => ImportJob): ImportJob => {
    const index = world.jobs.findIndex((job) => job.id === id);
    const job = world.jobs[index];
    if (!job) throw new AppError('not-found', '该导入已不存在');
    const changed = patch(job);
    world.jobs[index] = changed;
    return changed;
  };
  const previewed = (fileName: string, shopId: ImportJob['shopId']): ImportJob => {
    const id = ImportJobId.parse(`job-${world.jobs.length + 1}`);
    const job: ImportJob = {
      id,
      fileName,
      shopId,
      state: { kind: 'previewed', preview: previewOf(fileName) },
    };
    world.jobs.push(job);
    return job;
  };
  return {
    'imports.choose': ({ shopId }: Input<'imports.choose'>) => [previewed('ExportOrderList.csv', shopId)],
    'imports.preview': ({ paths, shopId }: Input<'imports.preview'>) =>
      paths.map((path) => previewed(path.split(/[\\/]/).at(-1) ?? path, shopId)),
    'imports.jobs': () => world.jobs,
    'imports.changeShop': ({ jobId, shopId }: Input<'imports.changeShop'>) =>
      change(jobId, (job) => ({ ...job, shopId })),
    'imports.commit': ({ jobId }: Input<'imports.commit'>) =>
      change(jobId, (job) => {
        if (job.state.kind !== 'previewed') throw new AppError('conflict', '该文件还没有预览完');
        const run: Output<'imports.runs'>[number] = {
          id: ImportRunId.parse(`run-${world.runs.length + 1}`),
          shopId: job.shopId,
          fileName: job.fileName,
          sha256: '0'.repeat(64),
          format: 'taobao-orders',
          formatLabel: job.state.preview.formatLabel,
          agentId: world.currentAgentId,
          atMs: world.now(),
          counts: job.state.preview.counts,
          undoneAtMs: null,
        };
        world.runs.unshift(run);
        return { ...job, state: { kind: 'committed', run } };
      }),
    'imports.cancel': ({ jobId }: Input<'imports.cancel'>) => {
      change(jobId, (job) => ({ ...job, state: { kind: 'cancelled' } }));
    },
    'imports.dismiss': ({ jobId }: Input<'imports.dismiss'>) => {
      world.jobs = world.jobs.filter(({ id }) => id !== jobId);
    },
    'imports.saveRejected': (): string | null => '退回的行.xlsx',
    'imports.runs': ({ limit }: Input<'imports.runs'>) => world.runs.slice(0, limit),
    'imports.undo': ({ runId }: Input<'imports.undo'>) => {
      world.runs = world.runs.map((run) => (run.id === runId ? { ...run, undoneAtMs: world.now() } : run));
    },
    'jobs.list': () => [],
    'jobs.cancel': (): undefined => undefined,
    'imports.offers': () => world.offers,
    'imports.declineOffer': ({ path }: Input<'imports.declineOffer'>) => {
      world.offers = world.offers.filter((offer) => offer.path !== path);
    },
  };
}
