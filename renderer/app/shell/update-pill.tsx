import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { SETTINGS_PLACE } from '../../features/settings/settings-place.ts';
import { updateQueries, waitingRelease } from '../../features/settings/updates/update-calls.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';

/** Says quietly that there is a newer version; whether and when is the agent's choice. */
export function UpdatePill() {
  const { screen, openScreen } = useNavigation();
  const { data } = useQuery(updateQueries.state());
  const [, keepPlace] = useViewState(SETTINGS_PLACE, z.string(), '');
  const release = data ? waitingRelease(data.step) : null;
  if (!release || screen === 'settings') return null;
  const open = () => {
    keepPlace('updates');
    openScreen('settings');
  };
  return (
    <Button size="small" className="numeric" onClick={open}>
      {data?.step.kind === 'ready' ? `退出时更新到 ${release.version}` : `有新版本 ${release.version}`}
    </Button>
  );
}
