import { z } from 'zod';
import type { Actor } from '../../shared/domain/activities/acting.ts';
import { APP_SCOPE } from '../../shared/domain/settings/declaring/scope.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

const NOTE = 'updateSource';
const Source = z.string().nullable();

type Dependencies = {
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  readonly act: Act;
  /** The lead who says where updates come from. */
  readonly actor: () => Actor;
};

/** Keeps where this PC looks for updates, with who said so. */
export function createUpdateSource({ settings, act, actor }: Dependencies) {
  const read = (): string | null => settings.read(NOTE, Source) ?? null;
  return {
    read,
    save(source: string | null): void {
      if (source === read()) return;
      act(actor(), () => ({
        subject: asSubject('app', APP_SCOPE),
        kind: 'update-source-set',
        data: { text: source ?? '无' },
        write: () => settings.write(NOTE, source),
        message: '已修改更新来源',
      }));
    },
  };
}
