import { use } from 'react';
import { z } from 'zod';
import { useViewState } from '../../../lib/place/view-state.ts';
import { TextScale } from '../../theme/text-scale.ts';
import { useElementWidth } from '../use-element-width.ts';
import { columnsWithin, type ListColumn } from './list-columns.tsx';

const Arranged = z.object({
  /** As far as the agent has moved any; a column that is not in it stands behind. */
  order: z.array(z.string()),
  /** `null`: those that the list begins with. */
  shown: z.array(z.string()).nullable(),
  /** In pixels, of those that the agent has made wider or narrower. */
  widths: z.record(z.string(), z.number()),
});
type Arranged = z.infer<typeof Arranged>;
const AS_MADE: Arranged = { order: [], shown: null, widths: {} };

const LEAST_PX = 48;
const MOST_PX = 640;

type Arrangeable = Pick<ListColumn<never>, 'key' | 'width' | 'isWidthOwn' | 'isExtra' | 'fromWidth'>;
export type Columns<Column extends Arrangeable> = ReturnType<typeof useColumns<Column>>;

/** The columns of a list as the agent has arranged them: which, in what order, how wide; and those that have room. */
export function useColumns<Column extends Arrangeable>(list: string, columns: readonly Column[]) {
  const [arranged, arrange] = useViewState(`columns.${list}`, Arranged, AS_MADE);
  const { order, shown, widths } = arranged;
  const [measureList, listWidth] = useElementWidth<HTMLDivElement>();
  const textScale = use(TextScale);
  const placeOf = ({ key }: { readonly key: string }) =>
    order.includes(key) ? order.indexOf(key) : order.length;
  const all = columns
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((column): Column => {
      const width = widths[column.key];
      return width === undefined
        ? column
        : { ...column, width: `minmax(${LEAST_PX}px, ${width}px)`, isWidthOwn: true };
    });
  const isTicked = ({ key, isExtra }: Column) => shown?.includes(key) ?? isExtra !== true;
  const ticked = all.filter(isTicked);
  return {
    all,
    ticked,
    /** Of these as many as the list has room for; all of them until it is drawn. */
    drawn: listWidth === 0 ? ticked : columnsWithin(ticked, listWidth / textScale),
    /** Takes the element that the list is as wide as. */
    measureList,
    isAsMade: order.length === 0 && shown === null && Object.keys(widths).length === 0,
    show: (keys: readonly string[]) => arrange({ ...arranged, shown: [...keys] }),
    order: (keys: readonly string[]) => arrange({ ...arranged, order: [...keys] }),
    /** `null`: as wide as it was made. */
    widen(key: string, width: number | null): void {
      const { [key]: _, ...others } = widths;
      const kept = width === null ? null : Math.round(Math.max(LEAST_PX, Math.min(width, MOST_PX)));
      arrange({ ...arranged, widths: kept === null ? others : { ...others, [key]: kept } });
    },
    reset: () => arrange(AS_MADE),
  };
}
