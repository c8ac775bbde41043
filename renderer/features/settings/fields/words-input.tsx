import { Select } from 'antd';

type WordsInputProps = {
  readonly id: string;
  readonly label: string;
  readonly words: unknown;
  readonly onWords: (words: readonly string[]) => void;
};

/** Words that are typed one after the other; several are pasted at once, with a comma or a line between them. */
export function WordsInput({ id, label, words, onWords }: WordsInputProps) {
  const shown = Array.isArray(words) ? words.map(String) : [];
  return (
    <Select<string[]>
      id={id}
      aria-label={label}
      className="settings-dates"
      mode="tags"
      open={false}
      suffixIcon={null}
      placeholder="输入后按 Enter"
      tokenSeparators={['、', '，', ',', '\n']}
      value={shown}
      onChange={(typed) => onWords(typed.map((word) => word.trim()).filter((word) => word !== ''))}
    />
  );
}
