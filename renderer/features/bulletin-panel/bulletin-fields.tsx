import { Input, Select } from 'antd';
import {
  BULLETIN_TOPIC_LABELS,
  BULLETIN_TOPICS,
  type BulletinWords,
} from '../../../shared/domain/bulletins/bulletin.ts';
import { MomentField } from '../../ui/forms/moment-field.tsx';

type Props = {
  readonly words: BulletinWords;
  readonly onWords: (words: BulletinWords) => void;
  /** A field that was written in is left. */
  readonly onLeave?: () => void;
};

const TOPIC_CHOICES = BULLETIN_TOPICS.map((value) => ({ value, label: BULLETIN_TOPIC_LABELS[value] }));

/** The words of a bulletin, as a draft and as a change of one that is published. */
export function BulletinFields({ words, onWords, onLeave }: Props) {
  const change = (part: Partial<BulletinWords>) => onWords({ ...words, ...part });
  return (
    <div className="bulletin-fields">
      <div className="form-row">
        <Select
          aria-label="类别"
          value={words.topic}
          options={TOPIC_CHOICES}
          onChange={(topic) => change({ topic })}
        />
        <Input
          autoFocus
          aria-label="标题"
          placeholder="标题，例如「618 满减规则」"
          maxLength={60}
          value={words.title}
          onChange={(event) => change({ title: event.target.value })}
          onBlur={onLeave}
        />
      </div>
      <Input.TextArea
        aria-label="内容"
        placeholder="要大家知道的内容"
        maxLength={5000}
        autoSize={{ minRows: 5, maxRows: 16 }}
        value={words.body}
        onChange={(event) => change({ body: event.target.value })}
        onBlur={onLeave}
      />
      <div className="bulletin-by">
        <span className="muted">最晚阅读时间，可不填；到时提醒你谁没读</span>
        <MomentField
          label="最晚阅读时间"
          value={words.mustReadByMs}
          onChange={(mustReadByMs) => change({ mustReadByMs })}
        />
      </div>
    </div>
  );
}

export const wordsOf = ({ topic, title, body, mustReadByMs }: BulletinWords): BulletinWords => ({
  topic,
  title,
  body,
  mustReadByMs,
});
