import { InboxOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { PLATFORM_LABELS } from '../../../shared/domain/team/shop.ts';

type SourceBarProps = {
  readonly shops: readonly Shop[];
  readonly shopId: ShopId;
  readonly onShop: (shopId: ShopId) => void;
  readonly onChoose: () => void;
};

/** The agent drops files anywhere on the window, or chooses one here. */
export function SourceBar({ shops, shopId, onShop, onChoose }: SourceBarProps) {
  const options = shops.map(({ id, name, platform }) => ({
    value: id,
    label: `${name} · ${PLATFORM_LABELS[platform]}`,
  }));
  return (
    <section className="imports-source" aria-label="导入文件">
      <InboxOutlined className="imports-source-icon" aria-hidden="true" />
      <div className="imports-source-words">
        <strong>把平台导出的报表拖到窗口任意位置</strong>
        <span className="muted">支持 CSV、Excel；先预览，确认后才写入</span>
      </div>
      <div className="imports-source-shop">
        <span className="muted">导入到</span>
        <Select<ShopId>
          aria-label="导入到店铺"
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={options}
          value={shopId}
          onChange={onShop}
        />
      </div>
      <Button type="primary" onClick={onChoose}>
        选择文件
      </Button>
    </section>
  );
}
