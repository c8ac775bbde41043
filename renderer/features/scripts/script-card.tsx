import type { Answers, FilledPart, ScriptHit } from '../../../shared/ipc/contract/script-contract.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Tag } from '../../ui/tag.tsx';
import { piecesOf } from './filled-text.ts';
import { wordingNote } from './wording-note.ts';

function Filled({ part, answers }: { readonly part: FilledPart; readonly answers: Answers }) {
  return piecesOf(part, answers).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // Pieces have no identity of their own; they are drawn anew with the text.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className="script-variable" data-kind={piece.kind}>
        {piece.text}
      </mark>
    ),
  );
}

/** Quiet: the agent decides, and copying goes on. */
function Note({ text }: { readonly text: string | null }) {
  return text !== null && <span className="script-wording">{text}</span>;
}

type Props = {
  readonly hit: ScriptHit;
  readonly isActive: boolean;
  readonly isRecommended: boolean;
  readonly answers: Answers;
  /** The part that Enter copies next. */
  readonly nextPart: number;
};

function Parts({ hit, answers, nextPart }: Omit<Props, 'isActive' | 'isRecommended'>) {
  const isSingle = hit.parts.length === 1;
  return (
    <ol className="script-parts">
      {hit.parts.map((part, index) => (
        <li
          // Parts are known by their place only.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className="script-part"
          data-state={isSingle || index > nextPart ? 'later' : index === nextPart ? 'next' : 'copied'}
          // The list takes the click; see `ScriptList`.
          data-part={index}
        >
          {!isSingle && <span className="script-part-no numeric">{index + 1}</span>}
          <span className="script-part-text">
            <Filled part={part} answers={answers} />
            <Note text={wordingNote(hit, index, answers)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

export function ScriptCard(props: Props) {
  const { hit, isActive, isRecommended, answers } = props;
  const total = hit.parts.length;
  return (
    <>
      <div className="script-card-head">
        <span className="script-card-title truncate">{hit.script.title}</span>
        {isRecommended && <Tag tone="accent">推荐</Tag>}
        {total > 1 && <span className="script-card-meta">{total} 条</span>}
        <span className="script-card-code">{hit.script.code}</span>
        {isActive && <Kbd keys="Enter" />}
      </div>
      {isActive ? (
        <Parts {...props} />
      ) : (
        <p className="script-card-preview">
          {hit.parts[0] && <Filled part={hit.parts[0]} answers={answers} />}
        </p>
      )}
    </>
  );
}
