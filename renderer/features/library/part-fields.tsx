import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import { hasStrayBrace, insertVariable, unknownVariables } from './script-text.ts';
import { VariableSelect } from './variable-select.tsx';

const PARTS_AT_MOST = 10;

type Parts = readonly string[];
type PartFieldsProps = {
  readonly parts: Parts;
  readonly error: string | undefined;
  readonly onParts: (parts: string[]) => void;
};

const partId = (index: number) => `script-part-${index}`;

function textAreaOf(index: number): HTMLTextAreaElement | undefined {
  const element = document.getElementById(partId(index));
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

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
};

function PartField({ part, index, count, onText, onMove, onRemove, onFocus }: PartFieldProps) {
  const warning = braceWarning(part);
  const name = `第 ${index + 1} 段`;
  const warningId = `${partId(index)}-warning`;
  return (
    <div className="library-part">
      <div className="library-part-head">
        <label htmlFor={partId(index)}>{count > 1 ? name : '内容'}</label>
        <span className="muted numeric">{part.length} 字</span>
        {count > 1 && (
          <span className="library-part-tools">
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined aria-hidden="true" />}
              aria-label={`${name}上移`}
              disabled={index === 0}
              onClick={() => onMove(-1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined aria-hidden="true" />}
              aria-label={`${name}下移`}
              disabled={index === count - 1}
              onClick={() => onMove(1)}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={`删除${name}`}
              onClick={onRemove}
            />
          </span>
        )}
      </div>
      <Input.TextArea
        id={partId(index)}
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={part}
        {...(warning === undefined ? {} : { status: 'warning', 'aria-describedby': warningId })}
        onFocus={onFocus}
        onChange={(event) => onText(event.target.value)}
      />
      {warning !== undefined && (
        <p className="library-warning" id={warningId}>
          {warning}
        </p>
      )}
    </div>
  );
}

/** The messages of a script in the order they are sent. */
export function PartFields({ parts, error, onParts }: PartFieldsProps) {
  const lastFocused = useRef(0);
  const cursor = useRef<{ readonly index: number; readonly at: number } | null>(null);

  // The cursor can only go behind an inserted variable once the text is there.
  useLayoutEffect(() => {
    const wanted = cursor.current;
    cursor.current = null;
    if (wanted === null) return;
    const area = textAreaOf(wanted.index);
    area?.focus();
    area?.setSelectionRange(wanted.at, wanted.at);
  });

  const insert = (name: string) => {
    const index = Math.min(lastFocused.current, parts.length - 1);
    const part = parts[index] ?? '';
    const area = textAreaOf(index);
    const selection = { start: area?.selectionStart ?? part.length, end: area?.selectionEnd ?? part.length };
    const inserted = insertVariable(part, selection, name);
    cursor.current = { index, at: inserted.cursor };
    onParts(parts.with(index, inserted.text));
  };
  const add = () => {
    cursor.current = { index: parts.length, at: 0 };
    onParts([...parts, '']);
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
