import { Button, Popconfirm } from 'antd';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useInstallSample, useRemoveSample } from '../mutations.ts';

export function SampleSection() {
  const { shops } = useAppState();
  const install = useInstallSample();
  const remove = useRemoveSample();
  const sample = shops.find(({ isSample }) => isSample);
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>示例店铺</h2>
      </header>
      <div className="settings-group">
        <SettingsRow
          label={sample === undefined ? '未安装' : `已安装「${sample.name}」`}
          hint="虚构的订单、客户和待办，用来试用和培训。移除后不影响其他店铺。"
        >
          {sample === undefined ? (
            <Button disabled={install.isPending} onClick={() => install.mutate(undefined)}>
              安装示例店铺
            </Button>
          ) : (
            <Popconfirm
              title="移除示例店铺"
              description="店铺及其订单、待办和记录一并删除。"
              okText="移除"
              cancelText="保留"
              onConfirm={() => remove.mutate(undefined)}
            >
              <Button danger disabled={remove.isPending}>
                移除示例店铺
              </Button>
            </Popconfirm>
          )}
        </SettingsRow>
      </div>
    </div>
  );
}
