import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ExportForm, type ExportFormProps } from './export-form.tsx';

type Props<Column extends string> = Pick<ExportFormProps<Column>, 'columns' | 'shown' | 'save'> & {
  /** `订单`, counted in `单`. */
  readonly what: string;
  readonly unit: string;
  /** How many the list shows; beyond what is counted, `null`. */
  readonly total: number | null;
};

/** The rows of the list as a file, with their number said before, or everything there is. */
export function ExportButton<Column extends string>({ what, unit, total, ...form }: Props<Column>) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const shown = total === null ? `所列${what}` : `所列 ${total.toLocaleString('zh-CN')} ${unit}`;
  const scopes = [
    { key: 'shown', label: `${shown}（当前条件）` },
    { key: 'all', label: `全部${what}` },
  ];
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>导出{what}</Button>
      <Modal open={isOpen} title={`导出${what}`} footer={null} width={460} onCancel={close} destroyOnHidden>
        <ExportForm label={`导出${what}`} scopes={scopes} onDone={close} {...form} />
      </Modal>
    </>
  );
}
