import { z } from 'zod';
import { declareSettings } from './declaration.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

const THEME_LABELS = { system: '跟随系统', light: '浅色', dark: '深色' } as const satisfies Record<
  Theme,
  string
>;

export const appearanceSettings = declareSettings({
  key: 'appearance',
  level: 'app',
  title: '外观',
  schema: z.object({ theme: Theme }),
  defaults: { theme: 'system' },
  changedBy: 'agent',
  fields: {
    theme: {
      label: '主题',
      input: { kind: 'choice', labels: THEME_LABELS },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
