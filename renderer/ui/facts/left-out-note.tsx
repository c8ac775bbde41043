import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';

type LeftOutNoteProps = { readonly leftOut: readonly LeftOutSheet[]; readonly className: string };

/** Names every sheet of the file that stays out, so that nobody takes it for imported. */
export function LeftOutNote({ leftOut, className }: LeftOutNoteProps) {
  return leftOut.map(({ sheet, reason }) => (
    <div key={sheet} className={className}>
      工作表「{sheet}」不导入：{reason}
    </div>
  ));
}
