import type { Severity } from '../domain/finding.ts'
import { DIMENSIONS, type Dimension } from '../domain/owner.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { compilePattern } from './pattern.ts'
import { DEFAULT_PRESET, PRESETS } from './presets/index.ts'
import { unknownKey } from './read-shape.ts'
import { TARGETS, type Target, type TargetSpelling } from './spelling.ts'
import type { TagKey, TagSchema } from './tag-schema.ts'
import { quote } from './wording.ts'
import type { YamlPath } from './yaml-tree.ts'

/** Says what is wrong at a path of the document; a key's own place with `key: true`. */
export type Report = (
  path: YamlPath,
  message: string,
  options?: { readonly severity?: 'error' | 'warning'; readonly key?: true },
) => void

type Keys = NonNullable<NonNullable<AscribeYml['schema']>['keys']>
type KeyYml = NonNullable<Keys[string]>

/** The preset, with `schema` merged over it and the catalogue's names in place of `catalogue`. */
export function resolveSchema(yml: AscribeYml, report: Report): TagSchema {
  const written = yml.schema ?? {}
  const preset: TagSchema = PRESETS[written.preset ?? DEFAULT_PRESET]
  const own = new Map(Object.entries(written.keys ?? {}))
  const names = [...new Set([...preset.keys.map(({ key }) => key), ...own.keys()])]
  const known = (path: YamlPath, key: string, options?: { readonly key: true }) => {
    if (names.includes(key)) return true
    report(path, unknownKey(key, ['schema', 'keys'], names), options)
    return false
  }

  const dimensions: Record<Dimension, string | undefined> = { ...preset.dimensions }
  for (const dimension of DIMENSIONS) {
    const name = dimension === 'costCenter' ? 'cost-center' : dimension
    const key = written.dimensions?.[name]
    if (key !== undefined && known(['schema', 'dimensions', name], key)) dimensions[dimension] = key
  }

  const aliases = new Map<string, string>()
  for (const [alias, key] of Object.entries(written.aliases ?? {}))
    if (known(['schema', 'aliases', alias], key)) aliases.set(alias, key)

  const catalogue = catalogueOf(yml, dimensions)
  const keys = names.map((name): TagKey => {
    const before = preset.keys.find(({ key }) => key === name)
    const over = own.get(name)
    if (!over) return before ?? { key: name, required: false }
    const path = ['schema', 'keys', name]
    const conditions = Object.entries(over['required-when'] ?? {}).filter(([key]) =>
      known([...path, 'required-when', key], key, { key: true }),
    )
    return {
      ...merged(name, before, over, catalogue, path, report),
      ...(conditions.length > 0 ? { requiredWhen: new Map(conditions) } : {}),
    }
  })
  if (!keys.some(({ required, requiredWhen }) => required || requiredWhen))
    report(['schema'], 'no key of the schema is required, so no tag is ever missing', {
      severity: 'warning',
      key: true,
    })
  return { keys, aliases, dimensions, targets: targetsOf(written.targets) }
}

function targetsOf(
  written: NonNullable<AscribeYml['schema']>['targets'] = {},
): ReadonlyMap<Target, TargetSpelling> {
  const targets = new Map<Target, TargetSpelling>()
  for (const target of TARGETS) {
    const spelling = written[target]
    if (spelling) targets.set(target, { prefix: spelling.prefix ?? '', separator: spelling.separator })
  }
  return targets
}

function merged(
  key: string,
  before: TagKey | undefined,
  over: KeyYml,
  catalogue: ReadonlyMap<string, readonly string[]>,
  path: YamlPath,
  report: Report,
): TagKey {
  const values = over.values === 'catalogue' ? fromCatalogue(key, catalogue, path, report) : over.values
  const pattern =
    over.pattern !== undefined && isPattern(over.pattern, path, report) ? over.pattern : undefined
  return {
    ...before,
    key,
    required: over.required ?? before?.required ?? false,
    ...given('values', values),
    ...(over.values === 'catalogue' && { isCatalogued: true }),
    ...given('or', over.or),
    ...given('pattern', pattern),
    ...given('type', over.type),
    ...given('maxDays', over['max-days']),
    ...given('severity', over.severity as Severity | undefined),
  }
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V })
}

function isPattern(pattern: string, path: YamlPath, report: Report): boolean {
  const compiled = compilePattern(pattern)
  if (compiled.kind === 'invalid')
    report([...path, 'pattern'], `the pattern ${quote(pattern)} cannot be used: ${compiled.because}`)
  return compiled.kind === 'pattern'
}

/** The names that `teams` and `models` give, by the key that they are values of. */
function catalogueOf(yml: AscribeYml, dimensions: TagSchema['dimensions']): Map<string, readonly string[]> {
  const teams = Object.entries(yml.teams ?? {})
  const models = Object.entries(yml.models ?? {})
  const names: [Dimension, (string | undefined)[]][] = [
    ['project', models.map(([, model]) => model?.project)],
    ['costCenter', teams.map(([, team]) => team?.['cost-center'])],
    ['model', models.map(([name]) => name)],
    ['team', teams.map(([name]) => name)],
  ]
  const byKey = new Map<string, readonly string[]>()
  for (const [dimension, values] of names) {
    const key = dimensions[dimension]
    if (key !== undefined) byKey.set(key, [...new Set(values.filter((value) => value !== undefined))])
  }
  return byKey
}

function fromCatalogue(
  key: string,
  catalogue: ReadonlyMap<string, readonly string[]>,
  path: YamlPath,
  report: Report,
): readonly string[] | undefined {
  const names = catalogue.get(key)
  if (names && names.length > 0) return names
  report(
    [...path, 'values'],
    names
      ? `the catalogue has no values for "${key}". list them under "teams" or "models"`
      : `"${key}" has no catalogue: that is for the keys of the dimensions team, model, project and cost-center`,
  )
  return undefined
}
