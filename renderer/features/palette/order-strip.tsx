import { Button } from 'antd';
import type {
  PaletteContext,
  PaletteSubject,
} from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';

const NO_END = 6;
const SOURCES = { clipboard: '剪贴板', workbench: '工作台' } as const;

type Props = {
  readonly context: Pick<PaletteContext, 'unrecognised' | 'choices'>;
  readonly subject: PaletteSubject | null;
  readonly onDetach: () => void;
  readonly onChoose: (choice: number) => void;
};

function Choices({ context: { unrecognised, choices }, onChoose }: Props) {
  const isOfSeveral = choices.some(({ source }) => source === 'clipboard');
  return (
    <div className="palette-order" role="group" aria-label="写给谁">
      <span className="palette-unrecognised" role="alert">
        {isOfSeveral
          ? `剪贴板「${unrecognised}」有不止一位客户`
          : `剪贴板「${unrecognised}」没有识别到订单，不代填`}
      </span>
      {choices.map(({ order, source }, index) => (
        <Button key={order.no} size="small" onClick={() => onChoose(index)}>
          {source === 'workbench' && '工作台 '}
          {order.customerNick ?? '客户'} …{order.no.slice(-NO_END)} <Kbd keys={`Ctrl+${index + 1}`} />
        </Button>
      ))}
    </div>
  );
}

/**
 * The order that the scripts are filled in for: the agent looks at it before every copy, because a wrong customer is
 * worse than none.
 */
export function OrderStrip(props: Props) {
  const { context, subject, onDetach } = props;
  if (!subject) {
    if (context.unrecognised !== null) return <Choices {...props} />;
    return <div className="palette-order muted">未识别到订单，变量需手动填写</div>;
  }
  const { no, customerNick, itemTitle, payableFen, status, closesAtMs } = subject.order;
  const source = SOURCES[subject.source];
  return (
    <div className="palette-order" role="group" aria-label={`${source}中的订单`}>
      <span className="palette-order-source">{source}</span>
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
