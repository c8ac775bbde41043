import type { HandoverRule } from '../../../shared/domain/handovers/handover-subject.ts';
import { receiveHandover } from './receive-handover.ts';

/** The rules about hand-over sheets. */
export const handoverRules: readonly HandoverRule[] = [receiveHandover];
