import { Tray as ElectronTray, Menu, nativeImage } from 'electron';
import { drawCountBadge } from './count-badge.ts';

export type TrayActions = {
  readonly open: () => void;
  readonly openImports: () => void;
  readonly toggleDoNotDisturb: () => void;
  readonly quit: () => void;
};

type TrayState = {
  readonly dueCount: number;
  /** New reports that wait to be imported. */
  readonly reportCount: number;
  readonly isDoNotDisturb: boolean;
};
export type Tray = { show(state: TrayState): void };

/** `3 项待办到期，1 个新报表待导入` */
function toolTip({ dueCount, reportCount }: TrayState): string {
  const due = dueCount === 0 ? '没有到期的待办' : `${dueCount} 项待办到期`;
  return `小二工作台：${due}${reportCount === 0 ? '' : `，${reportCount} 个新报表待导入`}`;
}

/** The icon beside the clock: how many tasks are due, and the way back into the window. */
export function createTray(iconPath: string, actions: TrayActions): Tray {
  const plain = nativeImage.createFromPath(iconPath).resize({ width: 32, height: 32 });
  const tray = new ElectronTray(plain);
  tray.on('click', actions.open);

  function iconFor(dueCount: number) {
    if (dueCount === 0) return plain;
    const bitmap = plain.toBitmap();
    drawCountBadge(bitmap, 32, dueCount);
    return nativeImage.createFromBitmap(bitmap, { width: 32, height: 32 });
  }

  return {
    show(state) {
      const { dueCount, reportCount, isDoNotDisturb } = state;
      tray.setImage(iconFor(dueCount));
      tray.setToolTip(toolTip(state));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: dueCount === 0 ? '打开工作台' : `打开工作台（${dueCount} 项到期）`, click: actions.open },
          ...(reportCount === 0
            ? []
            : [{ label: `导入新报表（${reportCount} 个）`, click: actions.openImports }]),
          {
            label: '勿扰 1 小时',
            type: 'checkbox',
            checked: isDoNotDisturb,
            click: actions.toggleDoNotDisturb,
          },
          { type: 'separator' },
          { label: '退出', click: actions.quit },
        ]),
      );
    },
  };
}
