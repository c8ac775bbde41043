import type { Handlers } from '../ipc/answer-calls.ts';
import type { Updates } from './updates.ts';

type Dependencies = {
  readonly updates: Updates;
  readonly chooseFolder: () => Promise<string | null>;
  /** Throws unless a lead or a manager sits here. */
  readonly requireLead: () => void;
};

export function createUpdateHandlers({ updates, chooseFolder, requireLead }: Dependencies) {
  return {
    'updates.state': () => updates.state(),
    'updates.setSource': ({ source }) => {
      requireLead();
      return updates.setSource(source);
    },
    'updates.chooseFolder': () => {
      requireLead();
      return chooseFolder();
    },
    'updates.check': () => updates.check(),
    'updates.accept': () => updates.accept(),
    'updates.decline': () => updates.decline(),
    'updates.installNow': () => {
      updates.installNow();
    },
  } satisfies Partial<Handlers>;
}
