import type { Acceptance } from '../../domain/acceptance.ts'
import type { Finding } from '../../domain/finding.ts'
import { toDollars } from '../../domain/money.ts'
import type { Resource } from '../../domain/resource.ts'
import type { Range } from '../../source/source-file.ts'
import type { RenderOptions } from '../renderer.ts'
import { termsText } from '../report/accepted.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { physicalLocation, relatedLocation } from './location.ts'
import { messageText } from './message-text.ts'
import { LEVELS } from './rules.ts'

/** A finding, its resource where the result holds it, and what became of it since the base side where there is one. */
export interface Found {
  readonly finding: Finding
  readonly resource: Resource | undefined
  readonly baselineState?: 'new' | 'unchanged' | 'absent'
}

export function resultOf(
  { finding, resource, baselineState }: Found,
  ruleIndex: number,
  options: RenderOptions,
) {
  const { ruleId, severity, project, address, key, message, range, monthlyCost } = finding
  const related = relatedTo(range, resource)
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: messageText(message) },
    locations: [
      {
        physicalLocation: physicalLocation(range, options),
        logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }],
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ range, text }, at) => relatedLocation(at + 1, range, text, options)),
    }),
    partialFingerprints: fingerprintsOf(finding),
    ...(baselineState && { baselineState }),
    ...(finding.accepted && { suppressions: [suppressionBy(finding.accepted, options)] }),
    properties: { project, address, key: key ?? null, monthlyCost: toDollars(monthlyCost) },
  }
}

/** Who reads the log sees what is accepted, by whom and why. */
function suppressionBy(by: Acceptance, options: RenderOptions) {
  if (by.kind === 'baseline')
    return { kind: 'external', status: 'accepted', justification: 'in the baseline: it was there before' }
  return {
    kind: by.from === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: messageText(termsText(by)),
    location: { physicalLocation: physicalLocation(by.range, options) },
  }
}

interface Related {
  readonly range: Range
  readonly text: string
}

/** The block of a resource whose tag is written elsewhere, and the calls that lead to it, nearest first. */
function relatedTo(range: Range, resource: Resource | undefined): readonly Related[] {
  if (!resource) return []
  const block = { range: resource.range, text: `${resource.address} is declared here` }
  const calls = resource.moduleCalls.map(({ address, range }) => ({
    range,
    text: `${address} is called here`,
  }))
  return [block, ...calls.reverse()].filter(
    (other) => isOfRepository(other.range) && !isSamePlace(other.range, range),
  )
}

/** Downloaded modules are in no repository that a reader could open. */
function isOfRepository({ source }: Range): boolean {
  return !/(?:^|\/)\.terraform\//.test(source.path)
}

function isSamePlace(a: Range, b: Range): boolean {
  return a.source.path === b.source.path && a.start === b.start
}
