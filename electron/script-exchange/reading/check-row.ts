import { DEEPEST_GROUP, LONGEST_PART, ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { SCRIPT_FIELD_LABELS } from '../../../shared/domain/scripts/script-file.ts';
import { firstTemplateProblem } from '../../../shared/domain/scripts/script-template/template-problems.ts';
import { checkWording } from '../../../shared/domain/scripts/wording/check-wording.ts';
import type { WordingSettings } from '../../../shared/domain/scripts/wording/wording-settings.ts';
import { cutText } from './cut-text.ts';
import { askedVariables, foreignVariables } from './foreign-variables.ts';
import type { ReadRow, RowFault, ScriptRow } from './script-row.ts';

const { code, parts, title, keywords, tags } = ScriptDraft.shape;
const LONGEST_TITLE = 60;
const LONGEST_GROUP_NAME = 20;
/** A cell that is shown whole in a list. */
const SHOWN_OF_VALUE = 80;

const { code: CODE, content: CONTENT, keywords: KEYWORDS, tags: TAGS } = SCRIPT_FIELD_LABELS;

function fault(column: string, value: string, reason: string): RowFault {
  return { column, value: value.slice(0, SHOWN_OF_VALUE), reason };
}

function partsFault(texts: readonly string[]): RowFault | null {
  const text = texts.join('\n');
  if (texts.length === 0) return fault(CONTENT, '', '没有内容');
  if (texts.some((part) => part.length > LONGEST_PART))
    return fault(CONTENT, text, `有一段超过 ${LONGEST_PART} 字`);
  return parts.safeParse(texts).success ? null : fault(CONTENT, text, `超过 10 段（${texts.length} 段）`);
}

/** The fault that keeps the script out of the library, whatever the agent chooses for it. */
function faultOf(script: ScriptRow): RowFault | null {
  const tooMuch = partsFault(script.parts);
  if (tooMuch) return tooMuch;
  if (script.code !== '' && !code.safeParse(script.code).success)
    return fault(CODE, script.code, '编码超过 20 字');
  if (script.keywords !== undefined && !keywords.safeParse(script.keywords).success)
    return fault(KEYWORDS, script.keywords, '关键词超过 200 字');
  if (script.tags !== undefined && !tags.safeParse(script.tags).success)
    return fault(TAGS, script.tags.join('、'), '标签超过 10 个，或有标签超过 20 字');
  const problem = firstTemplateProblem(script.parts);
  return problem === undefined ? null : fault(CONTENT, script.parts.join('\n'), problem);
}

/** Title and group only help to find a script: too long, they are cut rather than refused. */
function fitted(script: ScriptRow, notes: string[]): ScriptRow {
  const isTitleLong = script.title !== undefined && !title.safeParse(script.title).success;
  if (isTitleLong) notes.push(`标题超过 ${LONGEST_TITLE} 字，已截短`);
  const path = script.groupPath?.slice(0, DEEPEST_GROUP).map((name) => cutText(name, LONGEST_GROUP_NAME));
  if (path !== undefined && path.join() !== script.groupPath?.join())
    notes.push(`分组只保留 ${DEEPEST_GROUP} 级、每级 ${LONGEST_GROUP_NAME} 字`);
  return {
    ...script,
    ...(isTitleLong ? { title: cutText(script.title ?? '', LONGEST_TITLE) } : {}),
    ...(path === undefined ? {} : { groupPath: path }),
  };
}

/** The row made fit for the library, what was done to it, and what stands in the way. */
export function checkRow({ script, fault: found, notes: before }: ReadRow): ReadRow {
  const notes = [...before];
  const fit = fitted(script, notes);
  const foreign = foreignVariables(fit.parts);
  if (foreign.length > 0) notes.push(`${foreign.join(' ')} 像其他工具的变量，不会自动填写`);
  const wrong = found ?? faultOf(fit);
  const asked = wrong === null ? askedVariables(fit.parts) : [];
  if (asked.length > 0) notes.push(`${asked.map((name) => `{${name}}`).join(' ')} 在复制时填写`);
  return { script: fit, fault: wrong, notes };
}

export function wordingCount(texts: readonly string[], settings: WordingSettings | undefined): number {
  return texts.reduce((sum, text) => sum + checkWording(text, settings).length, 0);
}
