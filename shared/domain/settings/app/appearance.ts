import { z } from 'zod';
import type { AgentId } from '../../ids.ts';
import { declareSettings } from '../declaring/declaration.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

const THEME_LABELS = {
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  contrast: '高对比度',
} as const satisfies Record<Theme, string>;

/** The operating system draws title bars and menus, and knows no high contrast of ours: it is a dark one. */
export const systemThemeOf = (theme: Theme): Exclude<Theme, 'contrast'> =>
  theme === 'contrast' ? 'dark' : theme;

/** In percent; names, because a choice of the settings has names. */
export const ZOOMS = ['80', '90', '100', '110', '125', '150', '175', '200'] as const;
export const Zoom = z.enum(ZOOMS);
export type Zoom = z.infer<typeof Zoom>;
const ZOOM_LABELS = Object.fromEntries(ZOOMS.map((zoom) => [zoom, `${zoom}%`]));

export const ZoomStep = z.enum(['larger', 'smaller', 'as-drawn']);
export type ZoomStep = z.infer<typeof ZoomStep>;
const PLACES = { larger: 1, smaller: -1 } as const;

/** The next larger or smaller one, where the last one stays, or 100 %. */
export function zoomAfter(zoom: Zoom, step: ZoomStep): Zoom {
  if (step === 'as-drawn') return '100';
  return ZOOMS[ZOOMS.indexOf(zoom) + PLACES[step]] ?? zoom;
}

export const zoomFactor = (zoom: Zoom): number => Number(zoom) / 100;

export const TEXT_SIZES = ['small', 'standard', 'large', 'largest'] as const;
const TextSize = z.enum(TEXT_SIZES);
export type TextSize = z.infer<typeof TextSize>;

export const TEXT_SIZE_LABELS = {
  small: '小',
  standard: '标准',
  large: '大',
  largest: '特大',
} as const satisfies Record<TextSize, string>;

/** How much larger than it was drawn a text is: 12, 13, 15 or 17 pixels for most of them. */
const TEXT_SCALES = {
  small: 12 / 13,
  standard: 1,
  large: 15 / 13,
  largest: 17 / 13,
} as const satisfies Record<TextSize, number>;

/** Every agent at this PC has eyes of their own. */
export const textSizeOf = (sizes: Readonly<Record<string, TextSize>>, agentId: AgentId | null): TextSize =>
  (agentId === null ? undefined : sizes[agentId]) ?? 'standard';
export const textScaleOf = (size: TextSize): number => TEXT_SCALES[size];

export const appearanceSettings = declareSettings({
  key: 'appearance',
  level: 'app',
  title: '外观',
  schema: z.object({ theme: Theme, zoom: Zoom, textSizes: z.record(z.string().max(60), TextSize) }),
  defaults: { theme: 'system', zoom: '100', textSizes: {} },
  changedBy: 'agent',
  fields: {
    theme: {
      label: '主题',
      input: { kind: 'choice', labels: THEME_LABELS },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    zoom: {
      label: '界面缩放',
      hint: '文字和界面一起变大或变小，对所有客服，话术小窗也一样；按 Ctrl + =、Ctrl + -、Ctrl + 0 随时调整',
      input: { kind: 'choice', labels: ZOOM_LABELS },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    textSizes: {
      label: '文字大小',
      hint: '字号只对自己，换人登录各用各的；只放大文字和行高，栏宽不变，话术小窗和贴靠窗口也一样',
      input: { kind: 'own' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
