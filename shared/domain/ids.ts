import { z } from 'zod';

const id = z.string().min(1).max(64);

/** Ids of subjects have their kind as their brand, so a new kind needs no line here. */
export const subjectId = <Kind extends string>(kind: Kind) => id.brand(kind);
export type SubjectId<Kind extends string> = z.infer<ReturnType<typeof subjectId<Kind>>>;

export const ShopId = subjectId('shop');
export type ShopId = SubjectId<'shop'>;
export const AgentId = subjectId('agent');
export type AgentId = SubjectId<'agent'>;
export const CustomerId = subjectId('customer');
export type CustomerId = SubjectId<'customer'>;
export const OrderId = subjectId('order');
export type OrderId = SubjectId<'order'>;
export const TaskId = id.brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;
export const ActivityId = id.brand<'ActivityId'>();
export type ActivityId = z.infer<typeof ActivityId>;
export const ImportRunId = id.brand<'ImportRunId'>();
export type ImportRunId = z.infer<typeof ImportRunId>;
export const ScriptId = subjectId('script');
export type ScriptId = SubjectId<'script'>;
export const ConcessionId = id.brand<'ConcessionId'>();
export type ConcessionId = z.infer<typeof ConcessionId>;
export const ScriptImportId = id.brand<'ScriptImportId'>();
export type ScriptImportId = z.infer<typeof ScriptImportId>;
export const ScriptGroupId = subjectId('script-group');
export type ScriptGroupId = SubjectId<'script-group'>;
export const ScriptExampleId = id.brand<'ScriptExampleId'>();
export type ScriptExampleId = z.infer<typeof ScriptExampleId>;
export const ScriptProposalId = id.brand<'ScriptProposalId'>();
export type ScriptProposalId = z.infer<typeof ScriptProposalId>;
export const ScriptPictureId = subjectId('picture');
export type ScriptPictureId = SubjectId<'picture'>;
export const ClaimId = id.brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
export const CaseId = subjectId('case');
export type CaseId = SubjectId<'case'>;
export const DeadlineId = id.brand<'DeadlineId'>();
export type DeadlineId = z.infer<typeof DeadlineId>;
export const EvidenceId = id.brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;
export const ContactAttemptId = id.brand<'ContactAttemptId'>();
export type ContactAttemptId = z.infer<typeof ContactAttemptId>;
