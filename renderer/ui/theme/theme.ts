import { type ThemeConfig, theme } from 'antd';

export const THEME_MODES = ['light', 'dark'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

/** Colours by what they mean. A feature uses `var(--danger)` and the like, never a colour. */
export const ROLES = {
  light: {
    surface: '#f4f5f7',
    'surface-raised': '#ffffff',
    'surface-sunken': '#eceef2',
    'surface-hover': '#f1f4f9',
    'surface-selected': '#dfeafb',
    'surface-marked': '#eaf1fc',
    text: '#1a1e25',
    'text-muted': '#535d6e',
    'text-faint': '#5b6577',
    border: '#e2e5ea',
    'border-strong': '#c6ccd6',
    accent: '#1d5fd1',
    'accent-text': '#1a56be',
    'on-accent': '#ffffff',
    success: '#12693f',
    'success-surface': '#e3f4ea',
    warning: '#8a4f00',
    'warning-surface': '#fdf1dc',
    danger: '#bd2219',
    'danger-surface': '#fdeceb',
    focus: '#1d5fd1',
    shade: 'rgba(16, 22, 34, 0.14)',
    'flag-red': '#d6382e',
    'flag-yellow': '#d29a00',
    'flag-green': '#218a53',
    'flag-blue': '#2f6fdd',
    'flag-purple': '#8447c6',
    'flag-grey': '#7d8694',
  },
  dark: {
    surface: '#14171c',
    'surface-raised': '#1b1f26',
    'surface-sunken': '#101317',
    'surface-hover': '#232933',
    'surface-selected': '#1f3558',
    'surface-marked': '#1d2a40',
    text: '#e5e8ee',
    'text-muted': '#aab3c1',
    'text-faint': '#a0a9b8',
    border: '#2b313b',
    'border-strong': '#434c5a',
    accent: '#2d6cdb',
    'accent-text': '#86b3ff',
    'on-accent': '#ffffff',
    success: '#57c78f',
    'success-surface': '#16322a',
    warning: '#e3ac4a',
    'warning-surface': '#382b14',
    danger: '#ff857c',
    'danger-surface': '#3d1f20',
    focus: '#86b3ff',
    shade: 'rgba(0, 0, 0, 0.5)',
    'flag-red': '#f2665d',
    'flag-yellow': '#e5b632',
    'flag-green': '#4cb781',
    'flag-blue': '#6b9ff5',
    'flag-purple': '#b184ea',
    'flag-grey': '#97a1b0',
  },
} as const satisfies Record<ThemeMode, Record<string, string>>;
export type Role = keyof (typeof ROLES)['light'];

export const FONT_FAMILY =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

export function rolesAsCss(mode: ThemeMode): string {
  const lines = Object.entries(ROLES[mode]).map(([role, colour]) => `--${role}: ${colour};`);
  return `:root { color-scheme: ${mode}; ${lines.join(' ')} }`;
}

export function antThemeOf(mode: ThemeMode): ThemeConfig {
  const roles = ROLES[mode];
  return {
    zeroRuntime: true,
    hashed: false,
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT_FAMILY,
      fontSize: 13,
      fontSizeHeading1: 22,
      fontSizeHeading2: 18,
      fontSizeHeading3: 16,
      fontSizeHeading4: 14,
      fontSizeHeading5: 13,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 34,
      borderRadius: 4,
      borderRadiusLG: 6,
      // Nothing moves by itself: an agent looks at this window for eight hours.
      motion: false,
      padding: 12,
      paddingLG: 16,
      margin: 12,
      colorPrimary: roles.accent,
      colorLink: roles['accent-text'],
      colorInfo: roles.accent,
      colorSuccess: roles.success,
      colorWarning: roles.warning,
      colorError: roles.danger,
      colorText: roles.text,
      colorTextSecondary: roles['text-muted'],
      colorTextTertiary: roles['text-faint'],
      colorTextPlaceholder: roles['text-faint'],
      colorTextDescription: roles['text-muted'],
      colorBgLayout: roles.surface,
      colorBgContainer: roles['surface-raised'],
      colorBgElevated: roles['surface-raised'],
      colorBorder: roles['border-strong'],
      colorBorderSecondary: roles.border,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // The lighter accent of a button under the mouse, or whose menu is open, would be too faint to read.
        defaultHoverColor: roles['accent-text'],
        defaultActiveColor: roles['accent-text'],
      },
      Table: { cellPaddingBlock: 6, cellPaddingInline: 8, headerBg: roles['surface-sunken'] },
      Tabs: {
        itemSelectedColor: roles['accent-text'],
        itemHoverColor: roles['accent-text'],
        inkBarColor: roles['accent-text'],
        horizontalMargin: '0',
        horizontalItemPadding: '6px 2px',
        horizontalItemGutter: 20,
      },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    },
  };
}
