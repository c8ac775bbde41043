import { CHASE_STEP_LABELS } from '../../../shared/domain/chasing/chase-settings.ts';
import { CUSTOMER_GRADE_LABELS } from '../../../shared/domain/orders/customer.ts';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';
import {
  SCRIPT_SCOPE_LABELS,
  SCRIPT_STAGE_LABELS,
  type ScriptFit,
} from '../../../shared/domain/scripts/script.ts';
import {
  CONTENT_FIELD_LABELS,
  type ContentField,
  changedFieldsOf,
  type ScriptContent,
} from '../../../shared/domain/scripts/script-learning/versions.ts';
import {
  diffParts,
  diffText,
  type PartDiff,
  type TextPiece,
} from '../../../shared/domain/scripts/text-diff.ts';
import { ownValue } from '../../../shared/own-value.ts';

const MARKS = { removed: 'del', added: 'ins' } as const;

export function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) => {
    if (piece.kind === 'same') return piece.text;
    const Mark = MARKS[piece.kind];
    return (
      // Pieces have no identity of their own; they are drawn anew with the text.
      // oxlint-disable-next-line react/no-array-index-key
      <Mark key={index} className="diff-mark">
        {piece.text}
      </Mark>
    );
  });
}

const PART_LABELS = { same: '未改', changed: '修改', removed: '删除', added: '新增' } as const;

function Part({ part }: { readonly part: PartDiff }) {
  return (
    <li className="diff-part" data-kind={part.kind}>
      <span className="muted diff-part-kind">{PART_LABELS[part.kind]}</span>
      <span className="diff-text">
        <Pieces pieces={part.pieces} />
      </span>
    </li>
  );
}

const LABELS: Readonly<Record<string, string>> = {
  ...SCRIPT_STAGE_LABELS,
  ...UNPAID_REASON_LABELS,
  ...CHASE_STEP_LABELS,
  ...CUSTOMER_GRADE_LABELS,
};

function fitText({ stages, reasons, steps, grades }: ScriptFit): string {
  const words = [...stages, ...reasons, ...steps, ...grades].map((value) => ownValue(LABELS, value) ?? value);
  return words.length === 0 ? '不限' : words.join('、');
}

/** A field other than the messages as one line of text. */
function textOf(content: ScriptContent, field: Exclude<ContentField, 'parts' | 'groupId'>): string {
  const texts = {
    scope: () => SCRIPT_SCOPE_LABELS[content.scope.kind],
    title: () => content.title,
    code: () => content.code,
    keywords: () => content.keywords,
    tags: () => content.tags.join('、'),
    fit: () => fitText(content.fit),
  } as const satisfies Record<typeof field, () => string>;
  return texts[field]();
}

type DiffProps = { readonly before: ScriptContent; readonly after: ScriptContent };

function Field({ field, before, after }: DiffProps & { readonly field: ContentField }) {
  if (field === 'parts') {
    return (
      <ol className="diff-parts">
        {diffParts(before.parts, after.parts).map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Part key={index} part={part} />
        ))}
      </ol>
    );
  }
  if (field === 'groupId') return <span>已移到其他分组</span>;
  return (
    <span className="diff-text">
      <Pieces pieces={diffText(textOf(before, field), textOf(after, field))} />
    </span>
  );
}

/** Shows the fields that differ, and none of the others. */
export function ContentDiff({ before, after }: DiffProps) {
  const fields = changedFieldsOf(before, after);
  if (fields.length === 0) return <p className="muted">内容没有变化</p>;
  return (
    <dl className="diff">
      {fields.map((field) => (
        <div key={field} className="diff-field">
          <dt className="muted">{CONTENT_FIELD_LABELS[field]}</dt>
          <dd>
            <Field field={field} before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A whole version, where there is nothing to compare it with. */
export function ContentText({ content }: { readonly content: ScriptContent }) {
  return (
    <ol className="diff-parts">
      {content.parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="diff-part" data-kind="same">
          <span className="diff-text">{part}</span>
        </li>
      ))}
    </ol>
  );
}
