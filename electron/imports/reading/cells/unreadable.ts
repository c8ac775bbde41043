/** Why a cell cannot be read, in words that tell the agent what to do. A class, so that the hot path allocates nothing. */
export class Unreadable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export type Parsed<T> = T | Unreadable;
