import type { ComponentType } from 'react';
import type { SubjectKind } from '../../shared/domain/subjects/subject.ts';
import { CASE_SHORTCUTS } from '../features/case-panel/case-shortcuts.ts';
import { HANDOVER_SHORTCUTS } from '../features/handover-panel/handover-shortcuts.ts';
import { ORDER_SHORTCUTS } from '../features/order-panel/order-shortcuts.ts';
import { PARCEL_SHORTCUTS } from '../features/parcel-panel/parcel-shortcuts.ts';
import { REFUND_SHORTCUTS } from '../features/refund-panel/refund-shortcuts.ts';
import type { SubjectPanelProps } from '../lib/place/subject-panel.ts';
import type { Shortcut } from '../lib/shortcuts.ts';
import { CaseView } from './workbench/case-view.tsx';
import { HandoverView } from './workbench/handover-view.tsx';
import { OrderView } from './workbench/order-view.tsx';
import { ParcelView } from './workbench/parcel-view.tsx';
import { RefundView } from './workbench/refund-view.tsx';

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
  shop: null,
  agent: null,
  script: null,
  'script-group': null,
  picture: null,
  app: null,
};
