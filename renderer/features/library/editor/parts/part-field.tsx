import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ClipboardEvent, DragEvent } from 'react';
import type { WordingFinding } from '../../../../../shared/domain/scripts/wording/check-wording.ts';
import { picturesIn } from '../pictures/picture-file.ts';
import { WordingFindings } from '../wording-findings.tsx';

export const partId = (index: number) => `script-part-${index}`;

type PartFieldProps = {
  readonly part: string;
  readonly index: number;
  readonly count: number;
  readonly problems: readonly string[];
  readonly findings: readonly WordingFinding[];
  readonly onText: (text: string) => void;
  readonly onMove: (offset: number) => void;
  readonly onRemove: () => void;
  readonly onFocus: () => void;
  /** Pasted or dropped. */
  readonly onPictures: (files: readonly File[]) => void;
  readonly onReplace: (finding: WordingFinding) => void;
  readonly onSplit: ((at: number) => void) | undefined;
};

function PartTools({ index, count, onMove, onRemove }: PartFieldProps) {
  const name = `第 ${index + 1} 段`;
  return (
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
  );
}

/** One part, with what is wrong with it and what could be said better right below. */
export function PartField(props: PartFieldProps) {
  const { part, index, count, problems, findings, onText, onFocus, onPictures, onReplace, onSplit } = props;
  const label = count > 1 ? `第 ${index + 1} 段` : '内容';
  const problemsId = `${partId(index)}-problems`;
  const wordingId = `${partId(index)}-wording`;
  const describedBy = [
    ...(problems.length > 0 ? [problemsId] : []),
    ...(findings.length > 0 ? [wordingId] : []),
  ];

  function take(event: ClipboardEvent | DragEvent, transfer: DataTransfer): void {
    const files = picturesIn(transfer);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onPictures(files);
  }

  return (
    <div className="library-part">
      <div className="library-part-head">
        <label htmlFor={partId(index)}>{label}</label>
        <span className="muted numeric">{part.length} 字</span>
        {count > 1 && <PartTools {...props} />}
      </div>
      <Input.TextArea
        id={partId(index)}
        // See `DropOverlay`.
        data-takes-files="image/"
        autoSize={{ minRows: 3, maxRows: 10 }}
        value={part}
        {...(problems.length > 0 ? { status: 'warning' } : {})}
        aria-describedby={describedBy.length > 0 ? describedBy.join(' ') : undefined}
        onFocus={onFocus}
        onChange={(event) => onText(event.target.value)}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
      />
      {problems.length > 0 && (
        <ul className="library-warning" id={problemsId}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <WordingFindings
        id={wordingId}
        label={label}
        findings={findings}
        onReplace={onReplace}
        onSplit={onSplit}
      />
    </div>
  );
}
