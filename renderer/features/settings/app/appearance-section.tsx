import { Segmented } from 'antd';
import type { Theme } from '../../../../shared/domain/settings/appearance.ts';
import { THEMES } from '../../../../shared/domain/settings/appearance.ts';
import { useAppState } from '../../../lib/app-state.ts';
import { useSaveAppSettings } from '../mutations.ts';
import { SettingsRow } from '../settings-row.tsx';

const THEME_LABELS = { system: '跟随系统', light: '浅色', dark: '深色' } as const satisfies Record<
  Theme,
  string
>;
const options = THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));

export function AppearanceSection() {
  const { settings } = useAppState();
  const save = useSaveAppSettings('appearance');
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>外观</h2>
      </header>
      <div className="settings-group">
        <SettingsRow label="主题">
          <Segmented<Theme>
            aria-label="主题"
            options={options}
            value={settings.appearance.theme}
            onChange={(theme) => save.mutate({ theme })}
          />
        </SettingsRow>
      </div>
    </div>
  );
}
