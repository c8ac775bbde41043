import { Button } from 'antd';
import { useState } from 'react';
import { type BulletinWords, LEAST_OPEN_MS } from '../../../shared/domain/bulletins/bulletin.ts';
import type { BulletinDetail } from '../../../shared/ipc/contract/shifts/bulletin-contract.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import type { FormWork, PanelAction } from '../../lib/place/subject-panel.ts';
import { useNow } from '../../lib/time/now.ts';
import { useAction } from '../../ui/forms/use-action.ts';
import { BulletinFields, wordsOf } from './bulletin-fields.tsx';
import { BULLETIN_SHORTCUTS } from './bulletin-shortcuts.ts';

/** When the words came before the agent. */
export type ShownAt = { readonly shownAtMs: number };

type FormProps = { readonly detail: BulletinDetail; readonly work: FormWork };

/** K8: opened for long enough, and ticked. */
function ReadForm({ detail: { bulletin }, work, shownAtMs }: FormProps & ShownAt) {
  const read = useAction('bulletins.read', work.finish, work.comeBack);
  const openMs = useNow(SECOND) - shownAtMs;
  const isLongEnough = openMs >= LEAST_OPEN_MS;
  return (
    <form
      aria-label="已读"
      onSubmit={(event) => {
        event.preventDefault();
        read.mutate({ id: bulletin.id, openMs });
      }}
    >
      <div className="form-row">
        <Button
          // Drawn anew as soon as it can be pressed, so that it takes the focus.
          key={String(isLongEnough)}
          type="primary"
          htmlType="submit"
          autoFocus={isLongEnough}
          disabled={!isLongEnough}
          loading={read.isPending}
        >
          看完了，记为已读
        </Button>
        {!isLongEnough && <span className="muted">看满 5 秒后可点</span>}
      </div>
    </form>
  );
}

function EditForm({ detail: { bulletin }, work }: FormProps) {
  const [words, setWords] = useState<BulletinWords>(() => wordsOf(bulletin));
  const edit = useAction('bulletins.edit', work.close, work.comeBack);
  return (
    <form
      aria-label="修改通知"
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ id: bulletin.id, words });
      }}
    >
      <BulletinFields words={words} onWords={setWords} />
      <div className="form-row">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          保存
        </Button>
        <span className="muted">标题或内容有变化时，大家要重新读</span>
      </div>
    </form>
  );
}

function CloseForm({ detail: { bulletin, readers }, work }: FormProps) {
  const close = useAction('bulletins.close', work.finish, work.comeBack);
  const unread = readers.filter(({ readAtMs }) => readAtMs === null).length;
  return (
    <form
      aria-label="关闭通知"
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate({ id: bulletin.id });
      }}
    >
      <div className="form-row">
        <Button autoFocus type="primary" htmlType="submit" loading={close.isPending}>
          关闭通知
        </Button>
        <span className="muted">{unread === 0 ? '大家都读过了' : `还有 ${unread} 人没读，不再提醒`}</span>
      </div>
    </form>
  );
}

/** A draft is written in its own form; these are for one that is published. */
export function bulletinActions(detail: BulletinDetail, shown: ShownAt): readonly PanelAction[] {
  const { bulletin, isUnread, mayEdit } = detail;
  const isOpen = bulletin.state === 'published';
  return [
    {
      shortcut: BULLETIN_SHORTCUTS.go,
      label: '已读',
      isPossible: isUnread,
      isAnswer: isUnread,
      form: (work) => <ReadForm detail={detail} work={work} {...shown} />,
    },
    {
      shortcut: BULLETIN_SHORTCUTS.edit,
      label: '修改',
      isPossible: isOpen && mayEdit,
      form: (work) => <EditForm detail={detail} work={work} />,
    },
    {
      shortcut: BULLETIN_SHORTCUTS.close,
      label: '关闭通知',
      isPossible: isOpen && mayEdit,
      form: (work) => <CloseForm detail={detail} work={work} />,
    },
  ];
}
