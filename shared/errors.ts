/** `unsaid`: an act says that a customer was written to, and nothing was copied for them; the agent is asked. */
export const ERROR_CODES = ['invalid-input', 'not-found', 'conflict', 'unsaid', 'internal'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: a code that a screen acts on and a neutral Chinese sentence that the agent reads. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

export type Failure = { readonly code: ErrorCode; readonly message: string };

/** The part of a failure that a caller outside may see: never a path, a query or a stack. */
export function toFailure(error: unknown): Failure {
  return error instanceof AppError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: '程序出现内部错误，已写入日志' };
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
