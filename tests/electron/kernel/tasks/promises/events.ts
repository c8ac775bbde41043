import fc from 'fast-check';

/** An event in a shop; the numbers choose among the orders, tasks and imports that there are. */
export type Event = {
  readonly what: string;
  readonly which?: number;
  readonly minutes?: number;
  readonly isElsewhere?: boolean;
  readonly isAgreed?: boolean;
};

const which = fc.nat(9);
const minutes = (min: number, max: number) => fc.integer({ min, max });
/** An import runs in the app or in the command line beside it. */
const isElsewhere = fc.boolean();

export const someEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('import unpaid'), which, isElsewhere }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('import refund'), which, isElsewhere }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('import paid', 'import closed', 'import refund over'),
      which,
      isElsewhere,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('take an import back'), which, isElsewhere }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('pass'), minutes: minutes(1, 400) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('complete'), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('snooze'),
      which,
      minutes: minutes(1, 300),
      isAgreed: fc.boolean(),
    }),
  },
  fc.record({ what: fc.constantFrom('give up', 'claim paid', 'answer refund', 'open case'), which }),
  fc.record({ what: fc.constant('set close time'), which, minutes: minutes(1, 2000) }),
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undo') }) },
  fc.record({ what: fc.constant('sleep'), minutes: minutes(1, 900) }),
  fc.record({ what: fc.constant('jump'), minutes: minutes(-200, 200) }),
  fc.record({ what: fc.constant('jump'), minutes: fc.constantFrom(-525_600, 525_600, -1441, 1441) }),
  fc.record({ what: fc.constant('confirm clock') }),
  fc.record({ what: fc.constant('pause'), minutes: minutes(1, 90) }),
  fc.record({ what: fc.constantFrom('crash', 'kill') }),
);
