// Ant Design's rules as a file: to write them while the page is drawn took a quarter of its start.
import 'antd/dist/antd.css';
import './base.css';
import './ui.css';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Theme } from '../../../shared/domain/settings/appearance.ts';
import { antThemeOf, rolesAsCss, type ThemeMode } from './theme.ts';

dayjs.locale('zh-cn');

function listenToSystem(listener: () => void): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function useMode(theme: Theme): ThemeMode {
  const isSystemDark = useSyncExternalStore(
    listenToSystem,
    () => window.matchMedia('(prefers-color-scheme: dark)').matches,
  );
  if (theme !== 'system') return theme;
  return isSystemDark ? 'dark' : 'light';
}

export function ThemeProvider({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const mode = useMode(theme);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={antThemeOf(mode)}
      wave={{ disabled: true }}
      // Two-character buttons keep the name that is written on them, for eyes, tests and screen readers alike.
      button={{ autoInsertSpace: false }}
      virtual
    >
      <style>{rolesAsCss(mode)}</style>
      <App className="app-root" message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
