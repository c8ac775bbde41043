import './rescue.css';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Backup } from '../../../shared/domain/backups/backup.ts';
import { isLost, TROUBLE_WORDS } from '../../../shared/domain/backups/store-trouble.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { RescueState } from '../../../shared/ipc/contract/rescue-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useRescueAct, useRescueState } from './rescue-calls.ts';

function Happened({ state }: { readonly state: RescueState }) {
  const { trouble, path, holders, lastUse, nowMs } = state;
  const { title, text } = TROUBLE_WORDS[trouble];
  return (
    <header className="rescue-head">
      <h1>{title}</h1>
      <p>{text}</p>
      {holders.length > 0 && <p>占用它的程序：{holders.join('、')}</p>}
      <p className="muted">
        <code className="rescue-path">{path}</code>
        {lastUse && `，${formatMoment(lastUse.atMs, nowMs)} 记下时有 ${lastUse.orders} 单`}
      </p>
    </header>
  );
}

type BackupRowProps = {
  readonly backup: Backup;
  readonly nowMs: number;
  readonly isNewest: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
};

function BackupRow({ backup, nowMs, isNewest, isBusy, onRestore }: BackupRowProps) {
  const { content, atMs } = backup;
  const moment = formatMoment(atMs, nowMs);
  return (
    <li className="rescue-backup">
      <div>
        <strong className="numeric">{moment}</strong>
        <p className="muted">
          {content
            ? `订单 ${content.orders}，客户 ${content.customers}，待办 ${content.openTasks}`
            : '不完整，不能用于恢复'}
        </p>
      </div>
      {content && (
        <Button
          type={isNewest ? 'primary' : 'default'}
          loading={isBusy && isNewest}
          disabled={isBusy}
          aria-label={`恢复到 ${moment}`}
          onClick={onRestore}
        >
          恢复到这里
        </Button>
      )}
    </li>
  );
}

/** Where another thing than the file stands in the way, its backups help nobody. */
const canGoBack = ({ trouble }: RescueState): boolean => isLost(trouble) || trouble === 'newer';

/** X6: the store cannot be opened: what happened, the way back, and what helps to find out why. */
export function RescueScreen() {
  const state = useRescueState();
  const [note, setNote] = useState('');
  const restore = useRescueAct((index: number) => call('rescue.restore', { index }));
  const restoreOther = useRescueAct(() => call('rescue.restoreOther', undefined));
  const tryAgain = useRescueAct(() => call('rescue.tryAgain', undefined));
  const startAnew = useRescueAct(() => call('rescue.startAnew', undefined));
  const saveReadable = useRescueAct(() => call('rescue.saveReadable', undefined));
  const saveDiagnostics = useRescueAct(() => call('rescue.saveDiagnostics', undefined));
  const acts = [restore, restoreOther, tryAgain, startAnew, saveReadable, saveDiagnostics];
  const isBusy = acts.some(({ isPending }) => isPending);
  const failure = acts
    .filter(({ error }) => error !== null)
    .toSorted((a, b) => b.submittedAt - a.submittedAt)[0]?.error;
  const { backups, nowMs, trouble } = state;
  const newest = backups.findIndex(({ content }) => content !== null);
  return (
    <main className="rescue-page">
      <Happened state={state} />
      {failure && <p role="alert">{toFailure(failure).message}</p>}
      {note !== '' && <p role="status">{note}</p>}
      {canGoBack(state) && (
        <section aria-label="备份" className="rescue-backups">
          <h2>恢复备份</h2>
          <p className="muted">现在的文件会改名保留，备份本身不会改动。备份之后的改动不在备份里。</p>
          {backups.length === 0 && <p>数据文件旁没有备份。</p>}
          <ul>
            {backups.map((backup, index) => (
              <BackupRow
                key={backup.file}
                backup={backup}
                nowMs={nowMs}
                isNewest={index === newest}
                isBusy={isBusy}
                onRestore={() => restore.mutate(index)}
              />
            ))}
          </ul>
        </section>
      )}
      <footer className="rescue-actions">
        <Button disabled={isBusy} onClick={() => tryAgain.mutate(undefined)}>
          重新检查
        </Button>
        {canGoBack(state) && (
          <Button disabled={isBusy} onClick={() => restoreOther.mutate(undefined)}>
            选择其他备份
          </Button>
        )}
        {(trouble === 'damaged' || trouble === 'truncated') && (
          <Button
            disabled={isBusy}
            onClick={() =>
              saveReadable.mutate(undefined, {
                onSuccess: (saved) =>
                  saved &&
                  setNote(`已读出 ${saved.rows} 行，保存到 ${saved.path}，可以「选择其他备份」恢复它`),
              })
            }
          >
            保存还能读出的数据
          </Button>
        )}
        <Button
          disabled={isBusy}
          onClick={() =>
            saveDiagnostics.mutate(undefined, {
              onSuccess: (path) => path !== null && setNote(`已保存到 ${path}`),
            })
          }
        >
          保存诊断信息
        </Button>
        {isLost(trouble) && (
          <Popconfirm
            title="不恢复，从空的数据重新开始？"
            description="现在的文件会改名保留，备份也还在。"
            okText="重新开始"
            cancelText="取消"
            onConfirm={() => startAnew.mutate(undefined)}
          >
            <Button disabled={isBusy}>重新开始</Button>
          </Popconfirm>
        )}
      </footer>
    </main>
  );
}
