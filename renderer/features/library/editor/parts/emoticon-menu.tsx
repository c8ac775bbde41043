import { Button } from 'antd';
import { OFFERED_EMOTICONS } from '../../../../../shared/domain/scripts/media/emoticons.ts';
import { InsertPopover } from './insert-popover.tsx';

/** The codes that 千牛 shows as pictures; copied as they are. */
export function EmoticonMenu({ onChoose }: { readonly onChoose: (code: string) => void }) {
  return (
    <InsertPopover
      label="表情"
      renderContent={(close) => (
        <div className="library-emoticons" role="group" aria-label="千牛表情">
          {OFFERED_EMOTICONS.map(({ code, name }, index) => (
            <Button
              key={code}
              size="small"
              type="text"
              autoFocus={index === 0}
              title={code}
              onClick={() => {
                close();
                onChoose(code);
              }}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
    />
  );
}
