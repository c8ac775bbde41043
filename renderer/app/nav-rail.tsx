import {
  BarChartOutlined,
  DashboardOutlined,
  ImportOutlined,
  MessageOutlined,
  SettingOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { SCREEN_LABELS, SCREENS, type Screen, useNavigation } from '../lib/navigation.ts';
import { SHORTCUTS, useShortcut } from '../lib/shortcuts.ts';
import { shellQueries } from './queries.ts';

const ICONS = {
  workbench: DashboardOutlined,
  orders: UnorderedListOutlined,
  imports: ImportOutlined,
  library: MessageOutlined,
  report: BarChartOutlined,
  settings: SettingOutlined,
} as const satisfies Record<Screen, ComponentType>;

function NavItem({ target, badge }: { readonly target: Screen; readonly badge: number }) {
  const { screen, openScreen } = useNavigation();
  useShortcut(target, () => openScreen(target));
  const Icon = ICONS[target];
  return (
    <li>
      <button
        type="button"
        className="nav-item"
        aria-current={screen === target ? 'page' : undefined}
        title={`${SCREEN_LABELS[target]}（${SHORTCUTS[target].label}）`}
        onClick={() => openScreen(target)}
      >
        <span className="nav-icon" aria-hidden="true">
          <Icon />
        </span>
        {SCREEN_LABELS[target]}
        {badge > 0 && (
          <span className="nav-badge numeric">
            {badge > 999 ? '999+' : badge}
            <span className="visually-hidden"> 项到期</span>
          </span>
        )}
      </button>
    </li>
  );
}

export function NavRail() {
  const { data } = useQuery(shellQueries.due());
  return (
    <nav className="nav-rail" aria-label="主导航">
      <ul>
        {SCREENS.map((target) => (
          <NavItem
            key={target}
            target={target}
            badge={target === 'workbench' ? (data?.byBucket.now ?? 0) : 0}
          />
        ))}
      </ul>
    </nav>
  );
}
