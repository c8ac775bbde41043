import { Button, Dropdown } from 'antd';
import { useFeedback } from '../../ui/feedback.tsx';
import { useExportOrders } from './mutations.ts';

const items = [
  { key: 'xlsx', label: 'Excel（.xlsx）' },
  { key: 'csv', label: 'CSV（.csv）' },
];

/** All orders of the shop that is chosen, or of every shop; the search does not narrow a file. */
export function ExportOrders({ shopId }: { readonly shopId: string | null }) {
  const feedback = useFeedback();
  const save = useExportOrders();
  const run = (format: 'xlsx' | 'csv') =>
    save.mutate(
      { what: 'orders', format, shopId },
      {
        onSuccess: (path) => path !== null && feedback.done(`已导出到 ${path}`),
        onError: (error) => feedback.fail(error),
      },
    );
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key === 'csv' ? 'csv' : 'xlsx') }}>
      <Button disabled={save.isPending} title={shopId === null ? '导出全部店铺的订单' : '导出所选店铺的订单'}>
        导出订单
      </Button>
    </Dropdown>
  );
}
