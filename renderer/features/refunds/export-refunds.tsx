import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { RefundFilter } from '../../../shared/ipc/contract/refund-list-contract.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

type Props = { readonly filter: RefundFilter; readonly total: number };

/** The refunds that the list shows, or every one of every shop. */
export function ExportRefunds({ filter, total }: Props) {
  const feedback = useFeedback();
  const save = useMutation({
    mutationFn: (input: CallInput<'refunds.export'>) => call('refunds.export', input),
  });
  const shown = `所列 ${total.toLocaleString('zh-CN')} 笔`;
  const choices = [
    { key: 'shown-xlsx', label: `${shown}，Excel（.xlsx）`, filter, format: 'xlsx' },
    { key: 'shown-csv', label: `${shown}，CSV（.csv）`, filter, format: 'csv' },
    { key: 'all-xlsx', label: '全部退款，Excel（.xlsx）', filter: null, format: 'xlsx' },
    { key: 'all-csv', label: '全部退款，CSV（.csv）', filter: null, format: 'csv' },
  ] as const;
  function run(key: string): void {
    const choice = choices.find((one) => one.key === key);
    if (!choice) return;
    save.mutate(
      { filter: choice.filter, format: choice.format },
      {
        onSuccess: (path) => path !== null && feedback.done(`已导出到 ${path}`),
        onError: (error) => feedback.fail(error),
      },
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: choices.map(({ key, label }) => ({ key, label })), onClick: ({ key }) => run(key) }}
    >
      <Button disabled={save.isPending}>导出退款</Button>
    </Dropdown>
  );
}
