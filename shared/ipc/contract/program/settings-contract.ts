import { z } from 'zod';
import { Zoom, ZoomStep } from '../../../domain/settings/app/appearance.ts';
import { SettingsScope } from '../../../domain/settings/declaring/scope.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

export const SettingsChange = z.object({
  scope: SettingsScope,
  /** The domain. */
  key: z.string().max(40),
  /** The fields that change; main holds them, with the others as they are, against the schema of the domain. */
  values: z.record(z.string().max(60), z.unknown()),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

export const settingsContract = {
  /** `null`: everything is as it was already. */
  'settings.save': { input: SettingsChange, output: Recorded.nullable() },
  /** From where main is: two keys in one second are two steps, whatever the page has heard of the first. */
  'settings.zoom': { input: ZoomStep, output: Zoom },
  /** `null`: none was chosen, or the one that is watched. */
  'settings.chooseWatchedFolder': { input: nothing, output: Recorded.nullable() },
} as const satisfies Record<string, Endpoint>;
