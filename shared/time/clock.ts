/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

export type Clock = {
  now(): EpochMs;
  /** Runs `callback` at or after `atMs`, however far away it is; the returned function cancels it. */
  runAt(atMs: EpochMs, callback: () => void): () => void;
};
