import {
  BarChartOutlined,
  CarOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  ImportOutlined,
  MessageOutlined,
  PayCircleOutlined,
  SettingOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { useNavigation } from '../lib/place/navigation.ts';
import type { Screen } from '../lib/place/screens.ts';
import { LibraryPlace } from './library-place.tsx';
import type { Arrival } from './workbench/arrivals.ts';
import { OrderBesideList } from './workbench/views/order-sheet.tsx';
import { Workbench } from './workbench/workbench.tsx';

const OrdersScreen = lazy(async () => ({
  default: (await import('../features/orders/orders-screen.tsx')).OrdersScreen,
}));
const RefundsScreen = lazy(async () => ({
  default: (await import('../features/refunds/refunds-screen.tsx')).RefundsScreen,
}));
const ParcelsScreen = lazy(async () => ({
  default: (await import('../features/parcels/parcels-screen.tsx')).ParcelsScreen,
}));
const CasesScreen = lazy(async () => ({
  default: (await import('../features/cases/cases-screen.tsx')).CasesScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../features/imports/import-screen.tsx')).ImportScreen,
}));
const ScriptDesk = lazy(async () => ({
  default: (await import('../features/script-page/script-desk.tsx')).ScriptDesk,
}));
const ReportScreen = lazy(async () => ({
  default: (await import('../features/report/report-screen.tsx')).ReportScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));

export type ScreenProps = {
  readonly arrival: Arrival | null;
  readonly droppedPaths: readonly string[];
  readonly onDroppedHandled: () => void;
};

type ScreenView = {
  readonly View: ComponentType<ScreenProps>;
  readonly Icon: ComponentType;
  /** Names the things that the number beside the screen counts. */
  readonly badgeWords?: string;
};

const Orders = () => <OrdersScreen Sheet={OrderBesideList} />;

function Refunds() {
  const { openSubject } = useNavigation();
  return <RefundsScreen onOpenRefund={(id) => openSubject(asSubject('refund', id))} />;
}

function Parcels() {
  const { openSubject } = useNavigation();
  return <ParcelsScreen onOpen={openSubject} />;
}

function Cases() {
  const { openSubject } = useNavigation();
  return <CasesScreen onOpen={openSubject} />;
}

function Imports({ droppedPaths, onDroppedHandled }: ScreenProps) {
  const { openSubject } = useNavigation();
  return (
    <ImportScreen droppedPaths={droppedPaths} onDroppedHandled={onDroppedHandled} onOpen={openSubject} />
  );
}

function Library({ droppedPaths, onDroppedHandled }: ScreenProps) {
  const { openScriptPage } = useNavigation();
  return (
    <ScriptDesk onOpenScript={openScriptPage}>
      <LibraryPlace droppedPaths={droppedPaths} onDroppedHandled={onDroppedHandled} />
    </ScriptDesk>
  );
}

/** How each screen looks; all but the first one are read when they are opened. */
export const SCREEN_VIEWS: Readonly<Record<Screen, ScreenView>> = {
  workbench: { View: Workbench, Icon: DashboardOutlined, badgeWords: '项到期' },
  orders: { View: Orders, Icon: UnorderedListOutlined },
  refunds: { View: Refunds, Icon: PayCircleOutlined },
  parcels: { View: Parcels, Icon: CarOutlined },
  cases: { View: Cases, Icon: CheckSquareOutlined },
  imports: { View: Imports, Icon: ImportOutlined, badgeWords: '个新报表' },
  library: { View: Library, Icon: MessageOutlined, badgeWords: '条话术建议' },
  report: { View: ReportScreen, Icon: BarChartOutlined },
  settings: { View: SettingsScreen, Icon: SettingOutlined },
};
