import { importFile } from './support/start-import.ts';

// A program that does one import and nothing else, so that its time and its memory are those of the import.
// Usage: import-alone.ts DATABASE FILE SHA256
const [databasePath = '', path = '', sha256 = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const startedAt = performance.now();
await importFile(databasePath, { kind: 'commit', path, sha256 });
const spentMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ spentMs, processorMs: (user + system) / 1000, peakMb }));
