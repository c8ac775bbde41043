import { peakOfProcessMb } from './support/memory/peak-of-process.ts';
import { type ImportWork, importFile } from './support/start-import.ts';

// A program that does one import and nothing else, so that its time and its memory are those of the import.
// Usage: import-alone.ts DATABASE WORK
const [databasePath = '', work = '{}'] = process.argv.slice(2);
const before = process.cpuUsage();
const startedAt = performance.now();
// Written by the benchmark from the same type.
await importFile(databasePath, JSON.parse(work) as ImportWork);
const spentMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
const peakMb = peakOfProcessMb();
console.log(JSON.stringify({ spentMs, processorMs: (user + system) / 1000, peakMb }));
