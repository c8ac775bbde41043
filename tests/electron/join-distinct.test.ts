import { expect, test } from 'vitest';
import { joinDistinct } from '../../electron/join-distinct.ts';

test('What the parts give is one object', () => {
  expect(joinDistinct([{ orders: 1 }, { refunds: 2 }])).toEqual({ orders: 1, refunds: 2 });
});

test('A name that two parts give stops the start, because one of them would be lost without a word', () => {
  expect(() => joinDistinct([{ refunds: 1 }, { cases: 2 }, { refunds: 3 }])).toThrow(
    'Two parts give refunds',
  );
});

test('A name that every object has from its prototype is nobody’s', () => {
  expect(joinDistinct([{ constructor: 1 }])).toEqual({ constructor: 1 });
});
