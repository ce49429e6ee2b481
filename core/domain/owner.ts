/** The questions that attribution answers about a dollar. `ascribe.yml` maps tag keys onto them. */
export const DIMENSIONS = [
  'team',
  'project',
  'model',
  'phase',
  'environment',
  'costCenter',
  'experiment',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Three answers: known, missing (nobody said), unknown (somebody may have said, we cannot see it). */
export type Attributed =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string }

/** Whose money it is. */
export type Owner = Readonly<Record<Dimension, Attributed>>
