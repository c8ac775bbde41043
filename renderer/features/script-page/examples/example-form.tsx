import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import { isEnter } from '../../../lib/keyboard.ts';
import { useAddExample } from '../mutations.ts';
import { scriptPageQueries } from '../queries.ts';

type Choice = { readonly value: string; readonly label: string };
type SearchProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly Choice[];
  readonly value: string | null;
  readonly onSearch: (text: string) => void;
  readonly onChange: (value: string) => void;
};

function SearchSelect({ label, placeholder, options, value, onSearch, onChange }: SearchProps) {
  return (
    <Select<string>
      className="example-search"
      aria-label={label}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch }}
      notFoundContent="没有匹配项"
      options={[...options]}
      value={value}
      onChange={onChange}
    />
  );
}

type FormProps = {
  readonly orderId: OrderId | null;
  readonly scriptId: ScriptId | null;
  readonly onDone?: () => void;
};

function useNote(wanted: { orderId: OrderId | null; scriptId: ScriptId | null }, onDone?: () => void) {
  const [note, setNote] = useState('');
  const add = useAddExample();
  const { orderId, scriptId } = wanted;
  const isComplete = orderId !== null && scriptId !== null && note.trim() !== '';
  const submit = () => {
    if (orderId === null || scriptId === null || note.trim() === '' || add.isPending) return;
    add.mutate(
      { orderId, scriptId, note },
      {
        onSuccess: () => {
          setNote('');
          onDone?.();
        },
      },
    );
  };
  return { note, setNote, isComplete, submit };
}

/** From the script: the order is looked for, unless it is the one that is open. */
export function ExampleOfScriptForm({
  scriptId,
  orderId: openOrderId,
}: FormProps & { readonly scriptId: ScriptId }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<OrderId | null>(null);
  const { data: orders = [] } = useQuery(scriptPageQueries.findOrders(text.trim()));
  const orderId = chosen ?? (text === '' ? openOrderId : null);
  const form = useNote({ orderId, scriptId }, () => setChosen(null));
  const found = orders.map(({ id, no, customerNick }) => ({
    value: id as string,
    label: [no, customerNick].filter(Boolean).join(' '),
  }));
  const open = openOrderId === null ? [] : [{ value: openOrderId as string, label: '当前打开的订单' }];
  return (
    <Note {...form}>
      <SearchSelect
        label="案例订单"
        placeholder="订单号或客户昵称"
        options={text.trim() === '' ? open : found}
        value={orderId}
        onSearch={setText}
        onChange={(value) => setChosen(orders.find(({ id }) => id === value)?.id ?? openOrderId)}
      />
    </Note>
  );
}

/** From the order: the script is looked for. */
export function ExampleOfOrderForm({
  orderId,
  onDone,
}: Omit<FormProps, 'scriptId'> & { readonly orderId: OrderId; readonly onDone: () => void }) {
  const [text, setText] = useState('');
  const [scriptId, setScriptId] = useState<ScriptId | null>(null);
  const { data: hits = [] } = useQuery(scriptPageQueries.findScripts(text.trim()));
  const form = useNote({ orderId, scriptId }, onDone);
  return (
    <Note {...form} onCancel={onDone}>
      <SearchSelect
        label="案例话术"
        placeholder="话术标题、编码、拼音首字母"
        options={hits.map(({ script }) => ({ value: script.id, label: `${script.title} ${script.code}` }))}
        value={scriptId}
        onSearch={setText}
        onChange={(value) => setScriptId(hits.find(({ script }) => script.id === value)?.script.id ?? null)}
      />
    </Note>
  );
}

type NoteProps = ReturnType<typeof useNote> & {
  readonly onCancel?: () => void;
  readonly children: ReactNode;
};

function Note({ note, setNote, isComplete, submit, onCancel, children }: NoteProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEnter(event) && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div className="example-form" role="group" aria-label="添加案例">
      {children}
      <label className="visually-hidden" htmlFor={id}>
        案例说明
      </label>
      <Input
        id={id}
        placeholder="说明：客户说了什么，怎样回复有效"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="primary" disabled={!isComplete} onClick={submit}>
        添加案例
      </Button>
      {onCancel && <Button onClick={onCancel}>取消</Button>}
    </div>
  );
}
