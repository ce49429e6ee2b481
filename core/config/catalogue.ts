import type { Dimension } from '../domain/owner.ts'
import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { unknownKey } from './read-shape.ts'
import type { Report } from './resolve-schema.ts'
import type { Target } from './spelling.ts'
import { keyRangeAt, type YamlNode } from './yaml-tree.ts'

export interface Team {
  readonly costCenter: string | undefined
  /** USD a month. */
  readonly budget: number | undefined
  /** Who is asked, e.g. `@acme/fraud-ml`. */
  readonly review: string | undefined
  readonly range: Range
}

export interface Model {
  readonly team: string | undefined
  readonly project: string | undefined
  /** USD a month. */
  readonly budget: number | undefined
  readonly monthlyPredictions: number | undefined
  /** USD a month. */
  readonly monthlyValue: number | undefined
  /** USD per 1,000 predictions. */
  readonly benchmarkPer1k: number | undefined
  readonly criticality: Criticality | undefined
  readonly range: Range
}

export type Criticality = 'low' | 'medium' | 'high' | 'critical'

/** The teams and models that there are. */
export interface Catalogue {
  readonly teams: ReadonlyMap<string, Team>
  readonly models: ReadonlyMap<string, Model>
}

/** What platform resources name as their model: no model of the catalogue, and never unknown. */
export const SHARED_MODEL = 'shared'

export function readCatalogue(yml: AscribeYml, root: YamlNode, report: Report): Catalogue {
  const teams = new Map<string, Team>()
  for (const [name, team] of Object.entries(yml.teams ?? {}))
    teams.set(name, {
      costCenter: team?.['cost-center'],
      budget: team?.budget,
      review: team?.review,
      range: keyRangeAt(root, ['teams', name]),
    })
  const models = new Map<string, Model>()
  for (const [name, model] of Object.entries(yml.models ?? {})) {
    models.set(name, {
      team: model?.team,
      project: model?.project,
      budget: model?.budget,
      monthlyPredictions: model?.['monthly-predictions'],
      monthlyValue: model?.['monthly-value'],
      benchmarkPer1k: model?.['benchmark-per-1k'],
      criticality: model?.criticality,
      range: keyRangeAt(root, ['models', name]),
    })
    if (model?.team !== undefined && teams.size > 0 && !teams.has(model.team))
      report(['models', name, 'team'], unknownKey(model.team, ['teams'], [...teams.keys()]))
  }
  return { teams, models }
}

/** The names that a dimension may have; undefined where the catalogue says nothing about it. */
export function namesOf(
  dimension: Dimension,
  { teams, models }: Catalogue,
): ReadonlyMap<string, unknown> | undefined {
  const names = dimension === 'team' ? teams : dimension === 'model' ? models : undefined
  return names && names.size > 0 ? names : undefined
}

/**
 * The name that a value stands for: itself or, on labels, which cannot hold every name, the one name that comes to the
 * same letters and digits. Undefined where there is none, or more than one.
 */
export function catalogueName(
  value: string,
  target: Target | undefined,
  names: ReadonlyMap<string, unknown>,
): string | undefined {
  if (names.has(value)) return value
  if (!isNarrow(target)) return undefined
  return foldedNames(names).get(folded(value))
}

/** Whether a value is one of some names, as a target can spell it. */
export function isNameOf(value: string, target: Target | undefined, names: readonly string[]): boolean {
  return names.includes(value) || (isNarrow(target) && names.some((name) => folded(name) === folded(value)))
}

/** Google's labels and those of Kubernetes: 63 characters, and few of them. */
const isNarrow = (target: Target | undefined) => target === 'google' || target === 'kubernetes'

/** `meta-llama/Llama-3.1-8B` → `meta-llama-llama-3-1-8b` */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-|-$/g, '')
}

const known = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, string | undefined>>()

function foldedNames(names: ReadonlyMap<string, unknown>): ReadonlyMap<string, string | undefined> {
  const before = known.get(names)
  if (before) return before
  const found = new Map<string, string | undefined>()
  for (const name of names.keys()) {
    const key = folded(name)
    found.set(key, found.has(key) ? undefined : name)
  }
  known.set(names, found)
  return found
}
