import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { updateQueries, waitingRelease } from '../../../features/settings/updates/update-calls.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useOpenSettings } from '../opening/use-open-settings.ts';

/** Says quietly that there is a newer version; whether and when is the agent's choice. */
export function UpdatePill() {
  const { screen } = useNavigation();
  const openSettings = useOpenSettings();
  const { data } = useQuery(updateQueries.state());
  const release = data ? waitingRelease(data.step) : null;
  if (!release || screen === 'settings') return null;
  return (
    <Button size="small" className="numeric" onClick={() => openSettings('updates')}>
      {data?.step.kind === 'ready' ? `退出时更新到 ${release.version}` : `有新版本 ${release.version}`}
    </Button>
  );
}
