import type { ComponentType } from 'react';
import type { SubjectKind } from '../../shared/domain/subjects/subject.ts';
import { BULLETIN_SHORTCUTS } from '../features/bulletin-panel/bulletin-shortcuts.ts';
import { CASE_SHORTCUTS } from '../features/case-panel/case-shortcuts.ts';
import { HANDOVER_SHORTCUTS } from '../features/handover-panel/handover-shortcuts.ts';
import { ORDER_SHORTCUTS } from '../features/order-panel/order-shortcuts.ts';
import { PARCEL_SHORTCUTS } from '../features/parcel-panel/parcel-shortcuts.ts';
import { REFUND_SHORTCUTS } from '../features/refund-panel/refund-shortcuts.ts';
import type { SubjectPanelProps } from '../lib/place/subject-panel.ts';
import type { Shortcut } from '../lib/shortcuts.ts';
import { BulletinView } from './workbench/views/bulletin-view.tsx';
import { CaseView } from './workbench/views/case-view.tsx';
import { HandoverView } from './workbench/views/handover-view.tsx';
import { OrderView } from './workbench/views/order-view.tsx';
import { ParcelView } from './workbench/views/parcel-view.tsx';
import { RefundView } from './workbench/views/refund-view.tsx';

type SubjectView = {
  readonly Panel: ComponentType<SubjectPanelProps>;
  /** Its own keys, beside those of the workbench. */
  readonly shortcuts: Readonly<Record<string, Shortcut>>;
};

/** How each kind of subject is shown on the workbench; `null`: by what all subjects have. */
export const SUBJECT_VIEWS: Readonly<Record<SubjectKind, SubjectView | null>> = {
  order: { Panel: OrderView, shortcuts: ORDER_SHORTCUTS },
  customer: null,
  case: { Panel: CaseView, shortcuts: CASE_SHORTCUTS },
  refund: { Panel: RefundView, shortcuts: REFUND_SHORTCUTS },
  parcel: { Panel: ParcelView, shortcuts: PARCEL_SHORTCUTS },
  handover: { Panel: HandoverView, shortcuts: HANDOVER_SHORTCUTS },
  bulletin: { Panel: BulletinView, shortcuts: BULLETIN_SHORTCUTS },
  shop: null,
  agent: null,
  script: null,
  'script-group': null,
  picture: null,
  app: null,
};
