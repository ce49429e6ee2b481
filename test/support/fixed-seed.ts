import fc from 'fast-check'

/**
 * Properties are tried on the same examples in every run, so that a change breaks them or does not. `FC_SEED=$RANDOM
 * npx mocha` looks for new ones.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) })
