import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ImportRun } from '../../../shared/domain/import-run.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import type { ImportJob } from '../../../shared/ipc/contract/program/import-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import type { OpenSubject } from '../../lib/place/navigation.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { FoundFilesNote } from './found-files-note.tsx';
import { ImportHistory } from './import-history.tsx';
import { JobCard } from './job-card.tsx';
import { useChooseFiles, usePreviewFiles } from './mutations.ts';
import { importQueries } from './queries.ts';
import { SourceBar } from './source-bar.tsx';

/** One call of the contract takes no more; so many reports at once are a slip anyway. */
const FILES_AT_ONCE = 20;

type ImportScreenProps = {
  readonly droppedPaths: readonly string[];
  readonly onDroppedHandled: () => void;
  readonly onOpen: OpenSubject;
};

/** The shop of the last import is the likeliest shop of the next one; the sample shop never is. */
function likelyShop(shops: readonly Shop[], runs: readonly ImportRun[] | undefined): Shop | undefined {
  const own = shops.filter(({ isSample }) => !isSample);
  const last = runs?.find(({ shopId }) => own.some(({ id }) => id === shopId));
  return own.find(({ id }) => id === last?.shopId) ?? own[0] ?? shops[0];
}

/** One file after the other: the first that waits for a yes, else the first that is done. */
function nextToDecide(jobs: readonly ImportJob[]): ImportJob | undefined {
  return (
    jobs.find(({ state }) => state.kind === 'previewed') ??
    jobs.find(({ state }) => state.kind === 'committed')
  );
}

function usePreviewPaths(shopId: ShopId | undefined) {
  const feedback = useFeedback();
  const preview = usePreviewFiles();
  return (paths: readonly string[]) => {
    if (shopId === undefined) return;
    if (paths.length > FILES_AT_ONCE)
      feedback.done(`一次最多 ${FILES_AT_ONCE} 个文件，已取前 ${FILES_AT_ONCE} 个`);
    preview.mutate(
      { paths: paths.slice(0, FILES_AT_ONCE), shopId },
      { onError: (error) => feedback.fail(error) },
    );
  };
}

export function ImportScreen({ droppedPaths, onDroppedHandled, onOpen }: ImportScreenProps) {
  const { shops } = useAppState();
  const feedback = useFeedback();
  const { data: runs, error: failure, refetch } = useQuery(importQueries.runs());
  const { data: jobs = [] } = useQuery(importQueries.jobs());
  const [chosenId, setChosenId] = useState<ShopId>();
  const choose = useChooseFiles();
  const shop = shops.find(({ id }) => id === chosenId) ?? likelyShop(shops, runs);
  const previewPaths = usePreviewPaths(shop?.id);

  // Waits for the runs, because they say which shop the files are for.
  const isReady = runs !== undefined && shop !== undefined;
  const takeDropped = useEffectEvent(() => {
    previewPaths(droppedPaths);
    onDroppedHandled();
  });
  useEffect(() => {
    if (isReady && droppedPaths.length > 0) takeDropped();
  }, [isReady, droppedPaths]);

  const nextId = nextToDecide(jobs)?.id;
  if (failure) return <ErrorNote error={failure} onRetry={() => void refetch()} />;
  if (!isReady) return <div className="screen" />;
  return (
    <div className="screen imports-screen">
      <SourceBar
        shops={shops}
        shopId={shop.id}
        onShop={setChosenId}
        onChoose={() => choose.mutate(shop.id, { onError: (error) => feedback.fail(error) })}
      />
      <FoundFilesNote onImport={previewPaths} />
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} takesFocus={job.id === nextId} onOpen={onOpen} />
      ))}
      <ImportHistory runs={runs} />
    </div>
  );
}
