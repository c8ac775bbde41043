import { z } from 'zod';
import { ShopId } from '../../ids.ts';
import type { SettingsLevel } from './declaration.ts';

export const APP_SCOPE = 'app';

/** The owner of settings: a shop, or this PC. */
export const SettingsScope = z.union([z.literal(APP_SCOPE), ShopId]);
export type SettingsScope = z.infer<typeof SettingsScope>;

/** Where the values of one domain stand, as the change log names their row. */
export const settingsRowId = (scope: SettingsScope, key: string): string => `${scope}/${key}`;

export function settingsPlace(rowId: string): { readonly scope: SettingsScope; readonly key: string } {
  const [scope = '', key = ''] = rowId.split('/');
  // Written by `settingsRowId`.
  return { scope: scope as SettingsScope, key };
}

export const levelOf = (scope: SettingsScope): SettingsLevel => (scope === APP_SCOPE ? 'app' : 'shop');
