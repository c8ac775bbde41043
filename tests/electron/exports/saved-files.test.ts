import { describe, expect, it } from 'vitest';
import { createSavedFileHandlers, createSavedFiles } from '../../../electron/exports/saved-files.ts';

function aPage() {
  const opened: string[] = [];
  const files = createSavedFiles();
  const handlers = createSavedFileHandlers(files, {
    openFile: async (path) => {
      opened.push(`open ${path}`);
      return path.endsWith('gone.csv') ? 'no such file' : '';
    },
    showInFolder: (path) => void opened.push(`show ${path}`),
  });
  return { files, handlers, opened };
}

describe('X1: what was exported is one click away', () => {
  it('opens the file that the agent has just saved, or the folder around it', async () => {
    const { files, handlers, opened } = aPage();
    await files.remembering(async () => '/home/小满/订单.xlsx')();
    await handlers['savedFiles.open']({ path: '/home/小满/订单.xlsx' });
    handlers['savedFiles.showInFolder']({ path: '/home/小满/订单.xlsx' });
    expect(opened).toEqual(['open /home/小满/订单.xlsx', 'show /home/小满/订单.xlsx']);
  });

  it('opens nothing else, whatever a page asks for', async () => {
    const { handlers, opened } = aPage();
    await expect(handlers['savedFiles.open']({ path: '/etc/passwd' })).rejects.toThrow('不是刚才保存的');
    expect(() => handlers['savedFiles.showInFolder']({ path: '/etc' })).toThrow('不是刚才保存的');
    expect(opened).toEqual([]);
  });

  it('says so when the file has gone since', async () => {
    const { files, handlers } = aPage();
    await files.remembering(async () => '/home/gone.csv')();
    await expect(handlers['savedFiles.open']({ path: '/home/gone.csv' })).rejects.toThrow('打不开');
  });

  it('remembers nothing where the agent thought better of it', async () => {
    const { files } = aPage();
    expect(await files.remembering(async () => null)()).toBeNull();
    expect(files.has('')).toBe(false);
  });
});
