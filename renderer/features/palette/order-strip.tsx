import { Button } from 'antd';
import type { PaletteContext } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';

const NO_END = 6;
const SOURCES = { clipboard: '剪贴板', workbench: '工作台' } as const;

type Props = {
  readonly context: PaletteContext;
  readonly onDetach: () => void;
};

/**
 * The order that the scripts are filled in for: the agent looks at it before every copy, because a wrong customer is
 * worse than none.
 */
export function OrderStrip({ context: { order, source }, onDetach }: Props) {
  if (!order || !source) {
    return <div className="palette-order muted">未识别到订单，变量需手动填写</div>;
  }
  const { no, customerNick, itemTitle, payableFen, status, closesAtMs } = order;
  return (
    <div className="palette-order" role="group" aria-label={`${SOURCES[source]}中的订单`}>
      <span className="palette-order-source">{SOURCES[source]}</span>
      <strong className="palette-order-nick truncate">{customerNick ?? '客户'}</strong>
      <span className="numeric" title={no}>
        …{no.slice(-NO_END)}
      </span>
      <span className="palette-order-goods truncate" title={itemTitle ?? ''}>
        {itemTitle}
      </span>
      <Money fen={payableFen} />
      <StatusTag status={status} />
      {closesAtMs !== null && <TimeLeft atMs={closesAtMs} event="关闭" />}
      <Button size="small" type="text" onClick={onDetach}>
        不用此单 <Kbd keys="Ctrl+⌫" />
      </Button>
    </div>
  );
}
