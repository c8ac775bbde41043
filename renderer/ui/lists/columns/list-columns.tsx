import type { ReactNode } from 'react';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';

export type ListColumn<Row, Sort extends string = never> = {
  readonly key: string;
  readonly title: string;
  /** A track of the grid: `96px`, `minmax(80px, 1fr)`. */
  readonly width: string;
  /** The agent has set it, for the text that they read. */
  readonly isWidthOwn?: boolean;
  readonly isRight?: boolean;
  /** The list can be too narrow for it: it is left out below so many pixels. */
  readonly fromWidth?: number;
  /** Left out until the agent ticks it. */
  readonly isExtra?: boolean;
  /** A click on the head sorts down and the next one up, or the other way round; some have one way only. */
  readonly sorts?: { readonly down?: Sort; readonly up?: Sort; readonly isUpFirst?: boolean } | undefined;
  /** Says why the head sorts nothing now. */
  readonly unsorted?: string;
  readonly cell: (row: Row) => ReactNode;
};

/** Columns were made for text of the standard size. */
const scaled = (width: string) => width.replaceAll(/\d+px/g, 'calc($& * var(--text-scale))');

/** The grid of the list, which its head and all its rows share. */
export const tracksOf = (
  columns: readonly { readonly width: string; readonly isWidthOwn?: boolean }[],
): string => columns.map(({ width, isWidthOwn }) => (isWidthOwn === true ? width : scaled(width))).join(' ');

/** A track needs so many pixels: of `minmax(80px, 1fr)`, 80. */
const leastOf = (width: string) => Number(/\d+/.exec(width)?.[0] ?? 0);
/** As list-screen.css has it between two columns and at both ends, and base.css for the scroll bar. */
const GAP = 12;
const SCROLL_BAR = 10;

/** The columns that the list has room for, so that none is cut off: those that stand first. */
export function columnsWithin<Column extends Pick<ListColumn<never>, 'width' | 'fromWidth'>>(
  columns: readonly Column[],
  width: number,
): readonly Column[] {
  const wanted = columns.filter(({ fromWidth = 0 }) => width >= fromWidth);
  let left = width - SCROLL_BAR - GAP;
  const first = wanted.findIndex((column) => {
    left -= leastOf(column.width) + GAP;
    return left < 0;
  });
  return first === -1 ? wanted : wanted.slice(0, Math.max(1, first));
}

type ListRowProps<Row, Sort extends string> = {
  readonly row: Row;
  readonly columns: readonly ListColumn<Row, Sort>[];
  readonly tracks: string;
};

export function ListRow<Row, Sort extends string>({ row, columns, tracks }: ListRowProps<Row, Sort>) {
  return (
    <div className="list-row" style={{ gridTemplateColumns: tracks }}>
      {columns.map(({ key, isRight, cell }) => (
        <span key={key} className="truncate" data-is-right={isRight || undefined}>
          {cell(row)}
        </span>
      ))}
    </div>
  );
}

/** One line of text, whole when pointed at; what is not known is a dash. */
export function TextCell({
  text,
  isMuted = false,
}: {
  readonly text: string | null;
  readonly isMuted?: boolean;
}) {
  return (
    <span className={isMuted ? 'muted' : undefined} title={text ?? undefined}>
      {text ?? '—'}
    </span>
  );
}

export function MomentCell({ atMs }: { readonly atMs: number | null }) {
  const nowMs = useNow(MINUTE);
  return <span className="numeric muted">{atMs === null ? '—' : formatMoment(atMs, nowMs)}</span>;
}
