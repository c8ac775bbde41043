import { useQuery } from '@tanstack/react-query';
import { WHOLE_QUEUE } from '../../../shared/ipc/contract/task-contract.ts';
import { taskCountsQuery } from '../../lib/main-process/task-counts.ts';
import { waitingReportsQuery } from '../../lib/main-process/waiting-reports.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SCREEN_NAMES, type Screen, screenLabel } from '../../lib/place/screens.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { Logo } from '../../ui/logo.tsx';
import { SCREEN_VIEWS } from '../screen-views.tsx';
import { shellQueries } from './queries.ts';

function NavItem({ target, badge }: { readonly target: Screen; readonly badge: number }) {
  const { screen, openScreen } = useNavigation();
  useShortcut(SHORTCUTS[target], () => openScreen(target));
  const { Icon, badgeWords } = SCREEN_VIEWS[target];
  return (
    <li>
      <button
        type="button"
        className="nav-item"
        aria-current={screen === target ? 'page' : undefined}
        title={`${screenLabel(target)}（${SHORTCUTS[target].label}）`}
        onClick={() => openScreen(target)}
      >
        <span className="nav-icon" aria-hidden="true">
          <Icon />
        </span>
        {screenLabel(target)}
        {badge > 0 && (
          <span className="nav-badge numeric" data-is-due={target === 'workbench'}>
            {badge > 999 ? '999+' : badge}
            <span className="visually-hidden"> {badgeWords}</span>
          </span>
        )}
      </button>
    </li>
  );
}

export function NavRail() {
  const { data: due } = useQuery(taskCountsQuery(WHOLE_QUEUE));
  const { data: reports = [] } = useQuery(waitingReportsQuery());
  const { data: proposals = 0 } = useQuery(shellQueries.waitingProposals());
  const badges: Partial<Record<Screen, number>> = {
    workbench: due?.byTab.todo.count ?? 0,
    imports: reports.length,
    library: proposals,
  };
  return (
    <nav className="nav-rail" aria-label="主导航">
      <Logo size={32} />
      <ul>
        {SCREEN_NAMES.map((target) => (
          <NavItem key={target} target={target} badge={badges[target] ?? 0} />
        ))}
      </ul>
    </nav>
  );
}
