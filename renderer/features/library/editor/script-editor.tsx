import { Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import { LONGEST_TAG, MOST_TAGS, type Script } from '../../../../shared/domain/scripts/script.ts';
import { AppError } from '../../../../shared/errors.ts';
import { isComposing } from '../../../lib/keyboard.ts';
import { useMayEdit } from '../../../lib/main-process/app-state.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { useFeedback } from '../../../ui/feedback.tsx';
import { wayBack } from '../../../ui/forms/use-action.ts';
import { groupPath, type Library, scopeKey, tagCounts } from '../library-view.ts';
import { useSaveScript } from '../mutations.ts';
import type { PartPlace } from '../wording/wording-view.ts';
import { EditorField } from './editor-field.tsx';
import { EditorHead } from './editor-head.tsx';
import { FitFields } from './fit-fields.tsx';
import { PartFields } from './parts/part-fields.tsx';
import { usePictures } from './pictures/use-pictures.ts';
import { ProposeBar } from './propose-bar.tsx';
import { useScopeOptions } from './scope-label.tsx';
import type { FormErrors, ScriptForm } from './script-form.ts';
import { formErrors, toDraft, withNames } from './script-form.ts';
import { ScriptPreview } from './script-preview.tsx';
import { UseFacts } from './use-facts.tsx';
import { UsedBy } from './used-by.tsx';

type ScriptEditorProps = {
  /** `undefined`: a new one. */
  readonly script: Script | undefined;
  readonly library: Library;
  readonly form: ScriptForm;
  readonly isUnsaved: boolean;
  readonly startAt: PartPlace | undefined;
  readonly onForm: (form: ScriptForm) => void;
  readonly onDiscard: () => void;
  readonly onSaved: (id: ScriptId) => void;
};

/** Ctrl+S anywhere on the screen: the hand does not ask where the focus is. */
function useSaveKey(save: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isSave || isComposing(event)) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Whether the words that are there, and those that are to be there, may be changed without a lead. */
function useIsFree({ script, form }: ScriptEditorProps): boolean {
  const mayWrite = useMayEdit(form.scope);
  const mayChange = useMayEdit(script?.scope ?? form.scope);
  return mayWrite && mayChange;
}

function useSaving(props: ScriptEditorProps) {
  const { script, library, isUnsaved, onSaved } = props;
  // Names that a new script lacks follow from its words.
  const form = script === undefined ? withNames(props.form, library) : props.form;
  const isFree = useIsFree(props);
  const [isProposing, setIsProposing] = useState(false);
  const feedback = useFeedback();
  const [isTried, setIsTried] = useState(false);
  const saving = useSaveScript();
  const errors = formErrors(form);
  const save = () => {
    setIsTried(true);
    if (!isUnsaved || saving.isPending || Object.keys(errors).length > 0) return;
    if (!isFree) {
      setIsProposing(true);
      return;
    }
    saving.mutate(
      { id: script?.id ?? null, draft: toDraft(form) },
      {
        onSuccess: ({ script: { id, title }, activityId }) => {
          feedback.done(`已保存「${title}」`, wayBack(activityId));
          onSaved(id);
        },
      },
    );
  };
  const takenCode =
    saving.error instanceof AppError && saving.error.code === 'conflict' ? saving.error : null;
  const shown: FormErrors = {
    ...(isTried ? errors : {}),
    ...(takenCode ? { code: takenCode.message } : {}),
  };
  return {
    save,
    isFree,
    isProposing: isProposing && isUnsaved,
    endProposing: () => setIsProposing(false),
    errors: shown,
    failure: takenCode ? null : saving.error,
    reset: saving.reset,
  };
}

/** As the draft has them: without what only looks like a tag. */
function tidyTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => tag.trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== '');
  return [...new Set(tidy)];
}

type FieldsProps = {
  readonly isNew: boolean;
  readonly form: ScriptForm;
  readonly errors: FormErrors;
  readonly library: Library;
  readonly onForm: (form: ScriptForm) => void;
};

function NameFields({ isNew, form, errors, library, onForm }: FieldsProps) {
  const groupOptions = [
    { value: '', label: '未分组' },
    ...library.groups.map(({ id }) => ({ value: id as string, label: groupPath(library.groups, id) })),
  ];
  return (
    <div className="library-names">
      <EditorField id="script-title" label="标题" error={errors.title}>
        <Input
          id="script-title"
          maxLength={60}
          placeholder={isNew ? '不填则取内容的第一句' : undefined}
          value={form.title}
          onChange={(event) => onForm({ ...form, title: event.target.value })}
        />
      </EditorField>
      <EditorField id="script-code" label="编码" hint="输入编码直接找到" error={errors.code}>
        <Input
          id="script-code"
          maxLength={20}
          placeholder={isNew ? '不填则接着分组编号' : undefined}
          value={form.code}
          onChange={(event) => onForm({ ...form, code: event.target.value })}
        />
      </EditorField>
      <EditorField id="script-group" label="分组">
        <Select<string>
          id="script-group"
          showSearch={{ optionFilterProp: 'label' }}
          options={groupOptions}
          value={form.groupId ?? ''}
          onChange={(value) => onForm({ ...form, groupId: value === '' ? null : value })}
        />
      </EditorField>
    </div>
  );
}

/** The fields for scope and tags. */
function OwnerFields({ form, library, onForm }: Pick<FieldsProps, 'form' | 'library' | 'onForm'>) {
  const scopes = useScopeOptions();
  return (
    <div className="library-owner">
      <EditorField id="script-scope" label="适用范围">
        <Select<string>
          id="script-scope"
          options={scopes.map(({ value, label }) => ({ value, label }))}
          value={scopeKey(form.scope)}
          onChange={(value) => {
            const scope = scopes.find((option) => option.value === value)?.scope;
            if (scope !== undefined) onForm({ ...form, scope });
          }}
        />
      </EditorField>
      <EditorField id="script-tags" label="标签" hint="用于筛选，回车添加">
        <Select<string[]>
          id="script-tags"
          mode="tags"
          maxCount={MOST_TAGS}
          tokenSeparators={[' ', ',', '，', '、']}
          options={tagCounts(library.scripts).map(([tag, count]) => ({
            value: tag,
            label: `${tag}（${count}）`,
          }))}
          optionLabelProp="value"
          value={form.tags}
          onChange={(tags) => onForm({ ...form, tags: tidyTags(tags) })}
        />
      </EditorField>
    </div>
  );
}

/** One script, written and seen as the customer will see it. */
export function ScriptEditor(props: ScriptEditorProps) {
  const { script, library, form, onForm } = props;
  const { save, isFree, isProposing, endProposing, errors, failure, reset } = useSaving(props);
  useSaveKey(save);
  const gallery = usePictures();
  const change = (next: ScriptForm) => {
    // Main's answer was about the old text, not about the new one.
    reset();
    onForm(next);
  };
  return (
    <section className="library-editor" aria-label={script === undefined ? '新话术' : `编辑 ${script.title}`}>
      <EditorHead {...props} isFree={isFree} save={save} />
      {isProposing && (
        <ProposeBar
          script={script}
          draft={toDraft(script === undefined ? withNames(form, library) : form)}
          onDone={() => {
            endProposing();
            props.onDiscard();
          }}
          onCancel={endProposing}
        />
      )}
      <div className="library-editor-body">
        {failure && <ErrorNote error={failure} />}
        <div className="library-text">
          <PartFields
            parts={form.parts}
            scope={form.scope}
            error={errors.parts}
            scripts={library.scripts}
            scriptId={script?.id}
            gallery={gallery}
            startAt={props.startAt}
            onParts={(parts) => change({ ...form, parts })}
          />
          <ScriptPreview
            parts={form.parts}
            scope={form.scope}
            scripts={library.scripts}
            pictures={gallery.pictures}
          />
        </div>
        <NameFields
          isNew={script === undefined}
          form={form}
          errors={errors}
          library={library}
          onForm={change}
        />
        <OwnerFields form={form} library={library} onForm={change} />
        <FitFields fit={form.fit} onFit={(fit) => change({ ...form, fit })} />
        <EditorField
          id="script-keywords"
          label="关键词"
          hint="客户可能的说法，用空格隔开，查找时一并匹配"
          error={errors.keywords}
        >
          <Input
            id="script-keywords"
            maxLength={200}
            value={form.keywords}
            onChange={(event) => change({ ...form, keywords: event.target.value })}
          />
        </EditorField>
        {script !== undefined && <UsedBy script={script} scripts={library.scripts} />}
        {script !== undefined && <UseFacts script={script} />}
      </div>
    </section>
  );
}
