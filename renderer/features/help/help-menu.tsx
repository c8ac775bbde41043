import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { TourOffer } from './tour-offer.tsx';

const GuideDrawer = lazy(async () => ({ default: (await import('./guide-drawer.tsx')).GuideDrawer }));
const Tour = lazy(async () => ({ default: (await import('./tour.tsx')).Tour }));

type Props = {
  readonly onKeys: () => void;
  /** The tour walks along the workbench. */
  readonly onTour: () => void;
};

/** Keys, guide and tour. */
export function HelpMenu({ onKeys, onTour }: Props) {
  const [open, setOpen] = useState<'guide' | 'tour' | null>(null);
  const close = () => setOpen(null);
  const startTour = () => {
    onTour();
    setOpen('tour');
  };
  const items = [
    {
      key: 'keys',
      label: (
        <>
          快捷键一览 <Kbd keys={SHORTCUTS.help.label} />
        </>
      ),
      onClick: onKeys,
    },
    { key: 'guide', label: '使用说明', onClick: () => setOpen('guide') },
    { key: 'tour', label: '一分钟导览', onClick: startTour },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden="true" />}
          aria-label="帮助"
          title={`快捷键（${SHORTCUTS.help.label}）、使用说明、导览`}
          aria-haspopup="menu"
        />
      </Dropdown>
      <TourOffer onStart={startTour} />
      <Suspense fallback={null}>
        {open === 'guide' && <GuideDrawer onClose={close} />}
        {open === 'tour' && <Tour onClose={close} />}
      </Suspense>
    </>
  );
}
