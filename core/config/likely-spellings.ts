import { DIMENSIONS, type Dimension } from '../domain/owner.ts'
import { spellings, TARGETS } from './spelling.ts'
import type { TagSchema } from './tag-schema.ts'

/** What people call the keys that answer a question, without case and separators. */
const CALLED: Readonly<Record<Dimension, readonly string[]>> = {
  team: ['team', 'teamname', 'owningteam', 'ownerteam', 'squad', 'mlteam'],
  project: ['project', 'projectname', 'mlproject'],
  model: ['model', 'modelid', 'modelname', 'mlmodel'],
  phase: ['phase', 'lifecyclephase', 'mlphase', 'workloadtype', 'mlworkloadtype'],
  environment: ['env', 'environment', 'environmentname', 'stage', 'deploymentenvironment', 'mlenvironment'],
  costCenter: ['costcenter', 'costcentre', 'costcode', 'billingcode', 'chargecode'],
  experiment: ['experiment', 'experimentid', 'experimentname', 'mlexperimentid'],
}

/** How a written tag key stands to a schema. */
export type KeyMeaning =
  | { readonly kind: 'itself'; readonly key: string }
  /** Another spelling: an alias says so. */
  | { readonly kind: 'alias'; readonly key: string }
  | { readonly kind: 'other' }

/** Which key of the schema a written one is, or is likely meant to be. */
export function meaningOf(written: string, schema: TagSchema): KeyMeaning {
  const own = schema.keys.find(({ key }) =>
    [undefined, ...TARGETS].some((target) => spellings(key, target, schema).includes(written)),
  )
  if (own) return { kind: 'itself', key: own.key }
  const bare = bareName(written)
  const alike = schema.keys.find(({ key }) => bareName(key) === bare)
  if (alike) return { kind: 'alias', key: alike.key }
  const dimension = DIMENSIONS.find((one) => schema.dimensions[one] && CALLED[one].includes(bare))
  return dimension ? { kind: 'alias', key: schema.dimensions[dimension]! } : { kind: 'other' }
}

/** Without case, separators and a domain before a slash: `CostCenter` and `acme.example/cost-center` are one. */
export function bareName(key: string): string {
  return key
    .slice(key.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[\s._:-]+/g, '')
}
