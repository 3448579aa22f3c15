// What the tests get for `fast-check`: the package with one seed for all, so that a change is judged by the same examples
// everywhere. `FUZZ_SEED=random` tries others, and any number repeats a run.

import fc from '../../node_modules/fast-check/lib/fast-check.js';

const {FUZZ_SEED: seed = '20261121'} = process.env;

if (seed !== 'random') fc.configureGlobal({...fc.readConfigureGlobal(), seed: Number(seed)});

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
