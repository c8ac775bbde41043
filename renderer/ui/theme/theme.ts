import { type ThemeConfig, theme } from 'antd';

export const THEME_MODES = ['light', 'dark', 'contrast'] as const;
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
    'text-disabled': '#7a8494',
    border: '#e2e5ea',
    'border-strong': '#c6ccd6',
    'surface-quote': '#eef1f6',
    accent: '#1d5fd1',
    'accent-hover': '#174eb0',
    'accent-pressed': '#123f90',
    'accent-text': '#1a56be',
    // Of edges, bars and dots: the accent itself is made for white words on it.
    'accent-line': '#1d5fd1',
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
    'text-disabled': '#7d8796',
    border: '#2b313b',
    'border-strong': '#434c5a',
    'surface-quote': '#262d38',
    accent: '#2d6cdb',
    'accent-hover': '#2460c9',
    'accent-pressed': '#1c50ab',
    'accent-text': '#86b3ff',
    'accent-line': '#5b93f5',
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
  // For eyes to which grey on grey says nothing: black, white and few colours, and every edge is drawn.
  contrast: {
    surface: '#000000',
    'surface-raised': '#000000',
    'surface-sunken': '#000000',
    'surface-hover': '#1f1f1f',
    'surface-selected': '#00264d',
    'surface-marked': '#001a33',
    text: '#ffffff',
    'text-muted': '#f0f0f0',
    'text-faint': '#dedede',
    'text-disabled': '#9a9a9a',
    border: '#9a9a9a',
    'border-strong': '#ffffff',
    'surface-quote': '#1f1f1f',
    accent: '#004fc4',
    'accent-hover': '#003e9c',
    'accent-pressed': '#002e75',
    'accent-text': '#7ecbff',
    'accent-line': '#7ecbff',
    'on-accent': '#ffffff',
    success: '#5dff9b',
    'success-surface': '#002b12',
    warning: '#ffd84d',
    'warning-surface': '#2e2400',
    danger: '#ff9b94',
    'danger-surface': '#3a0000',
    focus: '#ffd84d',
    shade: 'rgba(0, 0, 0, 0.8)',
    'flag-red': '#ff6b61',
    'flag-yellow': '#ffd84d',
    'flag-green': '#5dff9b',
    'flag-blue': '#7ecbff',
    'flag-purple': '#d3a6ff',
    'flag-grey': '#c8c8c8',
  },
} as const satisfies Record<ThemeMode, Record<string, string>>;
export type Role = keyof (typeof ROLES)['light'];

export const FONT_FAMILY =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

const schemeOf = (mode: ThemeMode) => (mode === 'light' ? 'light' : 'dark');

export function rolesAsCss(mode: ThemeMode, textScale: number): string {
  const lines = Object.entries(ROLES[mode]).map(([role, colour]) => `--${role}: ${colour};`);
  return `:root { color-scheme: ${schemeOf(mode)}; --text-scale: ${textScale}; ${lines.join(' ')} }`;
}

export function antThemeOf(mode: ThemeMode, textScale: number): ThemeConfig {
  const roles = ROLES[mode];
  const scaled = (px: number) => Math.round(px * textScale);
  const field = { activeBorderColor: roles.focus, hoverBorderColor: roles['accent-line'] };
  return {
    zeroRuntime: true,
    hashed: false,
    algorithm: schemeOf(mode) === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT_FAMILY,
      fontSize: scaled(13),
      fontSizeHeading1: scaled(22),
      fontSizeHeading2: scaled(18),
      fontSizeHeading3: scaled(16),
      fontSizeHeading4: scaled(14),
      fontSizeHeading5: scaled(13),
      controlHeight: scaled(28),
      controlHeightSM: scaled(24),
      controlHeightLG: scaled(34),
      borderRadius: 4,
      borderRadiusLG: 6,
      // Nothing moves by itself: an agent looks at this window for eight hours.
      motion: false,
      padding: 12,
      paddingLG: 16,
      margin: 12,
      colorPrimary: roles.accent,
      // Antd's own hover is lighter, and white on it cannot be read.
      colorPrimaryHover: roles['accent-hover'],
      colorPrimaryActive: roles['accent-pressed'],
      colorLink: roles['accent-text'],
      colorLinkHover: roles['accent-text'],
      colorLinkActive: roles['accent-text'],
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
      colorTextDisabled: roles['text-disabled'],
      // The arrows and clocks in fields.
      colorTextQuaternary: roles['text-disabled'],
      // Antd draws this around whatever has the focus.
      colorPrimaryBorder: roles.focus,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // The lighter accent of a button under the mouse, or whose menu is open, would be too faint to read.
        defaultHoverColor: roles['accent-text'],
        defaultActiveColor: roles['accent-text'],
        defaultHoverBorderColor: roles['accent-line'],
        defaultActiveBorderColor: roles['accent-line'],
      },
      Input: field,
      InputNumber: field,
      DatePicker: field,
      Select: field,
      Segmented: { itemSelectedBg: roles['surface-selected'], itemSelectedColor: roles['accent-text'] },
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
