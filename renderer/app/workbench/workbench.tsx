import './workbench.css';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { START_VIEW } from '../../features/queue/queue-view.ts';
import { useQueueView } from '../../features/queue/use-queue-view.ts';
import { TodayPane } from '../../features/today/today-pane.tsx';
import { useNavigation } from '../../lib/place/navigation.ts';
import type { Arrival } from './arrivals.ts';
import { Desk } from './desk.tsx';

/** Leads from the day to its work. */
function DayBegins() {
  const { openSubject, openScreen } = useNavigation();
  const [view, setView] = useQueueView();
  return (
    <TodayPane
      onSheet={(id) => openSubject(asSubject('handover', id))}
      onBulletin={(id) => openSubject(asSubject('bulletin', id))}
      onImport={() => openScreen('imports')}
      onBegin={() => openScreen('workbench')}
      onKind={(kind) => {
        setView({ ...START_VIEW, shopId: view.shopId, kind });
        openScreen('workbench');
      }}
    />
  );
}

/** The home screen: what the day holds, or the desk where it is worked on. */
export function Workbench({ arrival }: { readonly arrival: Arrival | null }) {
  const { isTodayOpen } = useNavigation();
  return <div className="workbench">{isTodayOpen ? <DayBegins /> : <Desk arrival={arrival} />}</div>;
}
