import { z } from 'zod';
import { ShopId } from '../ids.ts';
import { defaultSettings, type SettingsOf, settingsSchema } from '../settings/settings-of.ts';

export const PLATFORMS = [
  'taobao',
  'tmall',
  'douyin',
  'pinduoduo',
  'jd',
  'wechat',
  'kuaishou',
  'xiaohongshu',
] as const;
export const Platform = z.enum(PLATFORMS);
export type Platform = z.infer<typeof Platform>;

export const PLATFORM_LABELS = {
  taobao: '淘宝',
  tmall: '天猫',
  douyin: '抖店',
  pinduoduo: '拼多多',
  jd: '京东',
  wechat: '微信小店',
  kuaishou: '快手',
  xiaohongshu: '小红书',
} as const satisfies Record<Platform, string>;

/** The settings of a shop, by domain: rules read `settings.chase`. */
export type ShopSettings = SettingsOf<'shop'>;
export const ShopSettings = settingsSchema('shop');

export const DEFAULT_SHOP_SETTINGS: ShopSettings = defaultSettings('shop');

export const Shop = z.object({
  id: ShopId,
  name: z.string(),
  platform: Platform,
  /** The try-out shop that one click installs and another removes. */
  isSample: z.boolean(),
  settings: ShopSettings,
});
export type Shop = z.infer<typeof Shop>;

export const NewShop = z.object({ name: z.string().trim().min(1).max(60), platform: Platform });
export type NewShop = z.infer<typeof NewShop>;
