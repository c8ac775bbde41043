import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held, in MB. The kernel's `maxRSS` starts at what the parent held when it made
 * this process, so Linux is asked for the peak of the program itself.
 */
export function peakOfProcessMb(): number {
  const { maxRSS } = process.resourceUsage();
  if (process.platform !== 'linux') return maxRSS / 1024;
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kib) / 1024;
}
