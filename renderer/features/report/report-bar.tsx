import { Button, DatePicker, Dropdown, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { useExportReport } from './mutations.ts';
import { REPORT_KIND_LABELS, REPORT_KINDS, type ReportKind } from './report-kinds.ts';
import type { DateRange, RangePreset } from './report-range.ts';
import { RANGE_LABELS, RANGE_PRESETS } from './report-range.ts';

const presetOptions = RANGE_PRESETS.map((preset) => ({ value: preset, label: RANGE_LABELS[preset] }));
const DATE = 'YYYY-MM-DD';

const kindOptions = REPORT_KINDS.map((kind) => ({ value: kind, label: REPORT_KIND_LABELS[kind] }));

type ReportBarProps = {
  readonly kind: ReportKind;
  readonly preset: RangePreset;
  readonly range: DateRange;
  readonly query: ReportQuery;
  readonly onKind: (kind: ReportKind) => void;
  readonly onPreset: (preset: RangePreset) => void;
  readonly onRange: (range: DateRange) => void;
  readonly onShop: (shopId: string | null) => void;
};

function Export({ kind, query }: Pick<ReportBarProps, 'kind' | 'query'>) {
  const feedback = useFeedback();
  const save = useExportReport(kind);
  const run = (format: 'xlsx' | 'csv') =>
    save.mutate(
      { ...query, format },
      {
        onSuccess: (path) => path !== null && feedback.done(`已导出到 ${path}`),
        onError: (error) => feedback.fail(error),
      },
    );
  const items = [
    { key: 'xlsx', label: 'Excel（.xlsx）' },
    { key: 'csv', label: 'CSV（.csv）' },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key === 'csv' ? 'csv' : 'xlsx') }}>
      <Button disabled={save.isPending}>导出报表</Button>
    </Dropdown>
  );
}

function Dates({ preset, range, onRange }: Pick<ReportBarProps, 'preset' | 'range' | 'onRange'>) {
  if (preset !== 'custom') {
    const { fromDate, toDate } = range;
    return (
      <span className="muted numeric">{fromDate === toDate ? fromDate : `${fromDate} 至 ${toDate}`}</span>
    );
  }
  return (
    <DatePicker.RangePicker
      allowClear={false}
      aria-label="日期范围"
      value={[dayjs(range.fromDate), dayjs(range.toDate)]}
      onChange={(days) => {
        const [from, to] = days ?? [];
        if (from && to) onRange({ fromDate: from.format(DATE), toDate: to.format(DATE) });
      }}
    />
  );
}

export function ReportBar(props: ReportBarProps) {
  const { kind, preset, query, onKind, onPreset, onShop } = props;
  const { shops } = useAppState();
  const shopOptions = [
    { value: '', label: '全部店铺' },
    ...shops.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <header className="report-bar">
      <Segmented<ReportKind> aria-label="报表" options={kindOptions} value={kind} onChange={onKind} />
      <Segmented<RangePreset> aria-label="日期" options={presetOptions} value={preset} onChange={onPreset} />
      <Dates {...props} />
      <div className="panel-extra">
        <Select<string>
          aria-label="店铺"
          className="report-shop"
          popupMatchSelectWidth={false}
          options={shopOptions}
          value={query.shopId ?? ''}
          onChange={(value) => onShop(value === '' ? null : value)}
        />
        <Export kind={kind} query={query} />
      </div>
    </header>
  );
}
