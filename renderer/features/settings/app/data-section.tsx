import { Button, Select } from 'antd';
import { useState } from 'react';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { SettingsRow } from '../fields/settings-row.tsx';
import { useSaveExport } from '../mutations.ts';

type What = CallInput<'exports.save'>['what'];

const EXPORTS = [
  { what: 'orders', label: '订单', hint: '全部订单及最新状态' },
  { what: 'tasks', label: '待办', hint: '全部待办，含已完成和已取消' },
  { what: 'scripts', label: '话术', hint: '话术库全部内容，与店铺无关' },
] as const satisfies readonly { readonly what: What; readonly label: string; readonly hint: string }[];

function ExportRow({
  item,
  shopId,
}: {
  readonly item: (typeof EXPORTS)[number];
  readonly shopId: string | null;
}) {
  const feedback = useFeedback();
  const save = useSaveExport();
  const run = (format: 'xlsx' | 'csv') =>
    save.mutate(
      { what: item.what, format, shopId: item.what === 'scripts' ? null : shopId },
      { onSuccess: (path) => path !== null && feedback.done(`已导出到 ${path}`) },
    );
  return (
    <SettingsRow label={item.label} hint={item.hint}>
      <Button disabled={save.isPending} aria-label={`导出${item.label}为 Excel`} onClick={() => run('xlsx')}>
        Excel
      </Button>
      <Button disabled={save.isPending} aria-label={`导出${item.label}为 CSV`} onClick={() => run('csv')}>
        CSV
      </Button>
    </SettingsRow>
  );
}

export function DataSection() {
  const { shops } = useAppState();
  const [shopId, setShopId] = useState('');
  const options = [
    { value: '', label: '全部店铺' },
    ...shops.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>数据导出</h2>
        <Select<string>
          aria-label="导出哪个店铺"
          className="settings-select"
          options={options}
          value={shopId}
          onChange={setShopId}
        />
      </header>
      <div className="settings-group">
        {EXPORTS.map((item) => (
          <ExportRow key={item.what} item={item} shopId={shopId === '' ? null : shopId} />
        ))}
      </div>
    </div>
  );
}
