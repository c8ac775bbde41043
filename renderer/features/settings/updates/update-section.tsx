import { Button } from 'antd';
import type { Release, UpdateStep } from '../../../../shared/ipc/contract/program/update-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { SettingsRow } from '../fields/settings-row.tsx';
import {
  useAcceptUpdate,
  useCheckForUpdate,
  useDeclineUpdate,
  useInstallUpdateNow,
  useUpdateState,
} from './update-calls.ts';
import { UpdateSourceRow } from './update-source-row.tsx';

/** The words beside the version that runs. */
function statusOf(step: UpdateStep, nowMs: number): string {
  if (step.kind === 'off') return '未设置更新来源';
  if (step.kind === 'checking') return '正在检查…';
  if (step.kind === 'current') return currentStatus(step, nowMs);
  return 'reason' in step ? step.reason : `有新版本 ${step.release.version}`;
}

type Current = Extract<UpdateStep, { readonly kind: 'current' }>;

function currentStatus({ checkedAtMs, olderVersion }: Current, nowMs: number): string {
  if (olderVersion !== null) return `来源中的版本 ${olderVersion} 比本机旧，不会安装`;
  return checkedAtMs === null ? '尚未检查' : `已是最新，${formatMoment(checkedAtMs, nowMs)} 检查`;
}

/** The actions of the agent on a newer version. */
function ReleaseActions({ step }: { readonly step: UpdateStep }) {
  const accept = useAcceptUpdate();
  const decline = useDeclineUpdate();
  const installNow = useInstallUpdateNow();
  if (step.kind === 'fetching') {
    return (
      <>
        <span role="status" className="numeric">
          正在下载 {step.percent}%
        </span>
        <Button onClick={() => decline.mutate(undefined)}>取消</Button>
      </>
    );
  }
  if (step.kind === 'ready') {
    return (
      <>
        <span role="status">已下载并核对，退出小二工作台时安装</span>
        <Button onClick={() => installNow.mutate(undefined)}>现在退出并安装</Button>
        {/* Last, where the yes was: a second click of a double one must not end the program. */}
        <Button onClick={() => decline.mutate(undefined)}>不安装</Button>
      </>
    );
  }
  return (
    <Button type="primary" onClick={() => accept.mutate(undefined)}>
      {step.kind === 'failed' ? '重新下载' : '下载，退出时安装'}
    </Button>
  );
}

function ReleaseNews({ step, release }: { readonly step: UpdateStep; readonly release: Release }) {
  const nowMs = useNow(MINUTE);
  const releasedAt =
    release.releasedAtMs === null ? '' : `，${formatMoment(release.releasedAtMs, nowMs)} 发布`;
  return (
    <section className="settings-group" aria-label={`新版本 ${release.version}`}>
      <SettingsRow label={`新版本 ${release.version}${releasedAt}`} hint="安装只需一两分钟，数据不受影响。">
        <ReleaseActions step={step} />
      </SettingsRow>
      {release.notes.trim() !== '' && <p className="settings-notes">{release.notes.trim()}</p>}
    </section>
  );
}

export function UpdateSection() {
  const { version, source, step } = useUpdateState();
  const check = useCheckForUpdate();
  const nowMs = useNow(MINUTE);
  const release = 'release' in step ? step.release : null;
  const isSupported = step.kind !== 'unsupported';
  const canCheck = step.kind === 'current' || step.kind === 'available' || step.kind === 'failed';
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>更新</h2>
      </header>
      <div className="settings-group">
        {isSupported && <UpdateSourceRow key={source} source={source} />}
        <SettingsRow label="当前版本" hint={<span role="status">{statusOf(step, nowMs)}</span>}>
          <span className="numeric">{version}</span>
          {source !== null && isSupported && (
            <Button disabled={!canCheck || check.isPending} onClick={() => check.mutate(undefined)}>
              现在检查
            </Button>
          )}
        </SettingsRow>
      </div>
      {release !== null && <ReleaseNews step={step} release={release} />}
      <p className="muted">
        没有确认，什么都不会下载或安装。升级只在退出小二工作台时进行，不会打断正在进行的导入。
      </p>
    </div>
  );
}
