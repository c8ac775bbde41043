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

/** What a number beside a screen counts. */
const BADGE_WORDS: Partial<Record<Screen, string>> = { workbench: '项到期', library: '条话术建议' };

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
          <span className="nav-badge numeric" data-is-due={target === 'workbench'}>
            {badge > 999 ? '999+' : badge}
            <span className="visually-hidden"> {BADGE_WORDS[target]}</span>
          </span>
        )}
      </button>
    </li>
  );
}

export function NavRail() {
  const { data: due } = useQuery(shellQueries.due());
  const { data: proposals = 0 } = useQuery(shellQueries.waitingProposals());
  const badges: Partial<Record<Screen, number>> = {
    workbench: due?.byBucket.now ?? 0,
    library: proposals,
  };
  return (
    <nav className="nav-rail" aria-label="主导航">
      <ul>
        {SCREENS.map((target) => (
          <NavItem key={target} target={target} badge={badges[target] ?? 0} />
        ))}
      </ul>
    </nav>
  );
}
