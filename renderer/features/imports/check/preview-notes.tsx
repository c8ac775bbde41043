import { Button } from 'antd';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import type { Shop } from '../../../../shared/domain/team/shop.ts';
import { PLATFORM_LABELS } from '../../../../shared/domain/team/shop.ts';
import type { ImportJob, ImportPreview } from '../../../../shared/ipc/contract/program/import-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState, useShop } from '../../../lib/main-process/app-state.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { LeftOutNote } from '../../../ui/facts/left-out-note.tsx';

type NotesProps = {
  readonly job: ImportJob;
  readonly preview: ImportPreview;
  readonly onShop: (shopId: ShopId) => void;
};

/** Says that the file is of another shop than the chosen one, and offers that shop. */
function ShopWarning({
  text,
  shops,
  onShop,
}: {
  readonly text: string;
  readonly shops: readonly Shop[];
  readonly onShop: NotesProps['onShop'];
}) {
  return (
    <div className="imports-note" role="alert">
      <span>{text}</span>
      {shops.map(({ id, name }) => (
        <Button key={id} size="small" onClick={() => onShop(id)}>
          改为「{name}」
        </Button>
      ))}
    </div>
  );
}

function ShopNote({ job, preview: { shopNames }, onShop }: NotesProps) {
  const { shops } = useAppState();
  const chosen = useShop(job.shopId);
  if (shopNames.length === 0 || (chosen !== undefined && shopNames.includes(chosen.name))) return null;
  const named = shops.filter(({ name }) => shopNames.includes(name));
  const text = `文件里的店铺是「${shopNames.join('」「')}」，将导入到「${chosen?.name ?? ''}」`;
  return <ShopWarning text={text} shops={named} onShop={onShop} />;
}

function PlatformNote({ job, preview: { formatLabel, platforms }, onShop }: NotesProps) {
  const { shops } = useAppState();
  const chosen = useShop(job.shopId);
  if (chosen === undefined || platforms.includes(chosen.platform)) return null;
  const fitting = shops.filter(({ platform }) => platforms.includes(platform));
  const text = `这是「${formatLabel}」报表，而「${chosen.name}」是${PLATFORM_LABELS[chosen.platform]}店铺`;
  return <ShopWarning text={text} shops={fitting} onShop={onShop} />;
}

function RepeatNote({ preview: { importedBeforeAtMs } }: Pick<NotesProps, 'preview'>) {
  const nowMs = useNow(MINUTE);
  if (importedBeforeAtMs === null) return null;
  return (
    <div className="imports-note" data-quiet="true">
      这个文件在 {formatMoment(importedBeforeAtMs, nowMs)} 导入过，再次导入不会重复写入
    </div>
  );
}

/** Tells what is unusual about the file; nothing when it is as expected. */
export function PreviewNotes(props: NotesProps) {
  const { unknownColumns, recordLabel, notes, leftOut } = props.preview;
  return (
    <>
      <PlatformNote {...props} />
      <ShopNote {...props} />
      {notes.map((note) => (
        <div key={note} className="imports-note">
          {note}
        </div>
      ))}
      <LeftOutNote leftOut={leftOut} className="imports-note" />
      <RepeatNote preview={props.preview} />
      {unknownColumns.length > 0 && (
        <details className="imports-columns">
          <summary>
            {unknownColumns.length} 个未识别的列，内容会随{recordLabel}保留
          </summary>
          <p>{unknownColumns.join('、')}</p>
        </details>
      )}
    </>
  );
}
