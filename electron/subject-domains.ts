import { type Every, joinDistinct } from './join-distinct.ts';
import { SUBJECT_DOMAINS } from './joins/subjects/index.ts';
import type { SubjectDomain } from './joins/subjects/subject-domain.ts';

type Domains = (typeof SUBJECT_DOMAINS)[keyof typeof SUBJECT_DOMAINS];
type Part = keyof SubjectDomain;

/** The functions of all domains that have such a part. */
type Makers<P extends Part> = Domains extends infer D
  ? D extends { readonly [Key in P]: infer Make extends (given: never) => unknown }
    ? Make
    : never
  : never;

/** Together the domains take this for their parts of one name … */
type Taken<P extends Part> = Every<Parameters<Makers<P>>[0]>;
/** … and give this. */
type Given<P extends Part> = Every<ReturnType<Makers<P>>>;

/** Calls the makers of this part, of those domains that have one. */
export function makeEach<P extends Part>(part: P, given: Taken<P>): readonly ReturnType<Makers<P>>[] {
  const domains: readonly SubjectDomain[] = Object.values(SUBJECT_DOMAINS);
  return domains.flatMap((domain) => {
    const make = domain[part];
    // `Taken` is what each of them takes, and the maker of this part returns nothing else.
    return make ? [make(given as never) as ReturnType<Makers<P>>] : [];
  });
}

/** The same as one object. */
export const makeAll = <P extends Part>(part: P, given: Taken<P>): Given<P> =>
  joinDistinct(makeEach(part, given) as readonly object[]) as Given<P>;
