import { SHARED_MODEL } from '../config/catalogue.ts'
import { meaningOf } from '../config/likely-spellings.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import type { Dimension } from '../domain/owner.ts'
import type { Survey } from './survey.ts'

/** Names that tags hold, the most used first. */
export interface CatalogueProposal {
  readonly teams: readonly ProposedTeam[]
  readonly models: readonly ProposedModel[]
  /** Teams that only CODEOWNERS names. */
  readonly reviewers: readonly string[]
}

export interface ProposedTeam {
  readonly name: string
  readonly count: number
  /** The cost centres that stand beside it. */
  readonly costCenters: readonly string[]
  /** Who reviews, where CODEOWNERS has a team of that name. */
  readonly review: string | undefined
}

export interface ProposedModel {
  readonly name: string
  readonly count: number
  readonly teams: readonly string[]
  readonly projects: readonly string[]
}

type Asked = Extract<Dimension, 'team' | 'model' | 'project' | 'costCenter'>
type Named = Readonly<Record<Asked, string | undefined>>

export function proposeCatalogue(
  { tagged }: Survey,
  schema: TagSchema,
  codeOwners: readonly string[],
): CatalogueProposal {
  const named = tagged.map((tags) => namedBy(tags, schema))
  const isModelAProject = schema.dimensions.model === schema.dimensions.project
  const teams = groupsOf(named, 'team').map(({ name, own }) => {
    const review = codeOwners.find((owner) => owner.split('/')[1]?.toLowerCase() === name.toLowerCase())
    return { name, count: own.length, costCenters: namesOf(own, 'costCenter'), review }
  })
  const models = groupsOf(named, 'model')
    .filter(({ name }) => name !== SHARED_MODEL)
    .map(({ name, own }) => ({
      name,
      count: own.length,
      teams: namesOf(own, 'team'),
      projects: isModelAProject ? [] : namesOf(own, 'project'),
    }))
  const known = new Set(teams.map(({ review }) => review))
  return { teams, models, reviewers: codeOwners.filter((owner) => !known.has(owner)) }
}

function namedBy(tags: ReadonlyMap<string, string>, schema: TagSchema): Named {
  const values = new Map<string, string>()
  for (const [written, value] of tags) {
    const meaning = meaningOf(written, schema)
    if (meaning.kind === 'itself' || (meaning.kind === 'alias' && !values.has(meaning.key)))
      values.set(meaning.key, value)
  }
  const at = (dimension: Asked) => values.get(schema.dimensions[dimension] ?? '')
  return { team: at('team'), model: at('model'), project: at('project'), costCenter: at('costCenter') }
}

/** Resources by the name they give, the most frequent first. */
function groupsOf(named: readonly Named[], of: Asked) {
  const groups = new Map<string, Named[]>()
  for (const one of named) {
    const name = one[of]
    if (name === undefined) continue
    const own = groups.get(name)
    if (own) own.push(one)
    else groups.set(name, [one])
  }
  return [...groups]
    .map(([name, own]) => ({ name, own }))
    .sort((a, b) => b.own.length - a.own.length || (a.name < b.name ? -1 : 1))
}

const namesOf = (named: readonly Named[], of: Asked): readonly string[] =>
  groupsOf(named, of).map(({ name }) => name)
