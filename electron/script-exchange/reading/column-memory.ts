import { z } from 'zod';
import { ScriptColumns } from '../../../shared/domain/scripts/script-file.ts';

type Settings = {
  read<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined;
  write(key: string, value: unknown): void;
};

const KEY = 'scriptColumns';
/** As many tables as one shop will ever meet. */
const KEPT = 50;
const Memory = z.array(z.object({ header: z.string(), columns: ScriptColumns }));

/** Remembers by its header line what the agent has taken the columns of a table for. */
export function createColumnMemory(settings: Settings) {
  const all = () => settings.read(KEY, Memory) ?? [];

  return {
    recall: (header: string): ScriptColumns | undefined =>
      header === '' ? undefined : all().find((one) => one.header === header)?.columns,
    keep(header: string, columns: ScriptColumns): void {
      if (header === '') return;
      const others = all().filter((one) => one.header !== header);
      settings.write(KEY, [...others, { header, columns }].slice(-KEPT));
    },
  };
}
