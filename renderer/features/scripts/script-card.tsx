import { DEFAULT_WORDING_SETTINGS } from '../../../shared/domain/scripts/wording/wording-settings.ts';
import type { Answers, ScriptHit } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { useShop } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { wordingNote } from './copying/wording-note.ts';
import { MessageContent } from './message-content.tsx';

/** Quiet: the agent decides, and copying goes on. */
function Note({ text }: { readonly text: string | null }) {
  return text !== null && <span className="script-wording">{text}</span>;
}

type Props = {
  readonly hit: ScriptHit;
  readonly isActive: boolean;
  readonly isRecommended: boolean;
  readonly answers: Answers;
  /** The message that Enter copies next. */
  readonly nextMessage: number;
  /** Its messages can be copied as one text. */
  readonly isWholeOffered: boolean;
};

function Messages({
  hit,
  answers,
  nextMessage,
}: Omit<Props, 'isActive' | 'isRecommended' | 'isWholeOffered'>) {
  const isSingle = hit.messages.length === 1;
  const wording = useShop(hit.shopId)?.settings.wording ?? DEFAULT_WORDING_SETTINGS;
  return (
    <ol className="script-parts">
      {hit.messages.map((message, index) => (
        <li
          // Messages are known by their place only.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className="script-part"
          data-state={isSingle || index > nextMessage ? 'later' : index === nextMessage ? 'next' : 'copied'}
          // The list takes the click; see `ScriptList`.
          data-message={index}
        >
          {!isSingle && <span className="script-part-no numeric">{index + 1}</span>}
          <span className="script-part-text">
            <MessageContent message={message} answers={answers} />
            <Note text={wordingNote({ message, answers }, wording)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Preview({ hit, answers }: Pick<Props, 'hit' | 'answers'>) {
  const [first] = hit.messages;
  return (
    <p className="script-card-preview" {...(first && { 'data-message': 0, title: '点击复制' })}>
      {first ? <MessageContent message={first} answers={answers} /> : '当前没有要发的内容'}
    </p>
  );
}

type WaysProps = { readonly total: number; readonly isWholeOffered: boolean };

/** The list takes the clicks; see `ScriptList`. The keys are the agent's way. */
function Ways({ total, isWholeOffered }: WaysProps) {
  return (
    <span className="script-ways">
      {isWholeOffered && (
        <span className="script-way" data-whole="">
          {total} 条合成一条复制 <Kbd keys="Ctrl+Shift+Enter" />
        </span>
      )}
      <span className="script-way" data-reword="">
        改文字 <Kbd keys={SHORTCUTS.reword.label} />
      </span>
    </span>
  );
}

export function ScriptCard(props: Props) {
  const { hit, isActive, isRecommended, answers } = props;
  const total = hit.messages.length;
  return (
    <>
      <div className="script-card-head">
        <span className="script-card-title truncate">{hit.script.title}</span>
        {hit.isTrial ? (
          <Tag title="效果还不确定，今天优先试用，以积累结果">试用</Tag>
        ) : (
          isRecommended && <Tag tone="accent">推荐</Tag>
        )}
        {total > 1 && <span className="script-card-meta">{total} 条</span>}
        <span className="script-card-code">{hit.script.code}</span>
        {isActive && <Kbd keys="Enter" />}
      </div>
      {isActive && total > 0 ? <Messages {...props} /> : <Preview hit={hit} answers={answers} />}
      {isActive && total > 0 && <Ways total={total} isWholeOffered={props.isWholeOffered} />}
      <Note text={hit.problem ?? hit.hint} />
    </>
  );
}
