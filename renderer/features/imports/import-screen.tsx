import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { REPORTS_AT_ONCE } from '../../lib/main-process/waiting-reports.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import type { OpenSubject } from '../../lib/place/navigation.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { CheckCard } from './check/check-card.tsx';
import { IdleNote } from './idle-note.tsx';
import { ImportHistory } from './import-history.tsx';
import { usePreviewFiles } from './mutations.ts';
import { importQueries } from './queries.ts';
import { ReadyCard } from './ready-card.tsx';
import { ResultCard } from './result/result-card.tsx';
import { sortJobs } from './sort-jobs.ts';

type ImportScreenProps = {
  readonly droppedPaths: readonly string[];
  readonly onDroppedHandled: () => void;
  readonly onOpen: OpenSubject;
};

function usePreviewPaths(shopId: ShopId | null) {
  const feedback = useFeedback();
  const preview = usePreviewFiles();
  return (paths: readonly string[]) => {
    if (paths.length > REPORTS_AT_ONCE)
      feedback.done(`一次最多 ${REPORTS_AT_ONCE} 个文件，已取前 ${REPORTS_AT_ONCE} 个`);
    preview.mutate({ paths: paths.slice(0, REPORTS_AT_ONCE), shopId });
  };
}

/** P1: ready, check, result: one calm column, and Enter is always the next step. */
export function ImportScreen({ droppedPaths, onDroppedHandled, onOpen }: ImportScreenProps) {
  const { data: runs, error: failure, refetch } = useQuery(importQueries.runs());
  const { data: jobs } = useQuery(importQueries.jobs());
  const [shopId, chooseShop] = useChosenShop();
  const previewPaths = usePreviewPaths(shopId);

  const takeDropped = useEffectEvent(() => {
    previewPaths(droppedPaths);
    onDroppedHandled();
  });
  useEffect(() => {
    if (droppedPaths.length > 0) takeDropped();
  }, [droppedPaths]);

  if (failure) return <ErrorNote error={failure} onRetry={() => void refetch()} />;
  if (runs === undefined || jobs === undefined) return <div className="screen" />;
  const { open, idle, committed } = sortJobs(jobs);
  const isQuiet = open.length + committed.length === 0;
  return (
    <div className="screen imports-screen">
      <div className="imports-column">
        {open.length > 0 && <CheckCard jobs={open} onOpen={onOpen} />}
        <IdleNote jobs={idle} />
        {committed.length > 0 && <ResultCard jobs={committed} takesFocus={open.length === 0} />}
        <ReadyCard shopId={shopId} onShop={chooseShop} takesFocus={isQuiet} />
        <ImportHistory runs={runs} isAlone={jobs.length === 0} />
      </div>
    </div>
  );
}
