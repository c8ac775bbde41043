import { queryOptions, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../../lib/main-process/query-roots.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ProductNameField } from '../../../ui/forms/product-name-field.tsx';

const namesQuery = queryOptions({
  queryKey: [...QUERY_ROOTS.panels, 'product-names'],
  queryFn: () => call('products.names', undefined),
});

const HOW = '在订单的商品下面点「简称」就能改；没有改过的，话术自动缩短标题。清空则恢复自动。';

/** Every name that an agent has given to a product. */
export function ProductSection() {
  const { data: names } = useQuery(namesQuery);
  const [text, setText] = useState('');
  if (names === undefined) return null;
  if (names.length === 0) return <EmptyState title="还没有改过商品简称" hint={HOW} />;
  const wanted = text.trim().toLowerCase();
  const shown = names.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(wanted));
  return (
    <>
      <p className="muted">{HOW}</p>
      <Input
        allowClear
        aria-label="查找商品"
        placeholder="标题或简称"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="product-names" aria-label="商品简称">
        {shown.map(({ title, name }) => (
          <li key={title}>
            <ProductNameField title={title} named={name} orderId={null} />
            <span className="muted truncate" title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
