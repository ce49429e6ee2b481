import type { Config } from '../config/config.ts'
import { spellings } from '../config/spelling.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import type { Resource } from '../domain/resource.ts'
import type { Range } from '../source/source-file.ts'
import type { EffectiveTags } from './effective-tags.ts'
import { findTag } from './find-tag.ts'
import { tagRules } from './rules/index.ts'
import type { CheckedTags, TagRule } from './rules/tag-rule.ts'

/** What the tag rules say about one resource. Which resources are worth asking about is the caller's choice. */
export function checkTags(input: {
  readonly resource: Resource
  readonly tags: EffectiveTags
  /** What the resource costs: the money at stake. */
  readonly monthlyCost: Usd
  readonly config: Config
}): Finding[] {
  const { resource, tags, monthlyCost, config } = input
  const checked = checkedTags(resource, tags, config)
  if (!checked) return []
  const findings: Finding[] = []
  for (const rule of tagRules) {
    const setting = config.severities.get(rule.id)
    if (setting === 'off') continue
    for (const { message, key, ranges = [] } of rule.check(checked))
      findings.push({
        ruleId: rule.id,
        severity: (isFailure(rule) ? key?.severity : undefined) ?? setting ?? rule.severity,
        project: resource.project,
        address: resource.address,
        key: key?.key,
        message,
        range: ranges.find(isInRepository) ?? placeOf(resource),
        monthlyCost,
      })
  }
  return findings
}

/** What cannot be read is never a failure, so a key's own severity says nothing about it. */
const isFailure = ({ severity }: TagRule) => severity !== 'hint'

function checkedTags(
  resource: Resource,
  effective: EffectiveTags,
  { schema }: Config,
): CheckedTags | undefined {
  switch (effective.kind) {
    case 'notTaggable':
      return undefined
    case 'unknown':
      return {
        resource,
        schema,
        tags: new Map(),
        tagFor: () => undefined,
        named: (key) => ({ spelling: key, noun: 'tag' }),
        elsewhere: () => undefined,
        open: { kind: 'unknown', because: effective.because },
      }
    case 'taggable':
      return {
        resource,
        schema,
        tags: effective.tags.tags,
        tagFor: (key) => findTag(effective, key, schema),
        named: (key) => ({
          spelling: spellings(key, effective.target, schema)[0],
          noun: effective.target === 'kubernetes' ? 'label' : 'tag',
        }),
        elsewhere: (key) => {
          const names = [...spellings(key, effective.target, schema)]
          for (const [alias, meant] of schema.aliases) if (meant === key) names.push(alias)
          return names.map((name) => effective.elsewhere?.get(name)).find((because) => because !== undefined)
        },
        open: effective.tags.open,
      }
    default:
      return effective satisfies never
  }
}

/** The resource's header or, where that is in a downloaded module, the innermost call of it that can be edited. */
function placeOf({ range, moduleCalls }: Resource): Range {
  if (isInRepository(range)) return range
  return moduleCalls.findLast((call) => isInRepository(call.range))?.range ?? range
}

function isInRepository({ source }: Range): boolean {
  return !/(^|\/)\.terraform\/modules\//.test(source.path)
}
