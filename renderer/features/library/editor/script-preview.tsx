import { useMemo, useState } from 'react';
import { emoticonHint, emoticonPieces } from '../../../../shared/domain/scripts/media/emoticons.ts';
import type { ScriptPicture } from '../../../../shared/domain/scripts/media/script-picture.ts';
import type { Script, ScriptScope } from '../../../../shared/domain/scripts/script.ts';
import { renderScript } from '../../../../shared/domain/scripts/script-template/render-script.ts';
import type { ScriptMessage } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import { SCRIPT_VARIABLES } from '../../../../shared/domain/scripts/script-variables.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { ScriptPictureImage } from '../../../ui/facts/script-picture-image.tsx';
import { conditionsOf, fragmentsFor } from './parts/script-text.ts';
import { FIRST_OCCASION, PreviewOccasion } from './preview-occasion.tsx';
import { previewPieces } from './preview-pieces.ts';

const EXAMPLES = Object.fromEntries(
  Object.entries(SCRIPT_VARIABLES).map(([name, { example }]) => [name, example]),
);

function Words({ text }: { readonly text: string }) {
  return emoticonPieces(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // Pieces have no identity but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className="emoticon" title={piece.code}>
        [{piece.name}]
      </span>
    ),
  );
}

function Message({ message }: { readonly message: ScriptMessage }) {
  if (message.kind === 'picture') {
    return <ScriptPictureImage name={message.name} pictureId={message.pictureId} />;
  }
  return previewPieces(message).map(({ kind, text }, index) =>
    kind === 'words' ? (
      // oxlint-disable-next-line react/no-array-index-key
      <Words key={index} text={text} />
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={`library-${kind}`}>
        {text}
      </mark>
    ),
  );
}

/** The shops in which the script is said, and what arrives there as it is written. */
function useEmoticonHint(messages: readonly ScriptMessage[], scope: ScriptScope): string | null {
  const { shops } = useAppState();
  const texts = messages.map((message) => (message.kind === 'text' ? message.text : ''));
  const said = shops.filter(({ id }) => scope.kind !== 'shop' || scope.shopId === id);
  return said.map(({ platform }) => emoticonHint(texts, platform)).find((hint) => hint !== null) ?? null;
}

type Props = {
  readonly parts: readonly string[];
  readonly scope: ScriptScope;
  readonly scripts: readonly Script[];
  readonly pictures: readonly ScriptPicture[];
};

/** The messages that the customer gets, with examples in place of the variables. */
export function ScriptPreview({ parts, scope, scripts, pictures }: Props) {
  const [occasion, setOccasion] = useState(FIRST_OCCASION);
  const meant = useMemo(() => fragmentsFor(scripts, scope), [scripts, scope]);
  const fragmentParts = (code: string) => meant.get(code.toLowerCase())?.parts;
  const { messages } = renderScript(parts, {
    values: EXAMPLES,
    answers: {},
    circumstances: occasion,
    fragment: fragmentParts,
    picture: (name) => pictures.find((one) => one.name.toLowerCase() === name.toLowerCase())?.id ?? null,
    remembered: () => [],
  });
  const hint = useEmoticonHint(messages, scope);
  const isEmpty = parts.every((part) => part.trim() === '');
  return (
    <section className="library-preview" aria-label="预览">
      <h3>预览{messages.length > 1 && <span className="numeric">，{messages.length} 条消息</span>}</h3>
      <PreviewOccasion
        conditions={conditionsOf(parts, fragmentParts)}
        occasion={occasion}
        onOccasion={setOccasion}
      />
      {messages.length === 0 && (
        <p className="muted">{isEmpty ? '填写内容后在此预览' : '此时没有要发的内容'}</p>
      )}
      <ol>
        {messages.map((message, index) => (
          // Messages have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="library-bubble">
            <Message message={message} />
          </li>
        ))}
      </ol>
      {hint !== null && <p className="library-warning">{hint}</p>}
    </section>
  );
}
