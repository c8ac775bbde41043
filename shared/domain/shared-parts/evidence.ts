import { z } from 'zod';
import { AgentId, EvidenceId, ShopId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';

export const EvidenceKind = z.enum(['quote', 'picture', 'file', 'tracking', 'bill']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export const EVIDENCE_KIND_LABELS = {
  quote: '聊天原话',
  picture: '图片',
  file: '文件',
  tracking: '物流信息',
  bill: '账单',
} as const satisfies Record<EvidenceKind, string>;

/** How it came into the store. What an agent typed is worth less than what a chat file shows, and is marked. */
export const EvidenceSource = z.enum(['chat-import', 'typed', 'pasted']);
export type EvidenceSource = z.infer<typeof EvidenceSource>;
export const EVIDENCE_SOURCE_LABELS = {
  'chat-import': '聊天记录导入',
  typed: '手工录入',
  pasted: '粘贴',
} as const satisfies Record<EvidenceSource, string>;

export const SaidBy = z.enum(['customer', 'agent', 'warehouse', 'courier']);
export type SaidBy = z.infer<typeof SaidBy>;
export const SAID_BY_LABELS = {
  customer: '客户',
  agent: '客服',
  warehouse: '仓库',
  courier: '快递',
} as const satisfies Record<SaidBy, string>;

/** 凭证: who said or showed what, and when. It is added and never changed. */
export const Evidence = z.object({
  id: EvidenceId,
  shopId: ShopId.nullable(),
  subject: SubjectRef,
  kind: EvidenceKind,
  text: z.string().max(5000).nullable(),
  source: EvidenceSource,
  /** The line of the chat file that it was read from. */
  messageRef: z.string().max(200).nullable(),
  /** As the agent knows the file; where it lies follows from its content. */
  fileName: z.string().max(200).nullable(),
  sha256: z.string().length(64).nullable(),
  saidAtMs: z.int().nullable(),
  saidBy: SaidBy,
  agentId: AgentId.nullable(),
  atMs: z.int(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Says nothing and shows nothing. */
export const isEmptyEvidence = ({ text, sha256 }: Pick<Evidence, 'text' | 'sha256'>): boolean =>
  sha256 === null && (text?.trim() ?? '') === '';
