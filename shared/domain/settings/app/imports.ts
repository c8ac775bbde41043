import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

const ImportSettings = z.object({
  /** New exports in this folder are offered by themselves. */
  watchedFolder: z.string().nullable(),
});

export const importSettings = declareSettings({
  key: 'imports',
  level: 'app',
  title: '导入',
  schema: ImportSettings,
  defaults: { watchedFolder: null },
  changedBy: 'agent',
  fields: {
    watchedFolder: {
      label: '监视文件夹',
      hint: '通常是浏览器的下载文件夹。出现新的订单报表时在「导入」中提示，由客服决定是否导入。',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
