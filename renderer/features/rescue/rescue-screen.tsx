import './rescue.css';
import { Button, Popconfirm, Progress } from 'antd';
import { useState } from 'react';
import { BACKUP_REASON_LABELS, type Backup } from '../../../shared/domain/backups/backup.ts';
import { isLost, isPartlyReadable, TROUBLE_WORDS } from '../../../shared/domain/backups/store-trouble.ts';
import { bytesInWords } from '../../../shared/domain/storage/bytes-in-words.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { RescueState, SecondFolder } from '../../../shared/ipc/contract/rescue-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useRescueAct, useRescueState } from './rescue-calls.ts';

function Happened({ state }: { readonly state: RescueState }) {
  const { trouble, path, whileRunning, holders, lastUse, freeBytes, nowMs } = state;
  const { title, text } = TROUBLE_WORDS[trouble];
  return (
    <header className="rescue-head">
      <h1>{title}</h1>
      <p>{text}</p>
      {whileRunning && <p>小二工作台运行时发现了这个问题，已停止写入。恢复之前不会有任何提醒。</p>}
      {freeBytes !== null && <p>所在磁盘只剩 {bytesInWords(freeBytes)}。</p>}
      {holders.length > 0 && <p>占用它的程序：{holders.join('、')}</p>}
      <p className="muted">
        <code className="rescue-path">{path}</code>
        {lastUse && `，${formatMoment(lastUse.atMs, nowMs)} 记下时有 ${lastUse.orders} 单`}
      </p>
    </header>
  );
}

const SECOND_WORDS: Readonly<Record<SecondFolder['state'], (folder: string) => string>> = {
  reading: (folder) => `正在读取第二个文件夹 ${folder} 里的备份…`,
  slow: (folder) =>
    `第二个文件夹 ${folder} 一直没有响应，网络共享可能没有连接。它一响应就会列在下面；也可以先用其他备份恢复。`,
  read: (folder) => `第二个文件夹 ${folder} 里的备份也已列出。`,
  failed: (folder) => `第二个文件夹 ${folder} 无法读取，里面的备份没有列出。`,
};

type BackupRowProps = {
  readonly backup: Backup;
  readonly nowMs: number;
  readonly isNewest: boolean;
  readonly isBusy: boolean;
  readonly isRestoring: boolean;
  readonly onRestore: () => void;
};

function BackupRow({ backup, nowMs, isNewest, isBusy, isRestoring, onRestore }: BackupRowProps) {
  const { content, atMs, reason } = backup;
  const moment = formatMoment(atMs, nowMs);
  return (
    <li className="rescue-backup">
      <div>
        <strong className="numeric">{moment}</strong>
        {reason !== null && <span className="muted"> {BACKUP_REASON_LABELS[reason]}</span>}
        <p className="muted">
          {content
            ? `订单 ${content.orders}，客户 ${content.customers}，待办 ${content.openTasks}`
            : '不完整，不能用于恢复'}
        </p>
      </div>
      {content && (
        <Button
          type={isNewest ? 'primary' : 'default'}
          loading={isRestoring}
          disabled={isBusy}
          onClick={onRestore}
        >
          恢复到 {moment}
        </Button>
      )}
    </li>
  );
}

type BackupListProps = {
  readonly state: RescueState;
  readonly isBusy: boolean;
  /** The backup that is being brought back. */
  readonly restoring: string | null;
  readonly onRestore: (file: string) => void;
};

function BackupList({ state, isBusy, restoring, onRestore }: BackupListProps) {
  const { backups, second, restoredPercent, nowMs } = state;
  const newest = backups.find(({ content }) => content !== null);
  return (
    <section aria-label="备份" className="rescue-backups">
      <h2>恢复备份</h2>
      <p className="muted">现在的文件会改名保留，备份本身不会改动。备份之后的改动不在备份里。</p>
      {second && <p className="muted">{SECOND_WORDS[second.state](second.folder)}</p>}
      {restoredPercent !== null && (
        <div role="status" className="rescue-progress">
          <Progress percent={restoredPercent} aria-label="恢复进度" />
          <p>正在恢复：先复制一份并核对，再放到原来的位置。万一断电，数据也不会丢失。</p>
        </div>
      )}
      {backups.length === 0 && <p>数据文件旁没有备份。</p>}
      <ul>
        {backups.map((backup) => (
          <BackupRow
            key={backup.file}
            backup={backup}
            nowMs={nowMs}
            isNewest={backup === newest}
            isBusy={isBusy}
            isRestoring={backup.file === restoring}
            onRestore={() => onRestore(backup.file)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Where another thing than the file stands in the way, its backups help nobody. */
const canGoBack = ({ trouble }: RescueState): boolean => isLost(trouble) || trouble === 'newer';

/** X6: the store cannot be opened: what happened, the way back, and what helps to find out why. */
export function RescueScreen() {
  const [note, setNote] = useState('');
  const restore = useRescueAct((file: string) => call('rescue.restore', { file }));
  const restoreOther = useRescueAct(() => call('rescue.restoreOther', undefined));
  const tryAgain = useRescueAct(() => call('rescue.tryAgain', undefined));
  const startAnew = useRescueAct(() => call('rescue.startAnew', undefined));
  const saveReadable = useRescueAct(() => call('rescue.saveReadable', undefined));
  const saveDiagnostics = useRescueAct(() => call('rescue.saveDiagnostics', undefined));
  const acts = [restore, restoreOther, tryAgain, startAnew, saveReadable, saveDiagnostics];
  const isBusy = acts.some(({ isPending }) => isPending);
  const state = useRescueState({ isBusy });
  const failure = acts
    .filter(({ error }) => error !== null)
    .toSorted((a, b) => b.submittedAt - a.submittedAt)[0]?.error;
  const { trouble } = state;
  return (
    <main className="rescue-page">
      <Happened state={state} />
      {failure && <p role="alert">{toFailure(failure).message}</p>}
      {note !== '' && <p role="status">{note}</p>}
      {canGoBack(state) && (
        <BackupList
          state={state}
          isBusy={isBusy}
          restoring={restore.isPending ? restore.variables : null}
          onRestore={restore.mutate}
        />
      )}
      <footer className="rescue-actions">
        <Button disabled={isBusy} onClick={() => tryAgain.mutate(undefined)}>
          {trouble === 'replaced' ? '使用现在的文件' : '重新检查'}
        </Button>
        {canGoBack(state) && (
          <Button disabled={isBusy} onClick={() => restoreOther.mutate(undefined)}>
            选择其他备份
          </Button>
        )}
        {isPartlyReadable(trouble) && (
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
