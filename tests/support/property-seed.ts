import fc from 'fast-check';

// Every run tries other cases, which is how a property finds anything. A landing is judged by the same cases each time,
// so that it never fails for a case that was there before it.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_260_610 });
