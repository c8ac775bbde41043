import { FolderOpenOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { useIgnoreFoundFile } from './mutations.ts';
import { importQueries } from './queries.ts';

/** New reports in the watched folder; the agent takes them or says no once. */
export function FoundFilesNote({ onImport }: { readonly onImport: (paths: readonly string[]) => void }) {
  const { data: foundFiles = [] } = useQuery(importQueries.foundFiles());
  const ignore = useIgnoreFoundFile();
  const nowMs = useNow(MINUTE);
  if (foundFiles.length === 0) return null;
  return (
    <section className="imports-found" aria-label="监视文件夹中的新文件">
      <header>
        <FolderOpenOutlined aria-hidden="true" />
        <span className="imports-found-title">下载文件夹里有 {foundFiles.length} 个新的订单报表</span>
        <Button size="small" type="primary" onClick={() => onImport(foundFiles.map(({ path }) => path))}>
          {foundFiles.length === 1 ? '预览' : '全部预览'}
        </Button>
        <Button size="small" onClick={() => foundFiles.forEach(({ path }) => ignore.mutate(path))}>
          {foundFiles.length === 1 ? '忽略' : '全部忽略'}
        </Button>
      </header>
      <ul>
        {foundFiles.map(({ path, fileName, foundAtMs }) => (
          <li key={path}>
            <span className="truncate" title={path}>
              {fileName}
            </span>
            <span className="muted numeric">{formatMoment(foundAtMs, nowMs)}</span>
            {foundFiles.length > 1 && (
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
                  onClick={() => ignore.mutate(path)}
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
