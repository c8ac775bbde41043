import './help.css';
import { SearchOutlined } from '@ant-design/icons';
import { Drawer, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { findSections, GUIDE, type GuideSection } from './guide.ts';

const FOUND = 'guide-found';

/** Paints the words that were looked for; they stay text, so nothing of the guide is written anew. */
function useFoundWords(text: string, body: { current: HTMLElement | null }): void {
  useEffect(() => {
    const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
    if (!('highlights' in CSS) || !body.current || words.length === 0) return undefined;
    const ranges: Range[] = [];
    const walker = document.createTreeWalker(body.current, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const content = node.textContent?.toLowerCase() ?? '';
      for (const word of words) {
        for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set(FOUND, new Highlight(...ranges));
    return () => void CSS.highlights.delete(FOUND);
  }, [text, body]);
}

function Contents({ sections }: { readonly sections: readonly GuideSection[] }) {
  return (
    <nav className="guide-contents" aria-label="目录">
      <ul>
        {sections
          .filter(({ level }) => level > 1 && level < 4)
          .map(({ id, title, level }) => (
            <li key={id} data-level={level}>
              <button
                type="button"
                onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
              >
                {title}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The user guide beside whatever is on the screen; looked through by words. */
export function GuideDrawer({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const found = findSections(GUIDE, text);
  useFoundWords(text, body);
  return (
    <Drawer
      open
      title="使用说明"
      size={860}
      styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
      onClose={onClose}
    >
      <div className="guide">
        <div className="guide-side">
          <Input
            autoFocus
            allowClear
            aria-label="查找说明"
            placeholder="查找，例如 还价、备份、已错过"
            maxLength={60}
            prefix={<SearchOutlined aria-hidden="true" />}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Contents sections={found} />
        </div>
        {/* A keyboard scrolls it, so it takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="guide-body" ref={body} tabIndex={0} role="document" aria-label="使用说明正文">
          {found.map(({ id, title, level, html }) => {
            // Found parts stand beside one another, without the chapters that they are from.
            const Heading = text === '' ? (`h${Math.min(level + 1, 5)}` as 'h2') : 'h2';
            return (
              <section key={id} id={id} data-level={level}>
                <Heading>{title}</Heading>
                {/* Our own guide, as it was when the program was built. */}
                <div dangerouslySetInnerHTML={{ __html: html }} />
              </section>
            );
          })}
          {found.length === 0 && (
            <EmptyState title={`说明里没有「${text.trim()}」`} hint="换个说法，或少写几个字" />
          )}
        </div>
      </div>
    </Drawer>
  );
}
