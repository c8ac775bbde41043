import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import type { ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { SCRIPT_SCOPE_LABELS } from '../../../shared/domain/scripts/script.ts';
import {
  SCRIPT_FILE_FORMAT_LABELS,
  SCRIPT_FILE_FORMATS,
} from '../../../shared/domain/scripts/script-file.ts';
import type {
  ScriptFileRequest,
  ScriptImportPreview,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { useAppState, useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { readAs, withFormat } from './import-request.ts';

type ImportHeadProps = {
  readonly request: ScriptFileRequest | null;
  readonly preview: ScriptImportPreview | null;
  readonly onRequest: (request: ScriptFileRequest) => void;
  readonly onChooseFile: () => void;
  readonly onClose: () => void;
};

const FORMATS = SCRIPT_FILE_FORMATS.map((value) => ({ value, label: SCRIPT_FILE_FORMAT_LABELS[value] }));
const AS_IN_FILE = 'file';

type TargetOption = { readonly value: string; readonly label: string; readonly scope: ScriptScope | null };

function useTargets(): readonly TargetOption[] {
  const { shops } = useAppState();
  const agent = useCurrentAgent();
  return [
    { value: AS_IN_FILE, label: '按文件，未注明的全店通用', scope: null },
    { value: 'all', label: SCRIPT_SCOPE_LABELS.all, scope: { kind: 'all' } },
    ...shops.map(({ id, name }): TargetOption => {
      return {
        value: id,
        label: `${SCRIPT_SCOPE_LABELS.shop}：${name}`,
        scope: { kind: 'shop', shopId: id },
      };
    }),
    ...(agent
      ? [
          {
            value: agent.id,
            label: SCRIPT_SCOPE_LABELS.personal,
            scope: { kind: 'personal', agentId: agent.id } as const,
          },
        ]
      : []),
  ];
}

const keyOf = (scope: ScriptScope | null): string => {
  if (scope === null) return AS_IN_FILE;
  return scope.kind === 'all' ? 'all' : scope.kind === 'shop' ? scope.shopId : scope.agentId;
};

function Reading({ request, preview, onRequest }: ImportHeadProps) {
  const targets = useTargets();
  if (request === null || preview === null) return null;
  return (
    <>
      <span className="exchange-setting">
        <label htmlFor="exchange-format">格式</label>
        <Select
          id="exchange-format"
          size="small"
          popupMatchSelectWidth={false}
          options={FORMATS}
          value={preview.format}
          onChange={(format) => onRequest(withFormat(request, format))}
        />
      </span>
      <span className="exchange-setting">
        <label htmlFor="exchange-target">导入为</label>
        <Select
          id="exchange-target"
          size="small"
          popupMatchSelectWidth={false}
          options={targets.map(({ value, label }) => ({ value, label }))}
          value={keyOf(request.target)}
          onChange={(value) => {
            const scope = targets.find((target) => target.value === value)?.scope ?? null;
            onRequest(readAs(request, { target: scope }));
          }}
        />
      </span>
      {preview.format === 'table' && (
        <Checkbox
          checked={preview.hasHeader}
          onChange={(event) => onRequest(readAs(request, { hasHeader: event.target.checked, columns: null }))}
        >
          第一行是列名
        </Checkbox>
      )}
    </>
  );
}

/** Which file it is, how it is read, and whose its scripts become. */
export function ImportHead(props: ImportHeadProps) {
  const { preview, onChooseFile, onClose } = props;
  return (
    <header className="exchange-head">
      <h2>导入话术</h2>
      {preview && (
        <span className="exchange-file truncate" title={preview.fileName}>
          {preview.fileName}
        </span>
      )}
      {preview && (
        <Button size="small" onClick={onChooseFile}>
          换文件…
        </Button>
      )}
      <Reading {...props} />
      <span className="exchange-gap" />
      <Button type="text" size="small" icon={<CloseOutlined aria-hidden="true" />} onClick={onClose}>
        返回话术库 <Kbd keys="Esc" />
      </Button>
    </header>
  );
}
