import { type InputRef, Modal } from 'antd';
import { useRef } from 'react';
import { KeyList } from '../../features/settings/keys/key-list.tsx';

/** F1: every key, those of what is on the screen first. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const search = useRef<InputRef>(null);
  return (
    <Modal
      title="快捷键"
      open
      onCancel={onClose}
      // The dialog gives the focus to its ✕ as it opens.
      afterOpenChange={(isOpen) => isOpen && search.current?.focus()}
      footer={null}
      width={780}
      style={{ top: 24, maxWidth: 'calc(100vw - 24px)' }}
      styles={{ body: { maxHeight: 'calc(100vh - 120px)', overflow: 'auto' } }}
    >
      <KeyList search={search} />
    </Modal>
  );
}
