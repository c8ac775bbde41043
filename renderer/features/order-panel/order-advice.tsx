import { CHASED_BY_PLATFORM, isChasedByPlatform } from '../../../shared/domain/chasing/chase-way.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import { AdviceTag } from '../../ui/facts/advice-tag.tsx';

/** P-advice in figures: 3 日内总订单 n / 未支付 / 已支付 / 已关闭 */
function Recent({ detail }: { readonly detail: OrderDetail }) {
  const recent = detail.customer?.recent;
  if (!recent) return null;
  return (
    <span className="order-recent numeric">
      3 日内订单 {recent.total}：未支付 {recent.unpaid} / 已支付 {recent.paid} / 已关闭 {recent.closed}
    </span>
  );
}

/** Whether chasing the order is wise. */
export function OrderAdvice({ detail }: { readonly detail: OrderDetail }) {
  return (
    <div className="task-advice">
      <AdviceTag advice={detail.advice} />
      {detail.order.status === 'unpaid' && isChasedByPlatform(detail.shop.platform) && (
        <span>{CHASED_BY_PLATFORM}</span>
      )}
      <Recent detail={detail} />
    </div>
  );
}
