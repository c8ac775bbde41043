import { Button, Popover } from 'antd';
import { useState } from 'react';
import { OFFERED_EMOTICONS } from '../../../shared/domain/emoticons.ts';

/** The codes that 千牛 shows as pictures; copied as they are. */
export function EmoticonMenu({ onChoose }: { readonly onChoose: (code: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <div className="library-emoticons" role="group" aria-label="千牛表情">
          {OFFERED_EMOTICONS.map(({ code, name }, index) => (
            <Button
              key={code}
              size="small"
              type="text"
              autoFocus={index === 0}
              title={code}
              onClick={() => {
                setIsOpen(false);
                onChoose(code);
              }}
            >
              {name}
            </Button>
          ))}
        </div>
      }
    >
      <Button size="small">表情</Button>
    </Popover>
  );
}
