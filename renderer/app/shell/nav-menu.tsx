import { MenuOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SCREEN_NAMES, type Screen, screenLabel } from '../../lib/place/screens.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { SCREEN_VIEWS } from '../screen-views.tsx';

/** The screens, where there is no room for the rail. */
export function NavMenu() {
  const { screen, openScreen } = useNavigation();
  const items = SCREEN_NAMES.map((name) => {
    const { Icon } = SCREEN_VIEWS[name];
    return {
      key: name,
      icon: <Icon />,
      label: (
        <span className="menu-line">
          {screenLabel(name)} <Kbd keys={SHORTCUTS[name].label} />
        </span>
      ),
    };
  });
  const open = (key: string): void => {
    const wanted = SCREEN_NAMES.find((name): name is Screen => name === key);
    if (wanted) openScreen(wanted);
  };
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{ items, selectable: true, selectedKeys: [screen], onClick: ({ key }) => open(key) }}
    >
      <Button
        type="text"
        className="nav-menu"
        icon={<MenuOutlined aria-hidden="true" />}
        aria-label={`页面，当前是${screenLabel(screen)}`}
        aria-haspopup="menu"
      />
    </Dropdown>
  );
}
