import type { Config } from '../config/config.ts'
import { nearest } from '../config/nearest.ts'
import { identityOf } from '../domain/address.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import { findTag } from '../tags/find-tag.ts'
import { isValid } from '../tags/rules/invalid-tag-value.ts'
import { type Intended, idOf } from './differences.ts'
import { strayLike, straysOf } from './strays.ts'
import { type AnswerSources, spelledOn, type TagAnswer, tagAnswers } from './tag-answers.ts'

/** What the tags of every resource are to become. */
export interface Intentions {
  readonly of: (id: string) => Intended
  /** For the keys of the schema that a resource did not have. */
  readonly answers: (id: string) => ReadonlyMap<string, TagAnswer>
  /** A key may be asked for only once another is there: what is missing now may be written too. */
  learn(now: Inspection): void
}

const NOTHING: Intended = { added: new Map(), renamed: new Set(), replaced: new Map() }

/** As they follow from the tags that everything had before anything was written. */
export function intentions(before: Inspection, sources: AnswerSources): Intentions {
  const { config } = sources
  const resources = new Map(before.resources.map((one) => [idOf(one), one]))
  const answers = new Map<string, ReadonlyMap<string, TagAnswer>>()
  const known = new Map<string, Intended>()
  const asked = new Set<string>()
  const required = new Set(config.schema.keys.filter((key) => key.required).map(({ key }) => key))
  const answersOf = (id: string) => {
    const inspected = resources.get(id)
    const found =
      answers.get(id) ?? (inspected ? tagAnswers(inspected, sources) : new Map<string, TagAnswer>())
    answers.set(id, found)
    return found
  }
  return {
    answers: answersOf,
    learn(now) {
      for (const finding of now.findings) {
        const { ruleId, key } = finding
        if (ruleId === 'missing-tag' && key !== undefined && !required.has(key)) {
          asked.add(`${identityOf(finding)}\n${key}`)
          known.delete(identityOf(finding))
        }
      }
    },
    of(id) {
      const inspected = resources.get(id)
      if (!inspected) return NOTHING
      const isAsked = (key: string) => required.has(key) || asked.has(`${id}\n${key}`)
      const found = known.get(id) ?? intendedFor(inspected, answersOf(id), isAsked, config)
      known.set(id, found)
      return found
    },
  }
}

function intendedFor(
  { tags }: InspectedResource,
  answers: ReadonlyMap<string, TagAnswer>,
  isAsked: (key: string) => boolean,
  config: Config,
): Intended {
  if (tags.kind !== 'taggable') return NOTHING
  const added = new Map<string, string>()
  const renamed = new Set<string>()
  const replaced = new Map<string, string>()
  const strays = straysOf(tags, config)
  for (const [key, answer] of answers) {
    const spelled = spelledOn(tags, key, config)
    const stray = isAsked(key) ? strayLike(strays, spelled) : undefined
    if (stray) {
      // Under another name it is there already.
      renamed.add(stray.key)
      if (stray.value.kind === 'string') added.set(spelled, stray.value.value)
    } else if (answer.kind === 'value' && isAsked(key)) added.set(spelled, answer.value)
  }
  for (const key of config.schema.keys) {
    const tag = findTag(tags, key.key, config.schema)
    if (tag?.value.kind !== 'string' || tag.value.sensitive || isValid(tag.value.value, key, tags.target))
      continue
    const near = nearest(tag.value.value, [...(key.values ?? []), ...(key.or ?? [])])
    if (near !== undefined) replaced.set(tag.key, near)
  }
  return { added, renamed, replaced }
}
