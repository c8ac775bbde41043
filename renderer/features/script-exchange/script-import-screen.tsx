import './script-exchange.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type {
  ScriptFileRequest,
  ScriptImportPreview,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { LeftOutNote } from '../../ui/facts/left-out-note.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { ColumnFields } from './column-fields.tsx';
import { ImportHead } from './import-head.tsx';
import { ImportList } from './import-list.tsx';
import {
  countsOf,
  fieldsOf,
  isMapped,
  requestFor,
  withChoiceForAll,
  withChoiceForRow,
  withColumn,
} from './import-request.ts';
import { useChooseScriptFile } from './mutations.ts';
import { scriptFileQueries } from './queries.ts';
import { ReadingNote } from './reading-note.tsx';
import { useImportCommit } from './use-import-commit.ts';
import { VerdictBar, type VerdictFilter } from './verdict-bar.tsx';

const KINDS = '千牛、V3、飞牛的快捷短语文件，或任意 csv、xlsx 表格；先预览，确认后写入';

type PreviewProps = {
  readonly request: ScriptFileRequest;
  readonly preview: ScriptImportPreview;
  readonly onRequest: (request: ScriptFileRequest) => void;
  /** The decision, once there is something to decide on. */
  readonly children: ReactNode;
};

function Preview({ request, preview, onRequest, children }: PreviewProps) {
  const [filter, setFilter] = useState<VerdictFilter>('all');
  const counts = useMemo(() => countsOf(preview.rows), [preview.rows]);
  const shownFilter = filter !== 'all' && counts[filter] === 0 ? 'all' : filter;
  const rows = useMemo(
    () => preview.rows.filter(({ verdict }) => shownFilter === 'all' || verdict === shownFilter),
    [preview.rows, shownFilter],
  );
  return (
    <>
      <LeftOutNote leftOut={preview.leftOut} className="exchange-note" />
      {preview.format === 'table' && (
        <ColumnFields
          columns={preview.columns}
          fields={fieldsOf(request, preview)}
          onField={(index, field) => onRequest(withColumn(request, preview, { index, field }))}
        />
      )}
      {!isMapped(preview) ? (
        <EmptyState title="请选择内容所在的列" hint="在上方把装着话术正文的列选为「内容」，其余按需选择" />
      ) : preview.rows.length === 0 ? (
        <EmptyState title="文件里没有话术" hint="只有列名，没有内容行" />
      ) : (
        <>
          <VerdictBar
            counts={counts}
            filter={shownFilter}
            request={request}
            onFilter={setFilter}
            onChoice={(verdict, choice) => onRequest(withChoiceForAll(request, verdict, choice))}
          />
          <ImportList
            rows={rows}
            request={request}
            onChoice={(row, choice) => onRequest(withChoiceForRow(request, row, choice))}
          />
          {children}
        </>
      )}
    </>
  );
}

function sumUp({ newGroups, pictureCount }: ScriptImportPreview): string {
  const groups = newGroups.length === 0 ? [] : [`新建分组 ${newGroups.length} 个：${newGroups.join('、')}`];
  const pictures = pictureCount === 0 ? [] : [`图片 ${pictureCount} 张`];
  return [...groups, ...pictures].join('；');
}

type DecisionProps = {
  readonly preview: ScriptImportPreview;
  readonly isPending: boolean;
  readonly onImport: () => void;
};

function Decision({ preview, isPending, onImport }: DecisionProps) {
  const { writeCount } = preview;
  const summary = sumUp(preview);
  return (
    <footer className="exchange-decision">
      <Button type="primary" disabled={writeCount === 0} loading={isPending} onClick={onImport}>
        {writeCount === 0 ? '没有要导入的' : `导入 ${writeCount.toLocaleString('zh-CN')} 条`}
      </Button>
      <span className="truncate muted" title={summary}>
        {summary}
      </span>
    </footer>
  );
}

function useLeaveByEscape(onClose: () => void) {
  const leave = useEffectEvent((event: globalThis.KeyboardEvent) => {
    // An open list of choices closes first.
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    if (document.querySelector('.ant-select-open') === null) onClose();
  });
  useEffect(() => {
    const ends = new AbortController();
    window.addEventListener('keydown', (event) => leave(event), { signal: ends.signal });
    return () => ends.abort();
  }, []);
}

type ImportProps = {
  readonly request: ScriptFileRequest;
  readonly onRequest: (request: ScriptFileRequest) => void;
  readonly onChooseFile: () => void;
  readonly onClose: () => void;
};

type NoPreviewProps = {
  readonly data: Output<'scriptFiles.preview'>;
  readonly onChooseFile: () => void;
  readonly onRetry: () => void;
};

function NoPreview({ data, onChooseFile, onRetry }: NoPreviewProps) {
  if (data.kind === 'preview') return null;
  if (data.kind === 'cancelled')
    return <EmptyState title="已取消读取" action={<Button onClick={onRetry}>重新读取</Button>} />;
  const again = <Button onClick={onChooseFile}>换文件…</Button>;
  return <EmptyState title="读不了这个文件" hint={data.reason} action={again} />;
}

function FileImport({ request, onRequest, onChooseFile, onClose }: ImportProps) {
  const { data, error, isFetching, refetch } = useQuery(scriptFileQueries.preview(request));
  const { commit, isPending } = useImportCommit(onClose);
  const preview = data?.kind === 'preview' ? data : null;
  const retry = () => void refetch();
  return (
    <>
      <ImportHead
        request={request}
        preview={preview}
        onRequest={onRequest}
        onChooseFile={onChooseFile}
        onClose={onClose}
      />
      <ReadingNote isReading={isFetching} isWriting={isPending} />
      {error && <ErrorNote error={error} onRetry={retry} />}
      {data && <NoPreview data={data} onChooseFile={onChooseFile} onRetry={retry} />}
      {preview && (
        <Preview request={request} preview={preview} onRequest={onRequest}>
          <Decision
            preview={preview}
            isPending={isPending}
            onImport={() => void commit(request, preview.sha256)}
          />
        </Preview>
      )}
    </>
  );
}

type ScriptImportScreenProps = {
  /** A file that was dropped; without one the agent chooses. */
  readonly path: string | null;
  readonly onClose: () => void;
};

/** A file of scripts: what it is, what each row would do, and the decision. */
export function ScriptImportScreen({ path, onClose }: ScriptImportScreenProps) {
  const [request, setRequest] = useState(path === null ? null : requestFor(path, null));
  const feedback = useFeedback();
  const choose = useChooseScriptFile();
  useLeaveByEscape(onClose);

  const chooseFile = () =>
    choose.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen !== null) setRequest(requestFor(chosen, request?.target ?? null));
      },
      onError: (error) => feedback.fail(error),
    });

  return (
    <section className="screen exchange-screen" aria-label="导入话术">
      {request === null ? (
        <>
          <ImportHead
            request={null}
            preview={null}
            onRequest={setRequest}
            onChooseFile={chooseFile}
            onClose={onClose}
          />
          <EmptyState
            title="选择或拖入话术文件"
            hint={KINDS}
            action={
              <Button type="primary" autoFocus onClick={chooseFile}>
                选择文件…
              </Button>
            }
          />
        </>
      ) : (
        <FileImport
          key={request.path}
          request={request}
          onRequest={setRequest}
          onChooseFile={chooseFile}
          onClose={onClose}
        />
      )}
    </section>
  );
}
