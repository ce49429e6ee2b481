import { ConfigurationError } from '../domain/configuration-error.ts'
import { usd } from '../domain/money.ts'
import type { Review } from '../review/review.ts'
import { SourceFile } from '../source/source-file.ts'
import type { Report } from './report-schema.ts'
import { toAccepted, toFinding } from './to-accepted.ts'
import { toAccounting } from './to-accounting.ts'

type ResourceChange = Review['resources'][number]
type Inspected = NonNullable<ResourceChange['after']>
type Range = Review['problems'][number]['range']
type Change = Review['total']
type Group = Review['modelPhases'][number]['model']
type Attributed = Inspected['owner']['team']
type AttributedFrom = Extract<Attributed, { kind: 'known' }>['from']

/** Lines of all files together. A report names lines, and places are counted by line breaks. */
const MOST_LINES = 5_000_000

/**
 * The review that a JSON report tells of, as far as a comment shows it: rendered, it reads as the review did. What the
 * report leaves out (attributes, origins) is empty.
 */
export function toReview(report: Report): Review {
  const place = placer(report)
  const findings = (some: Report['findings']['new']) => some.map((finding) => toFinding(finding, place))
  const byGroups = (groups: Report['by']['model']) =>
    groups.map((grouped) => ({ group: toGroup(grouped), cost: toChange(grouped.cost) }))
  return {
    base: report.base,
    head: report.head,
    total: toChange(report.total),
    resources: report.resources.map(toResourceChange),
    by: {
      model: byGroups(report.by.model),
      team: byGroups(report.by.team),
      phase: byGroups(report.by.phase),
      environment: byGroups(report.by.environment),
      costCenter: byGroups(report.by.costCenter),
      project: byGroups(report.by.project),
    },
    modelPhases: report.modelPhases.map(({ teams, phases, cost, ...model }) => ({
      model: toGroup(model),
      teams,
      phases: phases.map(({ cost: own, ...phase }) => ({ phase: toGroup(phase), cost: toChange(own) })),
      cost: toChange(cost),
    })),
    ...toAccounting(report, toChange),
    coverage: { before: toCoverage(report.coverage.before), after: toCoverage(report.coverage.after) },
    findings: {
      new: findings(report.findings.new),
      existing: findings(report.findings.existing),
      fixed: findings(report.findings.fixed),
    },
    ...toAccepted(report, place),
    notPriced: report.notPriced.map((part) => ({ ...part, part: part.part ?? undefined })),
    suggestions: report.suggestions.map(({ monthlySaving, ...suggestion }) => ({
      ...suggestion,
      saves: usd(monthlySaving),
      range: place(suggestion),
    })),
    inexact: usd(report.inexactMonthlyCost),
    assumptions: report.assumptions,
    notLoaded: report.notLoaded.map((module) => ({
      ...module,
      version: module.version ?? undefined,
      inputs: { kind: 'object', entries: new Map() },
      range: place(module),
    })),
    problems: report.problems.map(({ severity, message, ...at }) => ({
      severity,
      message,
      range: place(at),
    })),
    prices: pricesOf(report.prices),
    notes: report.notes,
    verdict: report.verdict,
  }
}

function pricesOf({ terms, ...book }: Report['prices']): Review['prices'] {
  return terms ? { ...book, terms } : book
}

interface Place {
  readonly file: string
  readonly line: number
}

/** Ranges in files of as many empty lines as the report speaks of. */
function placer({
  findings,
  accepted,
  addedExemptions,
  problems,
  notLoaded,
  suggestions,
}: Report): (place: Place) => Range {
  const lines = new Map<string, number>()
  for (const { file, line } of [
    ...findings.new,
    ...findings.existing,
    ...findings.fixed,
    ...accepted,
    ...accepted.flatMap(({ accepted: by }) => (by.kind === 'exemption' ? [by] : [])),
    ...addedExemptions,
    ...problems,
    ...notLoaded,
    ...suggestions,
  ])
    lines.set(file, Math.max(line, lines.get(file) ?? 1))
  let all = 0
  for (const count of lines.values()) all += count
  if (all > MOST_LINES) throw new ConfigurationError('the report names lines beyond those of any repository')
  const sources = new Map<string, SourceFile>()
  return ({ file, line }) => {
    const source = sources.get(file) ?? new SourceFile(file, '\n'.repeat((lines.get(file) ?? 1) - 1))
    sources.set(file, source)
    return { source, start: line - 1, end: line - 1 }
  }
}

function toResourceChange(change: Report['resources'][number]): ResourceChange {
  const { project, address, previousAddress, type, action, before, after, cost } = change
  const side = (from: typeof before): Inspected | undefined =>
    from ? toInspected(from, { project, address, type }) : undefined
  return {
    project,
    address,
    previousAddress: previousAddress ?? undefined,
    type,
    action,
    before: side(before),
    after: side(after),
    cost: toChange(cost),
  }
}

function toInspected(
  side: NonNullable<Report['resources'][number]['after']>,
  identity: Pick<Inspected['resource'], 'project' | 'address' | 'type'>,
): Inspected {
  const { owner, tags, estimate } = side
  const source = new SourceFile(side.file, '')
  return {
    resource: {
      ...identity,
      name: '',
      provider: { source: '', name: '' },
      region: { kind: 'null' },
      attributes: { kind: 'object', entries: new Map() },
      defaultTags: undefined,
      range: { source, start: 0, end: 0 },
      moduleCalls: [],
      multiplicity: undefined,
    },
    tags: {
      kind: 'taggable',
      keysCaseInsensitive: false,
      target: undefined,
      tags: {
        open: undefined,
        tags: new Map(
          Object.entries(tags).map(([key, { value, unknown: because = '' }]) => [
            key,
            {
              key,
              origins: [],
              value: value === undefined ? { kind: 'unknown', because } : { kind: 'string', value },
            },
          ]),
        ),
      },
    },
    estimate: toEstimate(estimate),
    cost: usd(estimate.monthlyContractedCost ?? estimate.monthlyListCost ?? 0),
    owner: {
      team: toAttributed(owner.team),
      project: toAttributed(owner.project),
      model: toAttributed(owner.model),
      phase: toAttributed(owner.phase),
      environment: toAttributed(owner.environment),
      costCenter: toAttributed(owner.costCenter),
      experiment: toAttributed(owner.experiment),
    },
  }
}

function toEstimate(
  estimate: NonNullable<Report['resources'][number]['after']>['estimate'],
): Inspected['estimate'] {
  const { kind, charges, assumptions, omissions, because = '' } = estimate
  switch (kind) {
    case 'priced':
      return {
        kind,
        assumptions,
        omissions,
        charges: charges.map(({ contractedUnitPrice, contractedCost, discount, ...charge }) => ({
          ...charge,
          listCost: usd(charge.listCost),
          ...(contractedUnitPrice !== undefined &&
            contractedCost !== undefined &&
            discount && {
              contracted: {
                unitPrice: contractedUnitPrice,
                cost: usd(contractedCost),
                percent: discount.percent,
                note: discount.note ?? undefined,
              },
            }),
          basis: { kind: 'exact' },
        })),
      }
    case 'usageBased':
      return { kind, assumptions, because }
    case 'free':
      return { kind }
    case 'unpriced':
    case 'unknown':
      return { kind, because }
    default:
      return kind satisfies never
  }
}

function toAttributed(
  answer: { value: string | null; from?: AttributedFrom['kind'] | undefined } | { unknown: string },
): Attributed {
  if ('unknown' in answer) return { kind: 'unknown', because: answer.unknown }
  if (answer.value === null) return { kind: 'missing' }
  return { kind: 'known', value: answer.value, from: { kind: answer.from ?? 'tag', range: undefined } }
}

function toGroup({ kind, value }: { kind: Group['kind']; value: string | null }): Group {
  return kind === 'known' ? { kind, value: value ?? '' } : { kind }
}

function toChange({ before, after, delta, atLeast }: Report['total']): Change {
  return { before: usd(before), after: usd(after), delta: usd(delta), atLeast }
}

function toCoverage({
  attributed,
  declared,
  total,
  share,
}: Report['coverage']['before']): Review['coverage']['before'] {
  return {
    attributed: usd(attributed),
    declared: usd(declared),
    total: usd(total),
    share: share ?? undefined,
  }
}
