import { Select } from 'antd';
import { useMemo } from 'react';
import type { Script } from '../../../../../shared/domain/scripts/script.ts';

type Props = {
  /** The scripts that may be put in. */
  readonly scripts: readonly Script[];
  readonly onChoose: (code: string) => void;
};

type Option = { readonly value: string; readonly label: string; readonly words: string };

function fragmentOption({ value, label }: Option) {
  return (
    <span className="library-choice">
      <span className="library-choice-name">{value}</span>
      <span className="truncate">{label}</span>
    </span>
  );
}

/** Shared words: a change of the fragment changes every script that puts it in. */
export function FragmentSelect({ scripts, onChoose }: Props) {
  const options = useMemo(
    () =>
      scripts.map(({ code, title, parts }) => ({
        value: code,
        label: title,
        words: `${code} ${title} ${parts.join(' ')}`,
      })),
    [scripts],
  );
  return (
    <Select<string, Option>
      className="library-insert"
      size="small"
      aria-label="插入片段"
      placeholder="片段"
      popupMatchSelectWidth={360}
      showSearch={{ optionFilterProp: 'words' }}
      options={options}
      optionRender={({ data }) => fragmentOption(data)}
      // An action, not a setting: it always starts from its invitation.
      value={null}
      onChange={(code) => onChoose(code)}
    />
  );
}
