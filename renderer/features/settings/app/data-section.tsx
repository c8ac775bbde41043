import { Button } from 'antd';
import { useState } from 'react';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import type { ExportFormat } from '../../../../shared/ipc/contract/program/report-contract.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { ShopSelect } from '../../../ui/forms/shop-select.tsx';
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
  readonly shopId: ShopId | null;
}) {
  const feedback = useFeedback();
  const save = useSaveExport();
  const run = (format: ExportFormat) =>
    save.mutate(
      { what: item.what, format, shopId: item.what === 'scripts' ? null : shopId },
      { onSuccess: (path) => feedback.saved(path) },
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
  const [shopId, setShopId] = useState<ShopId | null>(null);
  return (
    <div className="settings-page">
      <header className="settings-page-head">
        <h2>数据导出</h2>
        <ShopSelect label="导出哪个店铺" className="settings-select" shopId={shopId} onShop={setShopId} />
      </header>
      <div className="settings-group">
        {EXPORTS.map((item) => (
          <ExportRow key={item.what} item={item} shopId={shopId} />
        ))}
      </div>
    </div>
  );
}
