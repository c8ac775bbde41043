import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Platform, Shop } from '../../../../shared/domain/team/shop.ts';
import { NewShop, PLATFORM_LABELS, PLATFORMS } from '../../../../shared/domain/team/shop.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { useMayChange } from '../fields/lead-only.tsx';
import { useCreateShop, useRenameShop } from '../mutations.ts';
import { ShopList } from './shop-list.tsx';
import { ShopSettingsForm } from './shop-settings-form.tsx';

type Asking = { readonly kind: 'create' } | { readonly kind: 'rename'; readonly shop: Shop };

const platformOptions = PLATFORMS.map((value) => ({ value, label: PLATFORM_LABELS[value] }));

function ShopDialog({ asking, onEnd }: { readonly asking: Asking; readonly onEnd: (shop?: Shop) => void }) {
  const feedback = useFeedback();
  const create = useCreateShop();
  const rename = useRenameShop();
  const [name, setName] = useState(asking.kind === 'rename' ? asking.shop.name : '');
  const [platform, setPlatform] = useState<Platform>('taobao');
  const [isTried, setIsTried] = useState(false);
  const isNamed = NewShop.shape.name.safeParse(name).success;
  const save = () => {
    setIsTried(true);
    if (!isNamed) return;
    if (asking.kind === 'create') {
      const onSuccess = (shop: Shop) => {
        feedback.done(`已添加店铺「${shop.name}」`);
        onEnd(shop);
      };
      create.mutate({ name, platform }, { onSuccess });
    } else {
      const { shop } = asking;
      rename.mutate({ id: shop.id, name }, { onSuccess: () => onEnd(shop) });
    }
  };
  return (
    <Modal
      open
      width={420}
      title={asking.kind === 'create' ? '添加店铺' : '修改店铺名称'}
      okText={asking.kind === 'create' ? '添加' : '保存'}
      cancelText="取消"
      okButtonProps={{ htmlType: 'submit', form: 'shop-form' }}
      onCancel={() => onEnd()}
    >
      <Form id="shop-form" className="settings-dialog" layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          label="店铺名称"
          htmlFor="shop-name"
          {...(isTried && !isNamed ? { validateStatus: 'error', help: '请填写店铺名称' } : {})}
        >
          <Input
            id="shop-name"
            autoFocus
            maxLength={60}
            placeholder="与平台后台显示的名称一致"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        {asking.kind === 'create' && (
          <Form.Item label="平台">
            <Segmented<Platform>
              className="wrapping-choice"
              aria-label="平台"
              options={platformOptions}
              value={platform}
              onChange={setPlatform}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

/** Shops on the left of the section, the rules of the chosen one beside them. */
export function ShopSection() {
  const { shops } = useAppState();
  const [chosenId, setChosenId] = useState<string>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const shop = shops.find(({ id }) => id === chosenId) ?? shops[0];
  const mayChange = useMayChange('lead');
  return (
    <div className="settings-shops">
      <div className="settings-shop-list">
        <header className="panel-header">
          <h2 className="panel-title">店铺</h2>
          {mayChange && (
            <div className="panel-extra">
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden="true" />}
                onClick={() => setAsking({ kind: 'create' })}
              >
                添加
              </Button>
            </div>
          )}
        </header>
        <ShopList chosenId={shop?.id} onChoose={setChosenId} />
      </div>
      {shop !== undefined && (
        <ShopSettingsForm
          key={shop.id}
          shop={shop}
          {...(mayChange && { onRename: () => setAsking({ kind: 'rename', shop }) })}
        />
      )}
      {asking && (
        <ShopDialog
          asking={asking}
          onEnd={(done) => {
            setAsking(null);
            if (done) setChosenId(done.id);
          }}
        />
      )}
    </div>
  );
}
