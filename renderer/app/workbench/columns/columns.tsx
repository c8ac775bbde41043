import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { QueuePlace } from '../../../features/queue/queue-panel.tsx';
import { isComposing } from '../../../lib/keyboard.ts';
import { SHORTCUTS } from '../../../lib/shortcuts.ts';
import { Faces, isPlainChoice } from '../../../ui/faces.tsx';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { useColumnWidths, WidthHandle } from './column-widths.tsx';
import type { Layout } from './use-layout.ts';

type Face = 'scripts' | 'facts';

type Props = {
  readonly layout: Layout;
  /** Scripts are looked for by what is open; without, its facts come first where there is one column. */
  readonly isSpokenOf: boolean;
  /** Where there is one column it tells where the row that is open stands. */
  readonly queue: (onPlace?: (place: QueuePlace) => void) => ReactNode;
  readonly subject: ReactNode;
  readonly scripts: ReactNode;
  /** Where the agent is in the queue, and the ways to the rows beside. */
  readonly renderSteps: (place: QueuePlace) => ReactNode;
  /** A row was chosen with the mouse: on to its scripts. */
  readonly onChosen: () => void;
  /** The facts of what is open, for the keyboard. */
  readonly onFacts: () => void;
};

/** A field that is being written in takes Esc for itself first. */
function isLeaving(event: KeyboardEvent): boolean {
  const isField = event.target instanceof HTMLInputElement && event.target.value !== '';
  return event.key === 'Escape' && !isComposing(event) && !event.defaultPrevented && !isField;
}

const IN_A_ROW = {
  frame: 'split',
  queue: 'split-side',
  rest: 'split-rest',
  subject: 'split-middle',
  scripts: 'split-side',
} as const;
const STACKED = {
  frame: 'stacked',
  queue: 'stacked-queue',
  rest: 'stacked-column',
  subject: 'stacked-subject',
  scripts: 'stacked-scripts',
} as const satisfies Record<keyof typeof IN_A_ROW, string>;

type InFront = Pick<Props, 'isSpokenOf'> & {
  readonly isWide: boolean;
  readonly frame: RefObject<HTMLElement | null>;
};

/** In three columns nothing is behind anything, and a step from one to the next draws nothing anew. */
function useInFront({ isWide, isSpokenOf, frame }: InFront) {
  // Chosen for what was open then: a sheet of the shift does not take the facts of an order along, nor its scripts.
  const [chosen, choose] = useState<{ readonly isSpokenOf: boolean; readonly face: Face } | null>(null);
  const first: Face = isSpokenOf ? 'scripts' : 'facts';
  const face = chosen?.isSpokenOf === isSpokenOf ? chosen.face : first;
  const setFace = (next: Face) => choose({ isSpokenOf, face: next });
  const [isQueueOpen, setIsQueueOpen] = useState(false);
  // Where the layout has changed under it, the part with the focus comes in front as if it had just got it.
  useEffect(() => {
    const focused = document.activeElement;
    if (!isWide && frame.current?.contains(focused))
      focused?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  }, [isWide, frame]);
  return {
    face,
    setFace,
    isQueueOpen,
    bringQueue: () => !isWide && setIsQueueOpen(true),
    bringRest: () => !isWide && setIsQueueOpen(false),
    bringFacts: ({ target }: { readonly target: Element }) =>
      !isWide && target.closest('.work-body') && setFace('facts'),
    bringScripts: () => !isWide && setFace('scripts'),
  };
}

/**
 * Three columns where there is room for them. Else one customer, one script, one Enter: what is open stands above its
 * scripts, and its facts take their place when they are asked for. What has the focus is what is in front, so that every
 * key and the Tab order bring up what they lead to. The parts stay where they are on the page whatever the layout, so
 * that a form that is open stays open, with all that was typed.
 */
export function Columns(props: Props) {
  const { layout, isSpokenOf, queue, subject, scripts, renderSteps, onChosen, onFacts } = props;
  // Kept here, so that a step in three columns does not draw the workbench twice.
  const [place, setPlace] = useState<QueuePlace>({ at: -1, count: 0 });
  const { frame, styleOf, handleOf } = useColumnWidths();
  const isWide = layout === 'wide';
  const isOver = layout === 'narrow';
  const inFront = useInFront({ isWide, isSpokenOf, frame });
  const { face } = inFront;
  const classes = isWide ? IN_A_ROW : STACKED;
  return (
    <div ref={frame} className={classes.frame} data-layout={layout}>
      <div
        className={classes.queue}
        style={isWide ? styleOf('left') : undefined}
        data-open={!isOver || inFront.isQueueOpen}
        onFocusCapture={inFront.bringQueue}
        onClick={(event) => isOver && isPlainChoice(event) && onChosen()}
        onKeyDown={(event) => isOver && isLeaving(event) && onChosen()}
        // The rows have their own keys.
        role="presentation"
      >
        {isOver && <QueueHead onClose={onChosen} />}
        {queue(isWide ? undefined : setPlace)}
      </div>
      {isWide && <WidthHandle label="队列宽度" {...handleOf('left')} />}
      <div className={classes.rest} onFocusCapture={inFront.bringRest}>
        {isOver && renderSteps(place)}
        <div className={classes.subject} data-face={face} onFocusCapture={inFront.bringFacts}>
          {subject}
        </div>
        {isWide ? (
          <WidthHandle label="话术宽度" {...handleOf('right')} />
        ) : (
          <SubjectFaces face={face} onFace={inFront.setFace} onChosen={onChosen} onFacts={onFacts} />
        )}
        <div
          className={classes.scripts}
          style={isWide ? styleOf('right') : undefined}
          data-shown={face === 'scripts'}
          onFocusCapture={inFront.bringScripts}
        >
          {scripts}
        </div>
      </div>
    </div>
  );
}

function QueueHead({ onClose }: { readonly onClose: () => void }) {
  return (
    <div className="stacked-queue-head">
      <h2 className="panel-title">队列</h2>
      <Button type="text" size="small" onClick={onClose}>
        收起 <Kbd keys="Esc" />
      </Button>
    </div>
  );
}

type FacesProps = Pick<Props, 'onChosen' | 'onFacts'> & {
  readonly face: Face;
  readonly onFace: (face: Face) => void;
};

function SubjectFaces({ face, onFace, onChosen, onFacts }: FacesProps) {
  return (
    <Faces
      label="话术或详情"
      faces={[
        { key: 'scripts', label: '话术', keys: SHORTCUTS.scripts.label },
        { key: 'facts', label: '详情', keys: SHORTCUTS.facts.label },
      ]}
      shown={face}
      onFace={(next) => {
        if (next === 'scripts') return onChosen();
        onFace(next);
        onFacts();
      }}
    />
  );
}
