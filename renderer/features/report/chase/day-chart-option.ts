import { formatFen } from '../../../../shared/domain/money.ts';
import type { ChaseReportRow } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { formatRate } from '../../../lib/time/format.ts';

type Colours = {
  readonly text: string;
  readonly line: string;
  readonly base: string;
  readonly accent: string;
  readonly surface: string;
  readonly strong: string;
  readonly font: string;
  readonly size: number;
};

/** `2026-06-10` → `6-10` */
function shortDate(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return month === undefined || day === undefined ? date : `${month}-${day}`;
}

function tooltipText(row: ChaseReportRow | undefined): string {
  if (row === undefined) return '';
  const { label, recovered, chased, rate, recoveredFen } = row;
  return `${label}<br>催付 ${chased} 单，付款 ${recovered} 单<br>成功率 ${formatRate(rate)}，催回 ¥${formatFen(recoveredFen)}`;
}

/** The paid orders stand inside the chased ones: the rest of the bar is what was not recovered. */
export function dayChartOption(days: readonly ChaseReportRow[], colours: Colours) {
  const bar = { type: 'bar', barMaxWidth: 28, barGap: '-100%' } as const;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font, color: colours.text },
    grid: { left: 4, right: 4, top: 30, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      right: 0,
      top: 0,
      itemWidth: 10,
      itemHeight: 10,
      selectedMode: false,
      textStyle: { color: colours.text, fontSize: colours.size },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.surface,
      borderColor: colours.base,
      textStyle: { color: colours.strong, fontSize: colours.size },
      formatter: (points: unknown) => {
        // With an axis trigger it is always a list; only its index is needed.
        const [first] = points as readonly { readonly dataIndex: number }[];
        return tooltipText(days[first?.dataIndex ?? -1]);
      },
    },
    xAxis: {
      type: 'category',
      data: days.map(({ label }) => shortDate(label)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.base } },
      axisLabel: { color: colours.text, fontSize: colours.size },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.text, fontSize: colours.size },
    },
    series: [
      { ...bar, name: '催付', itemStyle: { color: colours.base }, data: days.map(({ chased }) => chased) },
      {
        ...bar,
        name: '催付后付款',
        itemStyle: { color: colours.accent },
        data: days.map(({ recovered }) => recovered),
      },
    ],
  };
}
