import { z } from 'zod';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { FOR_ALL, ScriptDraft } from '../../../../shared/domain/scripts/script.ts';
import { firstTemplateProblem } from '../../../../shared/domain/scripts/script-template/template-problems.ts';
import { codeFor, titleFor } from '../../../../shared/domain/scripts/suggest-names.ts';

/** A script while it is being written: anything goes until it is saved. */
export const ScriptForm = z.object({
  scope: ScriptDraft.shape.scope,
  groupId: z.string().nullable(),
  title: z.string(),
  code: z.string(),
  parts: z.array(z.string()),
  keywords: z.string(),
  tags: z.array(z.string()),
  fit: ScriptDraft.shape.fit,
});
export type ScriptForm = z.infer<typeof ScriptForm>;

/** Unsaved work by the id of its script, or by this key when it has none yet. */
export const NEW_SCRIPT = 'new';
export const Drafts = z.record(z.string(), ScriptForm);
export type Drafts = z.infer<typeof Drafts>;

const NO_FIT = { stages: [], reasons: [], steps: [], grades: [] };

export function emptyForm(groupId: string | null): ScriptForm {
  return {
    scope: FOR_ALL,
    groupId,
    title: '',
    code: '',
    parts: [''],
    keywords: '',
    tags: [],
    fit: NO_FIT,
  };
}

export function formOf(script: Script): ScriptForm {
  const { scope, groupId, title, code, parts, keywords, tags, fit } = script;
  return { scope, groupId, title, code, parts, keywords, tags, fit };
}

type Beside = { readonly scripts: readonly Pick<Script, 'code' | 'groupId'>[] };

/** A title and a code where none is written yet: by the text, and as the scripts of the group are numbered. */
export function withNames(form: ScriptForm, { scripts }: Beside): ScriptForm {
  const text = form.parts.find((part) => part.trim() !== '')?.trim() ?? '';
  if (text === '') return form;
  const title = form.title.trim() === '' ? titleFor(text) : form.title;
  if (form.code.trim() !== '') return { ...form, title };
  const taken = new Set(scripts.map(({ code }) => code.toLowerCase()));
  const beside = scripts.findLast(({ groupId }) => groupId === form.groupId)?.code ?? null;
  return {
    ...form,
    title,
    code: codeFor(title, form.groupId === null ? null : beside, (code) => taken.has(code)),
  };
}

export function isSameForm(a: ScriptForm, b: ScriptForm): boolean {
  return JSON.stringify(ScriptForm.parse(a)) === JSON.stringify(ScriptForm.parse(b));
}

export function withDraft(drafts: Drafts, key: string, form: ScriptForm | undefined): Drafts {
  const { [key]: _, ...others } = drafts;
  return form === undefined ? others : { ...others, [key]: form };
}

export type FormErrors = Readonly<Partial<Record<'title' | 'code' | 'parts' | 'keywords', string>>>;

const TOO_LONG = { title: '标题最多 60 字', code: '编码最多 20 字', keywords: '关键词最多 200 字' } as const;

function textError(key: 'title' | 'code' | 'keywords', text: string): string | undefined {
  const parsed = ScriptDraft.shape[key].safeParse(text);
  if (parsed.success) return undefined;
  return text.trim() === '' ? parsed.error.issues[0]?.message : TOO_LONG[key];
}

/** Empty parts are left out when saving, so only a script without any text is wrong, or one with a broken tag. */
export function formErrors(form: ScriptForm): FormErrors {
  const title = textError('title', form.title);
  const code = /\s/.test(form.code.trim()) ? '编码不能含有空格' : textError('code', form.code);
  const keywords = textError('keywords', form.keywords);
  const hasText = form.parts.some((part) => part.trim() !== '');
  const parts = hasText ? firstTemplateProblem(form.parts) : '请填写内容';
  return {
    ...(title === undefined ? {} : { title }),
    ...(code === undefined ? {} : { code }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** Only for a form without errors. */
export function toDraft(form: ScriptForm): ScriptDraft {
  return ScriptDraft.parse({ ...form, parts: form.parts.filter((part) => part.trim() !== '') });
}
