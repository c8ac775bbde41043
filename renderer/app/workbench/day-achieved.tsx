import { useQuery } from '@tanstack/react-query';
import { formatFen } from '../../../shared/domain/money.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { reportQueries } from '../../features/report/queries.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useNow } from '../../lib/time/now.ts';

/** The day so far, for an agent who has reached the end of the queue; nothing before the first chase. */
export function DayAchieved() {
  const today = beijingDate(useNow(MINUTE));
  const { currentAgentId } = useAppState();
  const [shopId] = useChosenShop();
  const { data: report } = useQuery(reportQueries.chase({ fromDate: today, toDate: today, shopId }));
  if (report === undefined || report.chased === 0) return null;
  const own = report.by['agent']?.find(({ key }) => key === currentAgentId);
  const areOthers = own !== undefined && own.chased < report.chased;
  return (
    <dl className="day-achieved numeric" aria-label="今天的成绩">
      <div>
        <dt>今天催付</dt>
        <dd>
          {report.chased} 单{areOthers && <span className="muted">，你 {own.chased} 单</span>}
        </dd>
      </div>
      <div>
        <dt>已付款</dt>
        <dd>{report.recovered} 单</dd>
      </div>
      <div>
        <dt>催回</dt>
        <dd>¥{formatFen(report.recoveredFen)}</dd>
      </div>
    </dl>
  );
}
