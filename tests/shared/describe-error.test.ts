import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DescribedError, describeError } from '../../shared/describe-error.ts';
import { AppError } from '../../shared/errors.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** People leave these in an export: nicks, names, numbers, addresses, with the signs that errors are made of. */
const personal = fc.oneof(
  fc.stringMatching(/^tb_[a-z]{4,9}\d{2,6}$/),
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.constantFrom('橘子不吃皮', '浙江省杭州市西湖区示例路 1 号', "O'Neil\n    at 小明 (C:\\小明.js:1:1)"),
);

describe('X6: what the log says of an error', () => {
  it('never says whom or what it was about, wherever that stands in the error', () => {
    fc.assert(
      fc.property(personal, personal, (secret, other) => {
        const errors = [
          new Error(secret),
          new Error(`订单 ${secret} 的客户 ${other}`, { cause: new TypeError(`x ${secret}`) }),
          Object.assign(new Error(secret), {
            code: secret,
            syscall: other,
            name: secret,
            path: `/home/${secret}`,
          }),
          thrownBy(() => JSON.parse(`{"nick": ${secret}`)),
          thrownBy(() => z.object({ nick: z.literal('a') }).parse({ nick: secret, [other]: 1 })),
          thrownBy(() => (undefined as unknown as Record<string, string>)[secret]),
          secret,
          { secret },
        ];
        const log = errors.map((error) => describeError(error)).join('\n');
        expect(log).not.toContain(secret);
        expect(log).not.toContain(other);
      }),
    );
  });

  it('says what helps to find it: the kind, the code, the place and the cause', () => {
    const cause = Object.assign(new Error("ENOENT: open '/home/小满/订单.csv'"), {
      code: 'ENOENT',
      syscall: 'open',
    });
    const text = describeError(new AppError('conflict', '小满的订单', { cause }));
    expect(text).toMatch(/^AppError · conflict\n {4}at /);
    expect(text).toMatch(/\(describe-error\.test\.ts:\d+:\d+\)/);
    expect(text).toContain('caused by Error · ENOENT · open\n');
    expect(text).not.toMatch(/[\\/]/);
  });

  it('keeps the sentences that quote only code or the schema', () => {
    const unique = Object.assign(new Error('UNIQUE constraint failed: orders.no, orders.shop_id'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(describeError(unique)).toContain('UNIQUE constraint failed: orders.no, orders.shop_id');
    expect(describeError(new TypeError("Cannot read properties of undefined (reading 'tb_lisa')"))).toMatch(
      /^TypeError · Cannot read properties of undefined\n/,
    );
  });

  it('takes over what was described in another thread, and says no more of what is no error', () => {
    expect(describeError(new DescribedError('TypeError\n    at run (import-worker.js:3:4)'))).toBe(
      'TypeError\n    at run (import-worker.js:3:4)',
    );
    expect(describeError('小满')).toBe('thrown: string');
  });
});
