import { FolderOpenOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { useDeclineOffer } from './mutations.ts';
import { importQueries } from './queries.ts';

/** New reports in the watched folder; the agent takes them or says no once. */
export function OfferNote({ onImport }: { readonly onImport: (paths: readonly string[]) => void }) {
  const { data: offers = [] } = useQuery(importQueries.offers());
  const decline = useDeclineOffer();
  const nowMs = useNow(MINUTE);
  if (offers.length === 0) return null;
  return (
    <section className="imports-offer" aria-label="监视文件夹中的新文件">
      <header>
        <FolderOpenOutlined aria-hidden="true" />
        <span className="imports-offer-title">下载文件夹里有 {offers.length} 个新的订单报表</span>
        <Button size="small" type="primary" onClick={() => onImport(offers.map(({ path }) => path))}>
          {offers.length === 1 ? '预览' : '全部预览'}
        </Button>
        <Button size="small" onClick={() => offers.forEach(({ path }) => decline.mutate(path))}>
          {offers.length === 1 ? '忽略' : '全部忽略'}
        </Button>
      </header>
      <ul>
        {offers.map(({ path, fileName, foundAtMs }) => (
          <li key={path}>
            <span className="truncate" title={path}>
              {fileName}
            </span>
            <span className="muted numeric">{formatMoment(foundAtMs, nowMs)}</span>
            {offers.length > 1 && (
              <>
                <Button
                  size="small"
                  type="link"
                  aria-label={`预览 ${fileName}`}
                  onClick={() => onImport([path])}
                >
                  预览
                </Button>
                <Button
                  size="small"
                  type="link"
                  aria-label={`忽略 ${fileName}`}
                  onClick={() => decline.mutate(path)}
                >
                  忽略
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
