import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';

/** Names every sheet of the file that stays out, so that nobody takes it for imported. */
export function LeftOutNote({ leftOut }: { readonly leftOut: readonly LeftOutSheet[] }) {
  return leftOut.map(({ sheet, reason }) => (
    <div key={sheet} className="imports-note">
      工作表「{sheet}」不导入：{reason}
    </div>
  ));
}
