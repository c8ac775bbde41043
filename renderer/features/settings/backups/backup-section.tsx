import { Button } from 'antd';
import { BACKUP_REASON_LABELS, type Backup } from '../../../../shared/domain/backups/backup.ts';
import { bytesInWords } from '../../../../shared/domain/storage/bytes-in-words.ts';
import type { BackupState, CheckState } from '../../../../shared/ipc/contract/program/backup-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useCurrentAgent } from '../../../lib/main-process/app-state.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useBackupAct, useBackupState } from './backup-calls.ts';

function lastInWords({ backups, failure, isRunning }: BackupState, nowMs: number): string {
  if (isRunning) return '正在备份…';
  if (failure) return `${formatMoment(failure.atMs, nowMs)} 没有成功：${failure.reason}`;
  const last = backups.find(({ content }) => content !== null);
  return last ? `${formatMoment(last.atMs, nowMs)} 成功，已检查` : '还没有备份';
}

/** A failure stands out. */
const Said = ({ text, isBad }: { readonly text: string; readonly isBad: boolean }) => (
  <span role="status" className={isBad ? 'settings-error' : undefined}>
    {text}
  </span>
);

function LastRow({ state }: { readonly state: BackupState }) {
  const nowMs = useNow(MINUTE);
  const feedback = useFeedback();
  const make = useBackupAct('backups.make');
  const show = useBackupAct('backups.showFolder');
  return (
    <SettingsRow
      label="最近一次备份"
      hint={<Said text={lastInWords(state, nowMs)} isBad={state.failure !== null && !state.isRunning} />}
    >
      {state.backups.length > 0 && <Button onClick={() => show.mutate()}>打开文件夹</Button>}
      <Button
        type="primary"
        loading={state.isRunning || make.isPending}
        onClick={() => make.mutate(undefined, { onSuccess: () => feedback.done('已备份') })}
      >
        立即备份
      </Button>
    </SettingsRow>
  );
}

function checkInWords({ isRunning, last }: CheckState, nowMs: number): string {
  if (isRunning) return '正在检查…';
  if (last === null) return '还没有检查过';
  const moment = formatMoment(last.atMs, nowMs);
  if (last.failure !== null) return `${moment} 没有完成：${last.failure}`;
  return last.problems.length === 0
    ? `${moment} 完好`
    : `${moment} 发现问题：${last.problems.join('；')}。请在「诊断」里保存诊断信息，交给 IT。`;
}

const isBad = ({ isRunning, last }: CheckState): boolean =>
  !isRunning && last !== null && (last.failure !== null || last.problems.length > 0);

function CheckRow({ check }: Pick<BackupState, 'check'>) {
  const nowMs = useNow(MINUTE);
  const feedback = useFeedback();
  const make = useBackupAct('backups.check');
  return (
    <SettingsRow label="最近一次检查" hint={<Said text={checkInWords(check, nowMs)} isBad={isBad(check)} />}>
      <Button
        loading={check.isRunning || make.isPending}
        onClick={() => make.mutate(undefined, { onSuccess: () => feedback.done('已检查') })}
      >
        立即检查
      </Button>
    </SettingsRow>
  );
}

const SECOND_HINT = '另一块硬盘、U 盘或共享文件夹，每次备份再存一份，由主管或经理设置。';

function secondInWords(second: BackupState['second']): string {
  if (second?.isCopying && second.failure === null) return '正在复制最新的备份…';
  return second?.failure?.reason ?? SECOND_HINT;
}

function SecondRow({ second }: Pick<BackupState, 'second'>) {
  const choose = useBackupAct('backups.chooseSecondFolder');
  const drop = useBackupAct('backups.dropSecondFolder');
  const role = useCurrentAgent()?.role;
  const isLead = role === 'lead' || role === 'manager';
  return (
    <SettingsRow
      label="第二个文件夹"
      hint={<Said text={secondInWords(second)} isBad={Boolean(second?.failure)} />}
    >
      {second === null ? (
        <span className="muted">未设置</span>
      ) : (
        <code className="settings-path">{second.folder}</code>
      )}
      {isLead && second !== null && <Button onClick={() => drop.mutate()}>停用</Button>}
      {isLead && <Button onClick={() => choose.mutate()}>选择文件夹</Button>}
    </SettingsRow>
  );
}

function contentInWords({ content, filesLeftOut }: Backup): string {
  if (!content) return '不完整，不能用于恢复';
  const left = filesLeftOut === 0 ? '' : `，${filesLeftOut} 个图片或凭证没有备份`;
  return `订单 ${content.orders}，客户 ${content.customers}，待办 ${content.openTasks}${left}`;
}

function BackupRow({ backup }: { readonly backup: Backup }) {
  const nowMs = useNow(MINUTE);
  return (
    <SettingsRow label={formatMoment(backup.atMs, nowMs)} hint={contentInWords(backup)}>
      <span className="muted">{backup.reason === null ? '' : BACKUP_REASON_LABELS[backup.reason]}</span>
      <span className="numeric">{bytesInWords(backup.bytes)}</span>
    </SettingsRow>
  );
}

/** X6: when the data was last backed up, what is there to go back to, and where a second copy goes. */
export function BackupSection() {
  const state = useBackupState();
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>备份</h2>
      </header>
      <div className="settings-group">
        <LastRow state={state} />
        <SecondRow second={state.second} />
        <CheckRow check={state.check} />
      </div>
      {state.backups.length > 0 && (
        <section className="settings-group" aria-label="备份列表">
          <h3>已有的备份</h3>
          {state.backups.map((backup) => (
            <BackupRow key={backup.file} backup={backup} />
          ))}
        </section>
      )}
      <p className="muted">
        每天第一次启动、一天结束、大批导入和升级数据之前自动备份，保留 7 天和 4
        周，图片和凭证一起。数据文件每周检查一次，没有正常退出时下次启动后再检查。损坏时停止写入和提醒，自动打开恢复页面，可以一键恢复。
      </p>
    </div>
  );
}
