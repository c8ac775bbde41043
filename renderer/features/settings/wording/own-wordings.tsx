import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type OwnDraft, ownErrors } from './wording-draft.ts';

type OwnWordingsProps = {
  readonly words: readonly OwnDraft[];
  readonly onWords: (words: OwnDraft[]) => void;
};
type RowProps = {
  readonly own: OwnDraft;
  readonly place: string;
  readonly errors: ReturnType<typeof ownErrors>;
  readonly isNew: boolean;
  readonly onOwn: (own: OwnDraft) => void;
  readonly onRemove: () => void;
};

const MOST = 100;
const EMPTY: OwnDraft = { word: '', reason: '', replacement: null };

function OwnRow({ own, place, errors, isNew, onOwn, onRemove }: RowProps) {
  // Nothing is held against a field before somebody has been there.
  const [left, setLeft] = useState({ word: !isNew, reason: !isNew });
  const wordError = left.word ? errors.word : undefined;
  const reasonError = left.reason ? errors.reason : undefined;
  const message = wordError ?? reasonError;
  return (
    <li className="own-wording">
      <Input
        autoFocus={isNew}
        aria-label={`${place}词语`}
        placeholder="词语，* 代表几个字"
        maxLength={30}
        {...(wordError === undefined ? {} : { status: 'error' })}
        onBlur={() => setLeft({ ...left, word: true })}
        value={own.word}
        onChange={(event) => onOwn({ ...own, word: event.target.value })}
      />
      <Input
        aria-label={`${place}原因`}
        placeholder="为什么不能说"
        maxLength={100}
        {...(reasonError === undefined ? {} : { status: 'error' })}
        onBlur={() => setLeft({ ...left, reason: true })}
        value={own.reason}
        onChange={(event) => onOwn({ ...own, reason: event.target.value })}
      />
      <Input
        aria-label={`${place}改为`}
        placeholder="改为，可不填"
        maxLength={60}
        value={own.replacement ?? ''}
        onChange={(event) =>
          onOwn({ ...own, replacement: event.target.value === '' ? null : event.target.value })
        }
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={`删除${place}`}
        onClick={onRemove}
      />
      {message !== undefined && (
        <p role="alert" className="settings-error">
          {message}
        </p>
      )}
    </li>
  );
}

/** Words that this shop alone does not say. */
export function OwnWordings({ words, onWords }: OwnWordingsProps) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section className="settings-group" aria-label="本店禁用词" data-place="wording.ownRules">
      <h3>本店禁用词</h3>
      {words.length > 0 && (
        <ul className="own-wordings">
          {words.map((own, index) => (
            <OwnRow
              // Rows are known by their place only.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              own={own}
              place={`第 ${index + 1} 条`}
              errors={ownErrors(own, words)}
              isNew={isAdding && index === words.length - 1}
              onOwn={(next) => onWords(words.with(index, next))}
              onRemove={() => {
                setIsAdding(false);
                onWords(words.toSpliced(index, 1));
              }}
            />
          ))}
        </ul>
      )}
      <div className="own-wordings-add">
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          // `false` would open it to agents who may not set it.
          {...(words.length >= MOST ? { disabled: true } : {})}
          onClick={() => {
            setIsAdding(true);
            onWords([...words, EMPTY]);
          }}
        >
          添加词语
        </Button>
      </div>
    </section>
  );
}
