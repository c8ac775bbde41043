import './script-exchange.css';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import {
  SCRIPT_EXPORT_FORMATS,
  SCRIPT_EXPORT_LABELS,
  type ScriptExportFormat,
} from '../../../shared/domain/scripts/script-file.ts';
import type { ScriptFileExported } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { useExportScripts } from './mutations.ts';

/** The scripts that can be exported: all, or those that the library shows or the agent has chosen. */
export type Exportable = {
  readonly key: string;
  readonly label: string;
  /** `null`: not known beforehand. */
  readonly count: number | null;
  /** `null`: all that the agent sees. */
  readonly ids: readonly ScriptId[] | null;
};

const FORMATS = SCRIPT_EXPORT_FORMATS.map((value) => ({ value, label: SCRIPT_EXPORT_LABELS[value] }));
/** A few say what it is about; thousands would hide it. */
const CODES_SHOWN = 30;

const numbered = (count: number) => `${count.toLocaleString('zh-CN')} 条`;

function Result({ done }: { readonly done: ScriptFileExported }) {
  const { count, pictureCount, path, unsaid, notes } = done;
  return (
    <div className="exchange-result">
      <p>
        已导出 {numbered(count)}
        {pictureCount > 0 && `，图片 ${pictureCount} 张在旁边的「图片」文件夹`}
      </p>
      <p className="muted exchange-path">{path}</p>
      {unsaid.length > 0 && <p>这种格式没有地方写：{unsaid.join('、')}</p>}
      {notes.length > 0 && (
        <ul className="exchange-notes" aria-label="写法有变的话术">
          {notes.map(({ note, codes }) => (
            <li key={note}>
              {note}（{numbered(codes.length)}）：
              <span className="muted">
                {codes.slice(0, CODES_SHOWN).join('、')}
                {codes.length > CODES_SHOWN && ' …'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type ScriptExportDialogProps = { readonly exportables: readonly Exportable[]; readonly onClose: () => void };

export function ScriptExportDialog({ exportables, onClose }: ScriptExportDialogProps) {
  const feedback = useFeedback();
  const exporting = useExportScripts();
  // The agent most likely has the most particular of them in mind.
  const [key, setKey] = useState(exportables.at(-1)?.key);
  const [format, setFormat] = useState<ScriptExportFormat>('xlsx');
  const [done, setDone] = useState<ScriptFileExported | null>(null);
  const chosen = exportables.find((one) => one.key === key) ?? exportables[0];

  const save = async () => {
    if (chosen === undefined) return;
    try {
      const result = await exporting.mutateAsync({
        format,
        ids: chosen.ids === null ? null : [...chosen.ids],
      });
      if (result === null) return;
      if (result.unsaid.length > 0 || result.notes.length > 0) {
        setDone(result);
        return;
      }
      feedback.saved(result.path, `已导出 ${numbered(result.count)}话术到 ${result.path}`);
      onClose();
    } catch (error) {
      feedback.fail(error);
    }
  };

  return (
    <Modal
      open
      title="导出话术"
      okText={done === null ? '导出…' : '完成'}
      cancelText="取消"
      cancelButtonProps={done === null ? {} : { style: { display: 'none' } }}
      okButtonProps={{ disabled: chosen === undefined || chosen.count === 0, autoFocus: true }}
      confirmLoading={exporting.isPending}
      onOk={() => (done === null ? void save() : onClose())}
      onCancel={onClose}
    >
      {done === null ? (
        <div className="exchange-export">
          <fieldset>
            <legend>内容</legend>
            <Radio.Group
              className="exchange-choices"
              aria-label="导出内容"
              value={chosen?.key}
              options={exportables.map((one) => ({
                value: one.key,
                label: one.count === null ? one.label : `${one.label}（${numbered(one.count)}）`,
              }))}
              onChange={(event) => setKey(event.target.value as string)}
            />
          </fieldset>
          <fieldset>
            <legend>格式</legend>
            <Radio.Group
              className="exchange-choices"
              aria-label="导出格式"
              value={format}
              options={FORMATS}
              onChange={(event) => setFormat(event.target.value as ScriptExportFormat)}
            />
          </fieldset>
        </div>
      ) : (
        <Result done={done} />
      )}
    </Modal>
  );
}
