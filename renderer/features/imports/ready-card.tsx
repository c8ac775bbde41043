import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { waitingReportsQuery } from '../../lib/main-process/waiting-reports.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { useChooseFiles, useIgnoreFoundFile, useTakeReports } from './mutations.ts';
import { useFocusWhen } from './use-focus-when.ts';

type Props = {
  readonly shopId: ShopId | null;
  readonly onShop: (shopId: ShopId | null) => void;
  /** Nothing else on the screen waits for an answer. */
  readonly takesFocus: boolean;
};

/** New reports in the watched folder: all of them with one Enter, or those that are ticked. */
function Waiting({ takesFocus }: Pick<Props, 'takesFocus'>) {
  const { data: reports = [] } = useQuery(waitingReportsQuery());
  const take = useTakeReports();
  const ignore = useIgnoreFoundFile();
  const nowMs = useNow(MINUTE);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = reports.filter(({ path }) => !left.has(path));
  const button = useFocusWhen<HTMLButtonElement>(takesFocus && reports.length > 0);
  if (reports.length === 0) return null;
  return (
    <section className="imports-waiting" aria-label="下载文件夹里的新报表">
      <h2>
        <FolderOpenOutlined aria-hidden="true" /> 下载文件夹里有 {reports.length} 个新报表
      </h2>
      <ul>
        {reports.map(({ path, fileName, writtenAtMs }) => (
          <li key={path}>
            <Checkbox
              checked={!left.has(path)}
              onChange={({ target }) =>
                setLeft(
                  target.checked
                    ? new Set([...left].filter((one) => one !== path))
                    : new Set([...left, path]),
                )
              }
            >
              <span title={path}>{fileName}</span>
            </Checkbox>
            <span className="muted numeric">{formatMoment(writtenAtMs, nowMs)}</span>
            <Button
              type="text"
              size="small"
              aria-label={`忽略 ${fileName}`}
              title="不再提示这个文件"
              onClick={() => ignore.mutate(path)}
            >
              忽略
            </Button>
          </li>
        ))}
      </ul>
      <Button
        ref={button}
        type="primary"
        disabled={chosen.length === 0 || take.isPending}
        onClick={() => take.mutate(chosen.map(({ path }) => path))}
      >
        检查并导入 {chosen.length} 个 <Kbd keys="Enter" />
      </Button>
    </section>
  );
}

/** The agent takes the reports that wait, drops files anywhere on the window, or chooses some here. */
export function ReadyCard({ shopId, onShop, takesFocus }: Props) {
  const choose = useChooseFiles();
  const { data: reports } = useQuery(waitingReportsQuery());
  const button = useFocusWhen<HTMLButtonElement>(takesFocus && reports?.length === 0);
  return (
    <section className="imports-ready" aria-label="导入文件" data-is-small={!takesFocus || undefined}>
      <Waiting takesFocus={takesFocus} />
      <div className="imports-source">
        <InboxOutlined className="imports-source-icon" aria-hidden="true" />
        <div className="imports-source-words">
          <strong>把平台导出的报表拖到窗口任意位置</strong>
          <span className="muted">CSV、Excel，可以一次多个；先检查，确认后才写入</span>
        </div>
        <ShopSelect
          label="导入到店铺"
          every="按文件识别店铺"
          showSearch={{ optionFilterProp: 'label' }}
          shopId={shopId}
          onShop={onShop}
        />
        <Button ref={button} onClick={() => choose.mutate(shopId)}>
          选择文件
        </Button>
      </div>
    </section>
  );
}
