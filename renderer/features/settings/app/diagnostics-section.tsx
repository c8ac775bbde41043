import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../../../lib/main-process/ipc.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';

export function DiagnosticsSection() {
  const feedback = useFeedback();
  const save = useMutation({
    mutationFn: () => call('diagnostics.save', undefined),
    onSuccess: (path) => feedback.saved(path),
    onError: (error) => feedback.fail(error),
  });
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>诊断</h2>
      </header>
      <div className="settings-group">
        <SettingsRow
          label="诊断信息"
          hint="版本、系统、设置、每张表的行数、数据完整性检查和日志，存为一个压缩包，供 IT 查找问题。保存后打开所在文件夹，发送前可逐个查看。"
        >
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            保存诊断信息
          </Button>
        </SettingsRow>
      </div>
      <p className="muted">不含订单、客户、话术、店铺名、客服名和文件名，程序也不会自动发送。</p>
    </div>
  );
}
