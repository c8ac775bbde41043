import { InputNumber, Switch } from 'antd';
import { mayDecide } from '../../../../shared/domain/script-scope.ts';
import { useAppState, useCurrentAgent } from '../../../lib/app-state.ts';
import { useSaveAppSettings } from '../mutations.ts';
import { SettingsRow } from '../settings-row.tsx';

const MOST_TRIALS = 50;

/** X5, K9: how scripts are tried, and who changes them. */
export function ScriptSection() {
  const { settings, agents } = useAppState();
  const agent = useCurrentAgent();
  const decides = agent !== undefined && mayDecide(agent, agents);
  const save = useSaveAppSettings('scripts');
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>话术推荐与审批</h2>
      </header>
      <div className="settings-group">
        <SettingsRow
          label="试用比例"
          htmlFor="trial-share"
          hint="同一场景优先推荐催付效果最好的话术；按此比例让效果还不确定的话术排在第一。0 为不试用"
        >
          <InputNumber<number>
            id="trial-share"
            min={0}
            max={MOST_TRIALS}
            precision={0}
            suffix="%"
            value={settings.scripts.trialSharePercent}
            onChange={(value) => value !== null && save.mutate({ trialSharePercent: value })}
          />
        </SettingsRow>
        <SettingsRow
          label="话术修改需主管审批"
          htmlFor="script-approval"
          hint="开启后，客服对全店和店铺话术的修改以建议提交，由主管或经理采纳；个人话术不受影响。由主管或经理设置"
        >
          <Switch
            id="script-approval"
            disabled={!decides}
            checked={settings.scripts.scriptApprovalRequired}
            onChange={(scriptApprovalRequired) => save.mutate({ scriptApprovalRequired })}
          />
        </SettingsRow>
      </div>
    </div>
  );
}
