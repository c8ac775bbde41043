import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { backupQueries } from '../../../features/settings/backups/backup-calls.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { useOpenSettings } from '../opening/use-open-settings.ts';

/** A backup that failed stays in sight until one is made. */
export function BackupPill() {
  const { screen } = useNavigation();
  const openSettings = useOpenSettings();
  const { data } = useQuery(backupQueries.state());
  const hasFailed = data && (data.failure !== null || data.second?.failure);
  if (!hasFailed || screen === 'settings') return null;
  return (
    <Button size="small" danger onClick={() => openSettings('backups')}>
      备份没有成功
    </Button>
  );
}
