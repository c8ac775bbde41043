import { Segmented } from 'antd';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ExportFormat, ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { DateRange } from '../../lib/time/day-range.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { DateRangePicker } from '../../ui/forms/date-range-picker.tsx';
import { ExportMenu } from '../../ui/forms/export-menu.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { useExportReport } from './mutations.ts';
import { REPORT_KIND_LABELS, REPORT_KINDS, type ReportKind } from './report-kinds.ts';
import { RANGE_LABELS, RANGE_PRESETS, type RangePreset } from './report-range.ts';

const presetOptions = RANGE_PRESETS.map((preset) => ({ value: preset, label: RANGE_LABELS[preset] }));

const kindOptions = REPORT_KINDS.map((kind) => ({ value: kind, label: REPORT_KIND_LABELS[kind] }));

type ReportBarProps = {
  readonly kind: ReportKind;
  readonly preset: RangePreset;
  readonly range: DateRange;
  readonly query: ReportQuery;
  readonly onKind: (kind: ReportKind) => void;
  readonly onPreset: (preset: RangePreset) => void;
  readonly onRange: (range: DateRange) => void;
  readonly onShop: (shopId: ShopId | null) => void;
};

function Export({ kind, query }: Pick<ReportBarProps, 'kind' | 'query'>) {
  const feedback = useFeedback();
  const save = useExportReport(kind);
  const run = (format: ExportFormat) =>
    save.mutate(
      { ...query, format },
      {
        onSuccess: (path) => feedback.saved(path),
        onError: (error) => feedback.fail(error),
      },
    );
  return (
    <ExportMenu disabled={save.isPending} onFormat={run}>
      导出报表
    </ExportMenu>
  );
}

function Dates({ preset, range, onRange }: Pick<ReportBarProps, 'preset' | 'range' | 'onRange'>) {
  if (preset !== 'custom') {
    const { fromDate, toDate } = range;
    return (
      <span className="muted numeric">{fromDate === toDate ? fromDate : `${fromDate} 至 ${toDate}`}</span>
    );
  }
  return <DateRangePicker label="日期范围" range={range} onRange={onRange} />;
}

export function ReportBar(props: ReportBarProps) {
  const { kind, preset, query, onKind, onPreset, onShop } = props;
  return (
    <header className="report-bar">
      <Segmented<ReportKind> aria-label="报表" options={kindOptions} value={kind} onChange={onKind} />
      <Segmented<RangePreset> aria-label="日期" options={presetOptions} value={preset} onChange={onPreset} />
      <Dates {...props} />
      <div className="panel-extra">
        <ShopSelect className="report-shop" shopId={query.shopId} onShop={onShop} />
        <Export kind={kind} query={query} />
      </div>
    </header>
  );
}
