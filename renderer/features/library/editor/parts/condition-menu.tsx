import { Button, Dropdown } from 'antd';
import { SCRIPT_CONDITIONS } from '../../../../../shared/domain/scripts/script-template/conditions.ts';

const items = Object.entries(SCRIPT_CONDITIONS).map(([name, { meaning }]) => ({
  key: name,
  label: (
    <span className="library-choice">
      <span className="library-choice-name">{name}</span>
      <span className="muted">{meaning}</span>
    </span>
  ),
}));

/** R2: the conditions on which a text is said to some customers, or at some times, only. */
export function ConditionMenu({ onChoose }: { readonly onChoose: (name: string) => void }) {
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => onChoose(key) }}>
      <Button size="small">条件</Button>
    </Dropdown>
  );
}
