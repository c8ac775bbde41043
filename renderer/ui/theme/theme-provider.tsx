// Ant Design's rules as a file: to write them while the page is drawn took a quarter of its start.
import 'antd/dist/antd.css';
import './base.css';
import './ui.css';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import type { Theme } from '../../../shared/domain/settings/app/appearance.ts';
import { useMedia } from '../../lib/use-media.ts';
import { TextScale } from './text-scale.ts';
import { antThemeOf, rolesAsCss, type ThemeMode } from './theme.ts';

dayjs.locale('zh-cn');

function useMode(theme: Theme): ThemeMode {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isContrastWanted = useMedia('(prefers-contrast: more)');
  if (theme !== 'system') return theme;
  if (isContrastWanted) return 'contrast';
  return isDark ? 'dark' : 'light';
}

type Props = { readonly theme: Theme; readonly textScale: number; readonly children: ReactNode };

export function ThemeProvider({ theme, textScale, children }: Props) {
  const mode = useMode(theme);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={antThemeOf(mode, textScale)}
      wave={{ disabled: true }}
      // Two-character buttons keep the name that is written on them, for eyes, tests and screen readers alike.
      button={{ autoInsertSpace: false }}
      virtual
    >
      <style>{rolesAsCss(mode, textScale)}</style>
      <App className="app-root" message={{ maxCount: 3 }}>
        <TextScale value={textScale}>{children}</TextScale>
      </App>
    </ConfigProvider>
  );
}
