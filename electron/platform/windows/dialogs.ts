import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

const TABLE_FILES = [{ name: '订单报表、宝贝报表', extensions: ['csv', 'xlsx', 'xls', 'tsv', 'txt'] }];

const SCRIPT_FILES = [{ name: '话术文件', extensions: ['csv', 'xlsx', 'xls', 'tsv', 'txt'] }];

const ROSTER_FILES = [{ name: '排班表', extensions: ['xlsx', 'csv', 'xls', 'tsv', 'txt'] }];

const KINDS = { csv: 'CSV 文件', zip: '压缩文件', xlsx: 'Excel 工作簿', png: '图片' } as const;

export type Dialogs = ReturnType<typeof createDialogs>;

/** The OS's own dialogs, above the workbench window. */
export function createDialogs(window: () => BrowserWindow) {
  return {
    async chooseFiles(): Promise<readonly string[]> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择要导入的报表',
        filters: TABLE_FILES,
        properties: ['openFile', 'multiSelections'],
      });
      return canceled ? [] : filePaths;
    },
    async chooseScriptFile(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择要导入的话术文件',
        filters: SCRIPT_FILES,
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseRosterFile(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择要导入的排班表',
        filters: ROSTER_FILES,
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseFolder(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择浏览器的下载文件夹',
        defaultPath: app.getPath('downloads'),
        properties: ['openDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseExportFolder(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择导出到哪个文件夹',
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseBackupFolder(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择备份的第二个文件夹',
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseUpdateFolder(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: '选择放更新的文件夹',
        properties: ['openDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    /** `null` when the agent thinks better of it. */
    async chooseTarget(suggestedName: string): Promise<string | null> {
      const extension =
        (['csv', 'zip', 'png'] as const).find((one) => suggestedName.endsWith(`.${one}`)) ?? 'xlsx';
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: '导出到',
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: KINDS[extension], extensions: [extension] }],
      });
      return canceled || !filePath ? null : filePath;
    },
  };
}
