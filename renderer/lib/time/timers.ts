/** Runs `work` once after `delayMs`; the returned function cancels it. Timers of the page live in this folder only. */
export function after(delayMs: number, work: () => void): () => void {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
}
