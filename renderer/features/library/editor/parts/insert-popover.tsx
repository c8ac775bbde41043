import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';

type Props = {
  readonly label: string;
  readonly renderContent: (close: () => void) => ReactNode;
};

/** A button of the bar with something to choose from; choosing closes it. */
export function InsertPopover({ label, renderContent }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <div role="dialog" aria-label={`插入${label}`}>
          {renderContent(() => setIsOpen(false))}
        </div>
      }
    >
      <Button size="small">{label}</Button>
    </Popover>
  );
}
