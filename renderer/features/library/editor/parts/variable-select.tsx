import { Select } from 'antd';
import { SCRIPT_VARIABLES } from '../../../../../shared/domain/scripts/script-variables.ts';

/** No name of a variable: what stands for a field that the agent chooses. */
const CHOICE = '|';

const options = [
  {
    value: CHOICE,
    label: '填写项',
    meaning: '复制时由客服选择',
    example: '{尺码:S|M|L}',
    words: '填写项 选项 选择',
  },
  ...Object.entries(SCRIPT_VARIABLES).map(([name, { meaning, example }]) => ({
    value: name,
    label: `{${name}}`,
    meaning,
    example,
    words: `${name} ${meaning}`,
  })),
];

function variableOption({ label, meaning, example }: (typeof options)[number]) {
  return (
    <span className="library-variable">
      <span className="library-variable-name">{label}</span>
      <span>{meaning}</span>
      <span className="muted truncate">例 {example}</span>
    </span>
  );
}

type Props = { readonly onChoose: (name: string) => void; readonly onChoice: () => void };

/** Every variable with what it means and what it may look like, and the field with choices. */
export function VariableSelect({ onChoose, onChoice }: Props) {
  return (
    <Select<string, (typeof options)[number]>
      className="library-insert"
      size="small"
      aria-label="插入变量"
      placeholder="变量"
      popupMatchSelectWidth={440}
      listHeight={320}
      showSearch={{ optionFilterProp: 'words' }}
      options={options}
      optionRender={({ data }) => variableOption(data)}
      // An action, not a setting: it always starts from its invitation.
      value={null}
      onChange={(name) => (name === CHOICE ? onChoice() : onChoose(name))}
    />
  );
}
