import { theme } from 'antd';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as useParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChaseReportRow } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { dayChartOption } from './day-chart-option.ts';

useParts([BarChart, GridComponent, TooltipComponent, LegendComponent, SVGRenderer]);

/** Chased orders day by day, and how many of them paid. */
export function DayChart({ days }: { readonly days: readonly ChaseReportRow[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { token } = theme.useToken();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const chart = init(element, undefined, { renderer: 'svg' });
    chart.setOption(
      dayChartOption(days, {
        text: token.colorTextSecondary,
        line: token.colorBorderSecondary,
        base: token.colorBorder,
        accent: token.colorPrimary,
        surface: token.colorBgElevated,
        strong: token.colorText,
        font: token.fontFamily,
        size: token.fontSizeSM,
      }),
    );
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [days, token]);
  const total = days.reduce((sum, { chased }) => sum + chased, 0);
  const paid = days.reduce((sum, { recovered }) => sum + recovered, 0);
  return (
    <div
      ref={box}
      className="report-chart"
      role="img"
      aria-label={`每日催付：${days.length} 天，合计催付 ${total} 单，付款 ${paid} 单；明细见下方「按日期」表`}
    />
  );
}
