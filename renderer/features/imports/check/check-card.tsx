import { Button } from 'antd';
import { useState } from 'react';
import type { ImportJob } from '../../../../shared/ipc/contract/program/import-contract.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import type { OpenSubject } from '../../../lib/place/navigation.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { useChangeShop, useCommitImport, useDismissImport } from '../mutations.ts';
import { EffectList } from '../result/effect-list.tsx';
import { sumEffects } from '../result/sum-effects.ts';
import { isPreviewed, type PreviewedJob, sortJobs } from '../sort-jobs.ts';
import { useFocusWhen } from '../use-focus-when.ts';
import { CheckTable } from './check-table.tsx';
import { FileDetails } from './file-details.tsx';
import { PreviewNotes } from './preview-notes.tsx';

type Props = { readonly jobs: readonly ImportJob[]; readonly onOpen: OpenSubject };

/** The one file with rows that cannot be read is unfolded, until the agent folds it. */
function unreadIn(jobs: readonly ImportJob[]): string | null {
  const [job, ...others] = jobs;
  const isIt = job && others.length === 0 && isPreviewed(job) && job.state.preview.counts.rejected > 0;
  return isIt ? job.id : null;
}

/** The notes about every file stand under the table, folded or not. */
function Notes({ jobs }: { readonly jobs: readonly PreviewedJob[] }) {
  const changeShop = useChangeShop();
  return jobs.map((job) => (
    <PreviewNotes
      key={job.id}
      job={job}
      preview={job.state.preview}
      onShop={(shopId) => changeShop.mutate({ jobId: job.id, shopId })}
    />
  ));
}

function commitLabel(ready: readonly PreviewedJob[]): string {
  const rows = ready.reduce(
    (sum, { state }) => sum + state.preview.counts.new + state.preview.counts.changed,
    0,
  );
  const files = ready.length > 1 ? `${ready.length} 个文件，` : '';
  return `导入 ${files}${rows.toLocaleString('zh-CN')} 行`;
}

/** A file of another platform goes into no shop of this one. */
function useFitting(ready: readonly PreviewedJob[]): readonly PreviewedJob[] {
  const { shops } = useAppState();
  return ready.filter(({ shopId, state }) => {
    const shop = shops.find(({ id }) => id === shopId);
    return shop === undefined || state.preview.platforms.includes(shop.platform);
  });
}

function Decision({ jobs }: Pick<Props, 'jobs'>) {
  const commit = useCommitImport();
  const dismiss = useDismissImport();
  const { ready } = sortJobs(jobs);
  const fitting = useFitting(ready);
  const canCommit = fitting.length > 0;
  // The files are here to be decided on: Enter says yes.
  const button = useFocusWhen<HTMLButtonElement>(true);
  return (
    <footer className="imports-decision">
      {canCommit && (
        <Button
          ref={button}
          type="primary"
          disabled={commit.isPending}
          onClick={() => commit.mutate(fitting.map(({ id }) => id))}
        >
          {commitLabel(fitting)} <Kbd keys="Enter" />
        </Button>
      )}
      <Button
        {...(canCommit ? {} : { ref: button })}
        onClick={() => dismiss.mutate(jobs.map(({ id }) => id))}
      >
        {canCommit ? '不导入' : '关闭'}
      </Button>
      {fitting.length < ready.length && <span className="muted">平台不符的文件不会导入</span>}
      {fitting.some(({ state }) => state.preview.counts.rejected > 0) && (
        <span className="muted">读不了的行不会写入，其余照常导入</span>
      )}
    </footer>
  );
}

/** The files as they would be imported, what will happen, and the one decision about them. */
export function CheckCard({ jobs, onOpen }: Props) {
  const [chosenId, setChosenId] = useState<string | null>();
  const openId = chosenId === undefined ? unreadIn(jobs) : chosenId;
  const previewed = jobs.filter(isPreviewed);
  const effects = sumEffects(previewed.map(({ state }) => state.preview.effects));
  return (
    <section className="imports-card" aria-label="检查">
      <CheckTable
        jobs={jobs}
        openId={openId}
        onOpen={setChosenId}
        renderDetails={(job) => isPreviewed(job) && <FileDetails job={job} onOpen={onOpen} />}
      />
      <Notes jobs={previewed} />
      {effects.length > 0 && (
        <section className="imports-forecast" aria-label="会发生什么">
          <h2>会发生什么</h2>
          <EffectList effects={effects} />
        </section>
      )}
      {!sortJobs(jobs).isWorking && <Decision jobs={jobs} />}
    </section>
  );
}
