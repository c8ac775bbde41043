import { Button, type ButtonProps, Dropdown } from 'antd';
import {
  EXPORT_FORMAT_LABELS,
  EXPORT_FORMATS,
  type ExportFormat,
} from '../../../shared/ipc/contract/program/report-contract.ts';

const items = EXPORT_FORMATS.map((format) => ({ key: format, label: EXPORT_FORMAT_LABELS[format] }));

type Props = Pick<ButtonProps, 'size' | 'disabled' | 'children'> & {
  readonly onFormat: (format: ExportFormat) => void;
};

/** A button that asks for the format of a file, where nothing else is to be said of it. */
export function ExportMenu({ onFormat, ...button }: Props) {
  return (
    <Dropdown
      trigger={['click']}
      // The keys are the formats.
      menu={{ items, onClick: ({ key }) => onFormat(key as ExportFormat) }}
    >
      <Button {...button} />
    </Dropdown>
  );
}
