import { EditOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { LONGEST_PRODUCT_NAME } from '../../../shared/domain/orders/product-name.ts';
import { productName } from '../../../shared/domain/scripts/product-name.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { useAction } from './use-action.ts';

type Props = {
  readonly title: string;
  /** As an agent has said it; `undefined`: the title is shortened. */
  readonly named: string | undefined;
  /** The order beside which it is shown. */
  readonly orderId: OrderId | null;
};

/** B15: how scripts call the product; a press changes it for every order of it. */
export function ProductNameField({ title, named, orderId }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const name = useAction('products.name', () => setDraft(null));
  const automatic = productName(title);

  function save(): void {
    const typed = draft?.trim() ?? '';
    if (typed === (named ?? '') || (named === undefined && typed === automatic)) setDraft(null);
    else if (!name.isPending) name.mutate({ title, name: typed, orderId });
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') setDraft(null);
    else if (!event.repeat) save();
  }

  if (draft === null) {
    return (
      <Button
        type="text"
        size="small"
        className="product-name"
        // The key that has closed the field goes on from here.
        autoFocus={wasOpen}
        title="话术里叫它这个名字，点击修改"
        onClick={() => {
          setWasOpen(true);
          setDraft(named ?? automatic);
        }}
      >
        <span className="truncate">简称 {named ?? automatic}</span>
        <EditOutlined aria-hidden="true" />
      </Button>
    );
  }
  return (
    <span className="product-name-form">
      <Input
        autoFocus
        size="small"
        aria-label="商品简称"
        placeholder={`自动：${automatic}`}
        maxLength={LONGEST_PRODUCT_NAME}
        value={draft}
        onFocus={(event) => event.target.select()}
        onKeyDown={handleKey}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button size="small" type="primary" onClick={save}>
        保存
      </Button>
    </span>
  );
}
