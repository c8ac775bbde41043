import { ShopOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { isComposing } from '../../lib/keyboard.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';

/** Which shop every screen shows: one key and one figure. */
export function ShopSwitch() {
  const { shops } = useAppState();
  const [chosen, choose] = useChosenShop();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut(SHORTCUTS.shop, () => setIsOpen(true), shops.length > 1);

  const choices = [{ id: null, name: '全部店铺' }, ...shops];
  function take(place: number): void {
    const choice = choices[place];
    if (!choice) return;
    choose(choice.id);
    setIsOpen(false);
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || !/^\d$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    take(Number(event.key));
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    // The figure may come before the list has the focus.
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isOpen]);
  if (shops.length < 2) return null;

  const items = choices.map(({ name }, place) => ({
    key: String(place),
    label: (
      <span className="menu-line">
        {name} {place < 10 && <Kbd keys={String(place)} />}
      </span>
    ),
  }));
  const current = choices.find(({ id }) => id === chosen);
  return (
    <Dropdown
      open={isOpen}
      autoFocus
      trigger={['click']}
      onOpenChange={setIsOpen}
      menu={{
        items,
        selectable: true,
        selectedKeys: [String(choices.findIndex(({ id }) => id === chosen))],
        onClick: ({ key }) => take(Number(key)),
      }}
    >
      <Button
        type="text"
        className="shop-switch"
        data-narrowed={chosen !== null || undefined}
        icon={<ShopOutlined aria-hidden="true" />}
        aria-label={`店铺：${current?.name ?? ''}`}
        aria-haspopup="menu"
        title={`换店铺（${SHORTCUTS.shop.label}）`}
      >
        <span className="shell-words truncate">{current?.name}</span>
      </Button>
    </Dropdown>
  );
}
