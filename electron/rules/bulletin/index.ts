import type { BulletinRule } from '../../../shared/domain/bulletins/bulletin-subject.ts';
import { readBulletin } from './read-bulletin.ts';

/** The rules about bulletins. */
export const bulletinRules: readonly BulletinRule[] = [readBulletin];
