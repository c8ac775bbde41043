import type { ShopId } from '../../../../shared/domain/ids.ts';
import { PLATFORM_LABELS } from '../../../../shared/domain/team/shop.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { Tag } from '../../../ui/facts/tag.tsx';

type ShopListProps = {
  readonly chosenId: ShopId | undefined;
  readonly onChoose: (id: ShopId) => void;
};

export function ShopList({ chosenId, onChoose }: ShopListProps) {
  const { shops } = useAppState();
  return (
    <ul>
      {shops.map(({ id, name, isSample, platform }) => (
        <li key={id}>
          <button
            type="button"
            className="settings-shop"
            aria-current={id === chosenId ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            <span className="truncate">{name}</span>
            {isSample && <Tag>示例</Tag>}
            <span className="muted">{PLATFORM_LABELS[platform]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
