import { SUBJECT_VIEWS as PRODUCT } from '../../../renderer/app/subject-views.ts';
import { TOY_SHORTCUTS, ToyPanel } from './toy-panel.tsx';

export const SUBJECT_VIEWS = {
  ...PRODUCT,
  'toy-parcel': { Panel: ToyPanel, shortcuts: TOY_SHORTCUTS },
} as const;
