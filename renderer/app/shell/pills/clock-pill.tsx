import { Button, Dropdown } from 'antd';
import { formatBeijing } from '../../../../shared/time/beijing.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useNow } from '../../../lib/time/now.ts';
import { useConfirmClock } from '../mutations.ts';

/** The PC's time has run ahead; until somebody says that it is right, nothing is said to be missed. */
export function ClockPill() {
  const { isClockDoubtful } = useAppState();
  const nowMs = useNow(MINUTE);
  const confirm = useConfirmClock();
  if (!isClockDoubtful) return null;
  const items = [{ key: 'right', label: '时间正确，提示已错过的待办' }];
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: () => confirm.mutate() }}>
      <Button size="small" danger className="numeric" aria-haspopup="menu">
        电脑时间是 {formatBeijing(nowMs).slice(0, 16)}，请核对
      </Button>
    </Dropdown>
  );
}
