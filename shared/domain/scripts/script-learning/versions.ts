import { z } from 'zod';
import type { ActivityData } from '../../activities/activity.ts';
import { ActivityId } from '../../ids.ts';
import { Script } from '../script.ts';

/** The parts of a script that people decide: its words, and when it is offered. */
export const ScriptContent = Script.pick({
  scope: true,
  groupId: true,
  title: true,
  code: true,
  parts: true,
  keywords: true,
  tags: true,
  fit: true,
});
export type ScriptContent = z.infer<typeof ScriptContent>;
export type ContentField = keyof ScriptContent;

export const CONTENT_FIELDS = ScriptContent.keyof().options;

/** In the words of the editor. */
export const CONTENT_FIELD_LABELS = {
  scope: '使用范围',
  groupId: '分组',
  title: '标题',
  code: '编码',
  parts: '内容',
  keywords: '关键词',
  tags: '标签',
  fit: '适用于',
} as const satisfies Record<ContentField, string>;

export function contentOf(script: ScriptContent): ScriptContent {
  const { scope, groupId, title, code, parts, keywords, tags, fit } = script;
  return { scope, groupId, title, code, parts, keywords, tags, fit };
}

/** The fields in which the two differ, in the order of the editor. */
export function changedFieldsOf(before: ScriptContent, after: ScriptContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

export const SCRIPT_CHANGE_KINDS = [
  'script-created',
  'script-edited',
  'script-archived',
  'script-restored',
  'undone',
] as const;
export const ScriptChangeKind = z.enum(SCRIPT_CHANGE_KINDS);
export type ScriptChangeKind = z.infer<typeof ScriptChangeKind>;

/** An activity that changed the script, with the name of who did it. */
export type RecordedChange = {
  readonly id: ActivityId;
  readonly atMs: number;
  readonly kind: ScriptChangeKind;
  readonly agentName: string | null;
  readonly data: ActivityData;
};

export const ScriptVersion = z.object({
  /** `null`: the script as it was before the first recorded change. */
  changeId: ActivityId.nullable(),
  atMs: z.int().nullable(),
  kind: ScriptChangeKind.nullable(),
  agentName: z.string().nullable(),
  content: ScriptContent,
  /** The fields that differ from the version before. */
  changed: z.array(ScriptContent.keyof()),
});
export type ScriptVersion = z.infer<typeof ScriptVersion>;

/** The script as it was before the change; a field that an older build stored otherwise is left as it is. */
export function contentBefore(after: ScriptContent, { data }: Pick<RecordedChange, 'data'>): ScriptContent {
  let content = after;
  const ofScript = (data.changes ?? []).filter(({ table }) => table === 'scripts');
  const before = ofScript.flatMap((change) => Object.entries(change.before ?? {}));
  for (const [field, value] of before) {
    const parsed = ScriptContent.safeParse({ ...content, [field]: value });
    if (parsed.success) content = parsed.data;
  }
  return content;
}

/** Every version there was, the newest first: read back from the script as it is, change by change. */
export function scriptVersionsOf(
  current: ScriptContent,
  changes: readonly RecordedChange[],
): ScriptVersion[] {
  let content = contentOf(current);
  const versions = changes.map(({ id, atMs, kind, agentName, data }): ScriptVersion => {
    const after = content;
    content = kind === 'script-created' ? after : contentBefore(after, { data });
    return { changeId: id, atMs, kind, agentName, content: after, changed: changedFieldsOf(content, after) };
  });
  if (changes.at(-1)?.kind === 'script-created') return versions;
  return [...versions, { changeId: null, atMs: null, kind: null, agentName: null, content, changed: [] }];
}
