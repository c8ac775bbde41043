import { Button } from 'antd';
import { importSettings } from '../../../../shared/domain/settings/app/imports.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { DeclaredRow } from '../fields/declared-row.tsx';
import { useChooseWatchedFolder, useSaveAppSettings } from '../mutations.ts';

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
        <DeclaredRow
          declaration={importSettings}
          name="watchedFolder"
          value={watchedFolder}
          onDefault={(folder) => save.mutate({ watchedFolder: folder })}
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
        </DeclaredRow>
      </div>
    </div>
  );
}
