import { z } from 'zod';
import { ShopId } from '../ids.ts';
import type { SettingsLevel } from './declaration.ts';

export const APP_SCOPE = 'app';

/** The owner of settings: a shop, or this PC. */
export const SettingsScope = z.union([z.literal(APP_SCOPE), ShopId]);
export type SettingsScope = z.infer<typeof SettingsScope>;

export const levelOf = (scope: SettingsScope): SettingsLevel => (scope === APP_SCOPE ? 'app' : 'shop');
