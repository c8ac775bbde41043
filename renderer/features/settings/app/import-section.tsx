import { Button } from 'antd';
import { useAppState } from '../../../lib/app-state.ts';
import { useChooseWatchedFolder, useSaveAppSettings } from '../mutations.ts';
import { SettingsRow } from '../settings-row.tsx';

export function ImportSection() {
  const { settings } = useAppState();
  const choose = useChooseWatchedFolder();
  const save = useSaveAppSettings('imports');
  const { watchedFolder } = settings.imports;
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>导入</h2>
      </header>
      <div className="settings-group">
        <SettingsRow
          label="监视文件夹"
          hint="通常是浏览器的下载文件夹。出现新的订单报表时在「导入」中提示，由客服决定是否导入。"
        >
          {watchedFolder === null ? (
            <span className="muted">未设置</span>
          ) : (
            <code className="settings-path" title={watchedFolder}>
              {watchedFolder}
            </code>
          )}
          <Button onClick={() => choose.mutate(undefined)}>
            {watchedFolder === null ? '选择文件夹' : '更换'}
          </Button>
          {watchedFolder !== null && (
            <Button onClick={() => save.mutate({ watchedFolder: null })}>停止监视</Button>
          )}
        </SettingsRow>
      </div>
    </div>
  );
}
