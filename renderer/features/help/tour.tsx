import { Tour as AntTour, type TourStepProps } from 'antd';
import { SHORTCUTS } from '../../lib/shortcuts.ts';

/** The element that a step points at; where it is not on the screen, the words stand in the middle. */
const at = (selector: string) => (): HTMLElement => {
  const target = document.querySelector<HTMLElement>(selector);
  // The library takes a function that answers nothing, and its type does not say so.
  return target as HTMLElement;
};

function steps(): TourStepProps[] {
  return [
    {
      title: '先联系谁',
      description: `队列把最该先处理的排在最上面。↑ ↓ 选择，${SHORTCUTS.queue.label} 随时回到这里。`,
      target: at('.queue'),
      placement: 'rightTop',
    },
    {
      title: '这位客户的来龙去脉',
      description: '订单、客户、做过的每一步都在中间；下一步该做什么写在最上面。',
      target: at('.work-body'),
      placement: 'left',
    },
    {
      title: '两下键盘，话术就在剪贴板里',
      description: `按 Enter 到推荐话术，再按 Enter 复制，切到旺旺粘贴。${SHORTCUTS.scripts.label} 搜索其他话术。`,
      target: at('.script-picker'),
      placement: 'leftTop',
    },
    {
      title: '记下结果',
      description: `${SHORTCUTS.done.label} 记下并转到下一条；每个按钮上写着它的按键。记错了按 ${SHORTCUTS.undo.label} 撤销。`,
      target: at('.work-actions'),
      placement: 'top',
    },
    {
      title: '停靠到聊天窗口旁边',
      description: `${SHORTCUTS.dock.label} 把窗口变窄，贴在屏幕一边；再按一次恢复。`,
      target: at('.shell-dock'),
      placement: 'bottomRight',
    },
    {
      title: '什么都能找',
      description: `${SHORTCUTS.find.label} 找订单、客户、话术和页面；${SHORTCUTS.help.label} 看全部按键，使用说明也在问号里。`,
      target: at('.shell-header-end'),
      placement: 'bottomRight',
    },
  ];
}

/** A walk along the workbench in six steps. */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  return <AntTour open steps={steps()} onClose={onClose} onFinish={onClose} />;
}
