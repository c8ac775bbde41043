import { z } from 'zod';
import { ChaseSettings, DEFAULT_CHASE_SETTINGS } from './chase-settings.ts';
import { ConcessionSettings, DEFAULT_CONCESSION_SETTINGS } from './concession.ts';
import { ShopId } from './ids.ts';
import { DEFAULT_WORDING_SETTINGS, WordingSettings } from './wording/wording-settings.ts';

export const PLATFORMS = ['taobao', 'tmall', 'douyin', 'pinduoduo', 'jd'] as const;
export const Platform = z.enum(PLATFORMS);
export type Platform = z.infer<typeof Platform>;

export const PLATFORM_LABELS = {
  taobao: '淘宝',
  tmall: '天猫',
  douyin: '抖店',
  pinduoduo: '拼多多',
  jd: '京东',
} as const satisfies Record<Platform, string>;

/** R2, R11: what makes a customer a 老客 or a VIP, counted over paid orders. */
export const GradeSettings = z.object({
  vipPaidOrders: z.int().min(1).max(1000),
  vipPaidFen: z.int().min(0),
});
export type GradeSettings = z.infer<typeof GradeSettings>;

/** What a build before it did not know comes with its default, so that older stores go on. */
export const ShopSettings = z.object({
  chase: ChaseSettings,
  grade: GradeSettings,
  concession: ConcessionSettings.default(DEFAULT_CONCESSION_SETTINGS),
  wording: WordingSettings.default(DEFAULT_WORDING_SETTINGS),
});
export type ShopSettings = z.infer<typeof ShopSettings>;

export const DEFAULT_SHOP_SETTINGS: ShopSettings = {
  chase: DEFAULT_CHASE_SETTINGS,
  grade: { vipPaidOrders: 5, vipPaidFen: 200_000 },
  concession: DEFAULT_CONCESSION_SETTINGS,
  wording: DEFAULT_WORDING_SETTINGS,
};

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
