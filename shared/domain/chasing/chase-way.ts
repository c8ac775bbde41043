import type { Platform } from '../team/shop.ts';

/**
 * P1: 拼多多 lets a shop write to nobody about an unpaid order; its own 催支付 is clicked instead, and scripts answer only
 * those who write first.
 */
export const isChasedByPlatform = (platform: Platform | null): boolean => platform === 'pinduoduo';

/** Said beside the order. */
export const CHASED_BY_PLATFORM = '拼多多不提供聊天催付：在平台的待支付订单里点「催支付」，点过按「已催付」';
/** Said in the queue and in reminders, behind why it is time. */
export const CHASED_BY_PLATFORM_SHORT = '，用平台「催支付」';
