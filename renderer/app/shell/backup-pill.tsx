import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { backupQueries } from '../../features/settings/backups/backup-calls.ts';
import { SETTINGS_PLACE } from '../../features/settings/settings-place.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';

/** A backup that failed stays in sight until one is made. */
export function BackupPill() {
  const { screen, openScreen } = useNavigation();
  const { data } = useQuery(backupQueries.state());
  const [, keepPlace] = useViewState(SETTINGS_PLACE, z.string(), '');
  const hasFailed = data && (data.failure !== null || data.second?.failure);
  if (!hasFailed || screen === 'settings') return null;
  const open = () => {
    keepPlace('backups');
    openScreen('settings');
  };
  return (
    <Button size="small" danger onClick={open}>
      备份没有成功
    </Button>
  );
}
