import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import {
  applyReplacement,
  checkWording,
  type WordingFinding,
} from '../../../shared/domain/wording/check-wording.ts';
import { hasStrayBrace, insertVariable, unknownVariables } from './script-text.ts';
import { VariableSelect } from './variable-select.tsx';
import { WordingFindings } from './wording-findings.tsx';
import type { PartPlace } from './wording-view.ts';

const PARTS_AT_MOST = 10;

type Parts = readonly string[];
type PartFieldsProps = {
  readonly parts: Parts;
  readonly error: string | undefined;
  /** What the report points at; selected once the editor is there. */
  readonly startAt: PartPlace | undefined;
  readonly onParts: (parts: string[]) => void;
};

const partId = (index: number) => `script-part-${index}`;

function textAreaOf(index: number): HTMLTextAreaElement | undefined {
  const element = document.getElementById(partId(index));
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

/** A cursor without a selection. */
const behind = (part: number, at: number): PartPlace => ({ part, start: at, end: at });

function swapped(parts: Parts, a: number, b: number): string[] {
  const next = [...parts];
  [next[a], next[b]] = [parts[b] ?? '', parts[a] ?? ''];
  return next;
}

/** What is wrong with the braces of one part, in words. */
function braceWarning(part: string): string | undefined {
  const unknown = unknownVariables([part]);
  if (unknown.length > 0) return `未知变量 {${unknown.join('}、{')}}，复制时需要手工填写`;
  return hasStrayBrace(part) ? '花括号不成对' : undefined;
}

type PartFieldProps = {
  readonly part: string;
  readonly index: number;
  readonly count: number;
  readonly onText: (text: string) => void;
  readonly onMove: (offset: number) => void;
  readonly onRemove: () => void;
  readonly onFocus: () => void;
  readonly onReplace: (finding: WordingFinding) => void;
  readonly onSplit: ((at: number) => void) | undefined;
};

function PartField({ part, index, count, ...on }: PartFieldProps) {
  const warning = braceWarning(part);
  const name = `第 ${index + 1} 段`;
  const label = count > 1 ? name : '内容';
  const warningId = `${partId(index)}-warning`;
  const wordingId = `${partId(index)}-wording`;
  const findings = checkWording(part);
  const describedBy = [
    ...(warning === undefined ? [] : [warningId]),
    ...(findings.length > 0 ? [wordingId] : []),
  ];
  return (
    <div className="library-part">
      <div className="library-part-head">
        <label htmlFor={partId(index)}>{label}</label>
        <span className="muted numeric">{part.length} 字</span>
        {count > 1 && (
          <span className="library-part-tools">
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined aria-hidden="true" />}
              aria-label={`${name}上移`}
              disabled={index === 0}
              onClick={() => on.onMove(-1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined aria-hidden="true" />}
              aria-label={`${name}下移`}
              disabled={index === count - 1}
              onClick={() => on.onMove(1)}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={`删除${name}`}
              onClick={on.onRemove}
            />
          </span>
        )}
      </div>
      <Input.TextArea
        id={partId(index)}
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={part}
        {...(warning === undefined ? {} : { status: 'warning' })}
        aria-describedby={describedBy.length > 0 ? describedBy.join(' ') : undefined}
        onFocus={on.onFocus}
        onChange={(event) => on.onText(event.target.value)}
      />
      {warning !== undefined && (
        <p className="library-warning" id={warningId}>
          {warning}
        </p>
      )}
      <WordingFindings
        id={wordingId}
        label={label}
        findings={findings}
        onReplace={on.onReplace}
        onSplit={on.onSplit}
      />
    </div>
  );
}

/** The messages of a script in the order they are sent. */
export function PartFields({ parts, error, startAt, onParts }: PartFieldsProps) {
  const lastFocused = useRef(0);
  const cursor = useRef<PartPlace | null>(startAt ?? null);

  // The cursor can only go to its place once the text is there.
  useLayoutEffect(() => {
    const wanted = cursor.current;
    cursor.current = null;
    if (wanted === null) return;
    const area = textAreaOf(wanted.part);
    area?.focus();
    area?.setSelectionRange(wanted.start, wanted.end);
  });

  const insert = (name: string) => {
    const index = Math.min(lastFocused.current, parts.length - 1);
    const part = parts[index] ?? '';
    const area = textAreaOf(index);
    const selection = { start: area?.selectionStart ?? part.length, end: area?.selectionEnd ?? part.length };
    const inserted = insertVariable(part, selection, name);
    cursor.current = behind(index, inserted.cursor);
    onParts(parts.with(index, inserted.text));
  };
  const add = () => {
    cursor.current = behind(parts.length, 0);
    onParts([...parts, '']);
  };
  const replace = (index: number, finding: WordingFinding) => {
    const part = parts[index] ?? '';
    cursor.current = behind(index, finding.start + (finding.replacement ?? finding.found).length);
    onParts(parts.with(index, applyReplacement(part, finding)));
  };
  const split = (index: number, at: number) => {
    const part = parts[index] ?? '';
    cursor.current = behind(index + 1, 0);
    onParts(parts.toSpliced(index, 1, part.slice(0, at).trimEnd(), part.slice(at).trimStart()));
  };

  return (
    <div className="library-parts">
      {parts.map((part, index) => (
        <PartField
          // Parts have no identity but their place.
          key={partId(index)}
          part={part}
          index={index}
          count={parts.length}
          onText={(text) => onParts(parts.with(index, text))}
          onMove={(offset) => onParts(swapped(parts, index, index + offset))}
          onRemove={() => onParts(parts.toSpliced(index, 1))}
          onFocus={() => {
            lastFocused.current = index;
          }}
          onReplace={(finding) => replace(index, finding)}
          onSplit={parts.length < PARTS_AT_MOST ? (at) => split(index, at) : undefined}
        />
      ))}
      {error !== undefined && (
        <p role="alert" className="library-error">
          {error}
        </p>
      )}
      <div className="library-part-actions">
        <VariableSelect onChoose={insert} />
        <Button disabled={parts.length >= PARTS_AT_MOST} onClick={add}>
          再加一段
        </Button>
      </div>
    </div>
  );
}
