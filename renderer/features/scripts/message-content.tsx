import type { ScriptMessage } from '../../../shared/domain/scripts/script-template/script-message.ts';
import type { Answers } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { ScriptPictureImage } from '../../ui/facts/script-picture-image.tsx';
import { piecesOf, type TextPiece } from './copying/filled-text.ts';

function Piece({ piece }: { readonly piece: TextPiece }) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'emoticon') {
    return (
      <span className="emoticon" title={piece.code}>
        [{piece.name}]
      </span>
    );
  }
  return (
    <mark className="script-variable" data-kind={piece.kind}>
      {piece.text}
    </mark>
  );
}

type Props = { readonly message: ScriptMessage; readonly answers: Answers };

/** One message as the customer gets it; what is still open stands out. */
export function MessageContent({ message, answers }: Props) {
  if (message.kind === 'picture') {
    return <ScriptPictureImage name={message.name} pictureId={message.pictureId} />;
  }
  return piecesOf(message, answers).map((piece, index) => (
    // Pieces have no identity of their own; they are drawn anew with the text.
    // oxlint-disable-next-line react/no-array-index-key
    <Piece key={index} piece={piece} />
  ));
}
