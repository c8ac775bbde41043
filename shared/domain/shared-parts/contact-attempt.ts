import { z } from 'zod';
import { Moment } from '../../time/moment.ts';
import { AgentId, ContactAttemptId, ShopId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';

export const ContactChannel = z.enum(['chat', 'phone', 'wechat', 'qq', 'email', 'sms', 'ticket']);
export type ContactChannel = z.infer<typeof ContactChannel>;
export const CONTACT_CHANNEL_LABELS = {
  chat: '平台聊天',
  phone: '电话',
  wechat: '微信',
  qq: 'QQ',
  email: '邮件',
  sms: '短信',
  ticket: '平台工单',
} as const satisfies Record<ContactChannel, string>;

/** The agent tries a person again who was not reached, or says that it is no use. */
export const ContactResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reached') }),
  z.object({ kind: z.literal('not-reached'), nextTryAtMs: Moment }),
  z.object({ kind: z.literal('given-up') }),
]);
export type ContactResult = z.infer<typeof ContactResult>;

/** 联系记录: one try to reach somebody about a subject. */
export const ContactAttempt = z.object({
  id: ContactAttemptId,
  shopId: ShopId.nullable(),
  subject: SubjectRef,
  channel: ContactChannel,
  result: ContactResult,
  said: z.string().max(1000).nullable(),
  agentId: AgentId.nullable(),
  atMs: z.int(),
});
export type ContactAttempt = z.infer<typeof ContactAttempt>;
