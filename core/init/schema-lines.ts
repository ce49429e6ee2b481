import { SHARED_MODEL } from '../config/catalogue.ts'
import type { TagKey } from '../config/tag-schema.ts'
import type { CatalogueProposal } from './propose-catalogue.ts'
import { presetReason, type SchemaProposal } from './propose-schema.ts'
import { yamlList, yamlText } from './yaml-text.ts'

const MOST_OTHERS = 20

/** The section `schema`. */
export function schemaLines(
  proposal: SchemaProposal,
  { teams, models }: CatalogueProposal,
): readonly string[] {
  const { preset, schema, aliases, others, unused, labelPrefix } = proposal
  const { team, model } = schema.dimensions
  const keys = schema.keys.flatMap((key) => {
    if (key.key === team && teams.length > 0) return [`    ${key.key}: { values: catalogue }`]
    if (key.key === model && models.length > 0)
      return [`    ${key.key}: { values: catalogue, or: ${yamlList([SHARED_MODEL])} }`]
    return valuesLines(key, proposal)
  })
  return [
    'schema:',
    `  # ${preset}: ${presetReason(proposal)}.`,
    `  preset: ${preset}`,
    ...(keys.some((line) => !line.trimStart().startsWith('#')) ? ['  keys:', ...keys] : keys),
    ...(unused.length === 0
      ? []
      : [
          '  # Required by the preset and carried by nothing yet. For what you do not want, write under keys:',
          ...unused.map((key) => `  #   ${key}: { required: false }`),
        ]),
    ...section(
      '  # Spellings in use, and the keys that they stand for.\n  aliases:',
      aliases.map(({ written, key, count }) => `    ${yamlText(written)}: ${key} # in use: ${count}`),
    ),
    ...(labelPrefix === undefined
      ? []
      : [
          '  # Labels in use have a domain before the key.',
          '  targets:',
          `    kubernetes: { prefix: ${yamlText(labelPrefix)}, separator: "-" }`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `  # In use besides, and left alone: ${yamlList(others.slice(0, MOST_OTHERS).map(({ key }) => key))}`,
        ]),
  ]
}

/** Values in use that the preset does not allow are allowed, but for what looks like a mistake. */
function valuesLines(
  { key, values = [] }: TagKey,
  { furtherValues, mistakes }: SchemaProposal,
): readonly string[] {
  const further = furtherValues.get(key) ?? []
  return [
    ...(mistakes.get(key) ?? []).map(
      ({ value, meant }) => `    # ${key}: ${yamlText(value)} is in use; is ${meant} meant?`,
    ),
    ...(further.length === 0
      ? []
      : [
          `    # In use and not of the preset: ${yamlList(further)}. Delete what is a mistake.`,
          `    ${key}: { values: ${yamlList([...values, ...further])} }`,
        ]),
  ]
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}
