import { bareName, meaningOf } from '../config/likely-spellings.ts'
import { nearest } from '../config/nearest.ts'
import { PRESETS, type PresetName } from '../config/presets/index.ts'
import type { TagKey, TagSchema } from '../config/tag-schema.ts'
import type { KeyUse, Survey } from './survey.ts'

export interface SchemaProposal {
  readonly preset: SetupPreset
  /** Somebody asked for it. */
  readonly isChosen: boolean
  readonly schema: TagSchema
  /** How often keys of the preset are in use, aliases included. */
  readonly uses: number
  /** Another spelling, the key it stands for, and how often it is in use. */
  readonly aliases: readonly { readonly written: string; readonly key: string; readonly count: number }[]
  /** Keys in use that the preset says nothing of. */
  readonly others: readonly KeyUse[]
  /** Required keys that nothing carries. */
  readonly unused: readonly string[]
  /** Values in use that the preset does not allow, by key. */
  readonly furtherValues: ReadonlyMap<string, readonly string[]>
  /** Those of them that look like a misspelled one, by key. */
  readonly mistakes: ReadonlyMap<string, readonly { readonly value: string; readonly meant: string }[]>
  /** What is before the key in labels, e.g. `ml.acme.example/`. */
  readonly labelPrefix: string | undefined
}

/** More are no list of a closed set. */
const MOST_VALUES = 20
/** Those that ask for tags. */
export const SETUP_PRESETS = ['ml-attribution', 'ml-prefixed'] as const satisfies readonly PresetName[]
export type SetupPreset = (typeof SETUP_PRESETS)[number]

/** The preset whose keys are in use most; where none is, the first. */
export function proposeSchema(survey: Survey, chosen?: SetupPreset): SchemaProposal {
  const proposals = (chosen ? [chosen] : SETUP_PRESETS).map((preset) => ({
    ...proposalOf(preset, survey),
    isChosen: chosen !== undefined,
  }))
  return proposals.reduce((best, next) => (closeness(next) > closeness(best) ? next : best))
}

/** Keys that are spelled as the preset does count for more than those that only may be meant. */
const closeness = ({ uses, aliases }: Pick<SchemaProposal, 'uses' | 'aliases'>): number =>
  2 * uses - aliases.reduce((sum, { count }) => sum + count, 0)

function proposalOf(preset: SetupPreset, survey: Survey): Omit<SchemaProposal, 'isChosen'> {
  const schema = PRESETS[preset]
  const uses = survey.keys.map((use) => ({ ...use, meaning: meaningOf(use.key, schema) }))
  const meant = uses.filter(({ meaning }) => meaning.kind !== 'other')
  const prefix = labelPrefixOf(
    meant.filter(
      ({ key, isLabel, meaning }) =>
        isLabel && meaning.kind === 'alias' && bareName(key) === bareName(meaning.key),
    ),
  )
  const aliases = meant.flatMap(({ key, count, isLabel, meaning }) =>
    meaning.kind === 'alias' && !(isLabel && prefix && key.startsWith(prefix))
      ? [{ written: key, key: meaning.key, count }]
      : [],
  )
  const further = furtherValues(schema, survey)
  const carried = new Set(meant.flatMap(({ meaning }) => (meaning.kind === 'other' ? [] : [meaning.key])))
  return {
    preset,
    schema,
    uses: meant.reduce((sum, { count }) => sum + count, 0),
    aliases,
    others: uses.filter(({ meaning }) => meaning.kind === 'other'),
    unused: schema.keys.filter(({ key, required }) => required && !carried.has(key)).map(({ key }) => key),
    furtherValues: new Map([...further].map(([key, { values }]) => [key, values])),
    mistakes: new Map([...further].map(([key, { mistakes }]) => [key, mistakes])),
    labelPrefix: prefix,
  }
}

/** A domain that two keys or more have before them. */
function labelPrefixOf(labels: readonly { readonly key: string }[]): string | undefined {
  const prefixes = labels.flatMap(({ key }) =>
    key.includes('/') ? [key.slice(0, key.lastIndexOf('/') + 1)] : [],
  )
  return prefixes.find((prefix, at) => prefixes.indexOf(prefix) < at)
}

function furtherValues(schema: TagSchema, { tagged }: Survey) {
  const found = new Map<TagKey, Set<string>>()
  for (const tags of tagged)
    for (const [written, value] of tags) {
      const meaning = meaningOf(written, schema)
      const key = meaning.kind === 'other' ? undefined : schema.keys.find((one) => one.key === meaning.key)
      if (!key?.values || key.values.includes(value)) continue
      found.set(key, (found.get(key) ?? new Set()).add(value))
    }
  return new Map(
    [...found].map(([{ key, values = [] }, used]) => {
      const all = [...used].sort().map((value) => ({ value, meant: mistaken(value, values) }))
      const further = all.filter(({ meant }) => meant === undefined).map(({ value }) => value)
      return [
        key,
        {
          values: further.length > MOST_VALUES ? [] : further,
          mistakes: all
            .flatMap(({ value, meant }) => (meant === undefined ? [] : [{ value, meant }]))
            .slice(0, MOST_VALUES),
        },
      ] as const
    }),
  )
}

/** `trainning` is no word of anybody's; `prod` is one, whatever it is short for. */
function mistaken(value: string, allowed: readonly string[]): string | undefined {
  const near = nearest(value, allowed)
  return near?.startsWith(value) || (near && value.startsWith(near)) ? undefined : near
}

/** Why it is this preset, as the rest of a sentence. */
export function presetReason({ preset, uses, isChosen }: SchemaProposal): string {
  if (isChosen) return `as asked for; its keys are in use ${times(uses)}`
  return uses === 0
    ? 'none of the tags in use is one of a preset, so this is the default'
    : `its keys are in use ${times(uses)}, more than those of ${OTHER[preset]}`
}

const OTHER: Readonly<Record<SetupPreset, string>> = {
  'ml-attribution': 'ml-prefixed',
  'ml-prefixed': 'ml-attribution',
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
