import type { Dimension } from '../domain/owner.ts'
import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { unknownKey } from './read-shape.ts'
import type { Report } from './resolve-schema.ts'
import type { Target } from './spelling.ts'
import { tagLimits } from './tag-limits.ts'
import { keyRangeAt, type YamlNode } from './yaml-tree.ts'

export interface Team {
  readonly costCenter: string | undefined
  /** A month. */
  readonly budget: number | undefined
  /** Who is asked, e.g. `@acme/fraud-ml`. */
  readonly review: string | undefined
  readonly range: Range
}

export interface Model {
  readonly team: string | undefined
  readonly project: string | undefined
  /** A month. */
  readonly budget: number | undefined
  readonly monthlyPredictions: number | undefined
  /** A month. */
  readonly monthlyValue: number | undefined
  /** Per 1,000 predictions. */
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
 * The name that a value stands for: itself or, on labels, the one name that no label can hold and that comes to the same
 * letters and digits. Undefined where there is none, or more than one.
 */
export function catalogueName(
  value: string,
  target: Target | undefined,
  names: ReadonlyMap<string, unknown>,
): string | undefined {
  if (names.has(value)) return value
  const legal = legalOn(target)
  return legal && foldedNames(names, legal).get(folded(value))
}

/** Whether a value is one of some names, as a target can spell it. */
export function isNameOf(value: string, target: Target | undefined, names: readonly string[]): boolean {
  if (names.includes(value)) return true
  const legal = legalOn(target)
  return legal !== undefined && names.some((name) => !legal.test(name) && folded(name) === folded(value))
}

/** The values that labels can have; undefined where tags can have any. */
function legalOn(target: Target | undefined): RegExp | undefined {
  return target === 'google' || target === 'kubernetes' ? tagLimits(target).value.legal : undefined
}

/** `meta-llama/Llama-3.1-8B` → `meta-llama-llama-3-1-8b` */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-|-$/g, '')
}

type Folded = ReadonlyMap<string, string | undefined>
const known = new WeakMap<ReadonlyMap<string, unknown>, Map<RegExp, Folded>>()

/** The names that no label can hold, by what they come to; undefined where two come to the same. */
function foldedNames(names: ReadonlyMap<string, unknown>, legal: RegExp): Folded {
  const before = known.get(names) ?? new Map<RegExp, Folded>()
  known.set(names, before)
  const found = before.get(legal)
  if (found) return found
  const made = new Map<string, string | undefined>()
  for (const name of names.keys()) {
    if (legal.test(name)) continue
    const key = folded(name)
    made.set(key, made.has(key) ? undefined : name)
  }
  before.set(legal, made)
  return made
}
