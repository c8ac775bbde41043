import { Select } from 'antd';
import { SCRIPT_VARIABLES } from '../../../shared/domain/script-variables.ts';

const options = Object.entries(SCRIPT_VARIABLES).map(([name, { meaning, example }]) => ({
  value: name,
  label: `{${name}}`,
  meaning,
  example,
  words: `${name} ${meaning}`,
}));

function variableOption({ label, meaning, example }: (typeof options)[number]) {
  return (
    <span className="library-variable">
      <span className="library-variable-name">{label}</span>
      <span>{meaning}</span>
      <span className="muted truncate">例 {example}</span>
    </span>
  );
}

/** Every variable with what it means and what it may look like. */
export function VariableSelect({ onChoose }: { readonly onChoose: (name: string) => void }) {
  return (
    <Select<string, (typeof options)[number]>
      className="library-variables"
      aria-label="插入变量"
      placeholder="插入变量"
      popupMatchSelectWidth={440}
      listHeight={320}
      showSearch={{ optionFilterProp: 'words' }}
      options={options}
      optionRender={({ data }) => variableOption(data)}
      // An action, not a setting: it always starts from its invitation.
      value={null}
      onChange={(name) => onChoose(name)}
    />
  );
}
