import { Select, type SelectProps } from 'antd';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';

const EVERY = '';

type Props = Pick<SelectProps<string>, 'className' | 'size' | 'showSearch'> & {
  readonly label?: string;
  /** The words for the choice of none. */
  readonly every?: string;
  readonly shopId: ShopId | null;
  readonly onShop: (shopId: ShopId | null) => void;
};

/** One shop or all of them; with one shop there is nothing to choose. */
export function ShopSelect({ label = '店铺', every = '全部店铺', shopId, onShop, ...rest }: Props) {
  const { shops } = useAppState();
  if (shops.length < 2) return null;
  const options = [
    { value: EVERY, label: every },
    ...shops.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <Select<string>
      {...rest}
      aria-label={label}
      popupMatchSelectWidth={false}
      options={options}
      value={shopId ?? EVERY}
      onChange={(value) => onShop(shops.find(({ id }) => id === value)?.id ?? null)}
    />
  );
}
