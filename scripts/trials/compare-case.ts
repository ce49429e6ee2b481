import type { Expectation, ExpectedCase, PriceAndQuantity } from './expectation.ts'
import type { InspectedCharge, InspectedResource } from './inspection.ts'

/** What is judged, each with its own precision and recall. */
export const SUBJECTS = [
  'resource',
  'tag',
  'closed tag set',
  'taggable',
  'region',
  'kind of estimate',
  'unit price',
  'quantity',
] as const
export type Subject = (typeof SUBJECTS)[number]

/**
 * `right`: said and so; `wrong`: said and not so; `unsaid`: expected to be known, and answered with unknown or not
 * at all. Precision is right / (right + wrong), recall is right / everything expected.
 */
export interface Verdict {
  readonly subject: Subject
  readonly verdict: 'right' | 'wrong' | 'unsaid'
  /** False where nothing was expected, so that the claim counts for precision only. */
  readonly expected: boolean
  readonly root: string
  readonly address: string
  readonly message: string
  /** Ascribe's own reason for saying nothing. */
  readonly because: string | undefined
}

interface Details {
  readonly message?: string
  readonly because?: string | null | undefined
  readonly expected?: boolean
}

type Report = (subject: Subject, verdict: Verdict['verdict'], details?: Details) => void

export function compareCase(
  expectedCase: ExpectedCase,
  inspected: readonly InspectedResource[],
): readonly Verdict[] {
  const verdicts: Verdict[] = []
  const project = withoutDot(expectedCase.root)
  const here = inspected.filter((resource) => withoutDot(resource.project) === project)
  const byAddress = new Map(here.map((resource) => [resource.address, resource]))
  const reporter =
    (address: string): Report =>
    (subject, verdict, { message = '', because, expected = true } = {}) =>
      verdicts.push({
        subject,
        verdict,
        expected,
        root: expectedCase.root,
        address,
        message,
        because: because ?? undefined,
      })

  for (const [address, expectation] of Object.entries(expectedCase.resources)) {
    const report = reporter(address)
    const exact = byAddress.get(address)
    const found = exact ?? here.find((resource) => mayStandFor(resource.address, address))
    if (exact) report('resource', 'right')
    else report('resource', 'unsaid', { message: found ? `stands as ${found.address}` : 'not there' })
    if (!found) continue
    compareTags(expectation, found, report)
    const region = expectation.region ?? expectedCase.region
    if (region !== undefined && /^aws_/.test(found.type)) {
      if (found.region === region) report('region', 'right')
      else
        report('region', found.region === null ? 'unsaid' : 'wrong', {
          message: `${region}, got ${found.region}`,
        })
    }
    compareEstimate(expectation, found, report)
  }
  for (const address of expectedCase.absent ?? []) {
    if (byAddress.has(address))
      reporter(address)('resource', 'wrong', { message: 'must not exist', expected: false })
    else if (here.some((resource) => mayStandFor(resource.address, address)))
      reporter(address)('resource', 'unsaid', { message: 'must not exist, left open', expected: false })
    else reporter(address)('resource', 'right', { expected: false })
  }
  return verdicts
}

/** `a.b[*]` stands for `a.b[0]`, `a.b["x"]` and `a.b`. */
function mayStandFor(open: string, address: string): boolean {
  if (!open.includes('[*]')) return false
  const pattern = open.split('[*]').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('(?:\\[[^\\]]*\\])?')}$`).test(address)
}

function withoutDot(project: string): string {
  return project.replace(/^\.\/?/, '').replace(/\/$/, '')
}

function compareTags(expectation: Expectation, found: InspectedResource, report: Report): void {
  const taggable = expectation.taggable ?? true
  if (!expectation['may-taggable']) {
    if (found.taggable === taggable) report('taggable', 'right')
    else
      report('taggable', found.taggable === 'unknown' ? 'unsaid' : 'wrong', {
        message: `${taggable}, got ${found.taggable}`,
      })
  }
  if (!expectation.tags || !taggable) return
  const may = new Set(expectation.may)
  for (const [key, value] of Object.entries(expectation.tags)) {
    const tag = found.tags[key]
    if (value === null) {
      if (tag?.value !== undefined)
        report('tag', 'wrong', { message: `${key}: cannot be known, got "${tag.value}"`, expected: false })
    } else if (tag?.value === value) report('tag', 'right')
    else if (tag?.value !== undefined)
      report('tag', 'wrong', { message: `${key}: "${value}", got "${tag.value}"` })
    else if (tag !== undefined || found.tagsUnknown !== null)
      report('tag', 'unsaid', {
        message: `${key}: "${value}", got unknown`,
        because: tag?.unknown ?? found.tagsUnknown,
      })
    else report('tag', 'wrong', { message: `${key}: "${value}", said to be missing` })
  }
  for (const [key, tag] of Object.entries(found.tags))
    if (!(key in expectation.tags) && !may.has(key) && !(expectation.open && tag.value === undefined))
      report('tag', 'wrong', {
        message: `${key}: not expected, got ${tag.value ?? `unknown: ${tag.unknown}`}`,
        expected: false,
      })
  if (expectation.open) {
    if (found.tagsUnknown === null)
      report('closed tag set', 'wrong', { message: 'open, got closed', expected: false })
  } else if (found.tagsUnknown === null) report('closed tag set', 'right')
  else report('closed tag set', 'unsaid', { message: 'closed, got open', because: found.tagsUnknown })
}

function compareEstimate(expectation: Expectation, found: InspectedResource, report: Report): void {
  const kinds = [expectation.kind].flat()
  const { kind, because } = found.estimate
  if (kinds.includes(kind)) report('kind of estimate', 'right')
  else
    report('kind of estimate', kind === 'unknown' || kind === 'unpriced' ? 'unsaid' : 'wrong', {
      message: `${kinds.join(' or ')}, got ${kind}`,
      because,
    })
  const left = new Set(found.estimate.charges)
  for (const charge of expectation.charges ?? []) {
    const match = nearest(charge, left)
    const shown = `${charge[0]} x ${charge[1]}`
    if (!match) {
      report('unit price', 'unsaid', { message: `${shown} is not charged`, because })
      report('quantity', 'unsaid', { message: `${shown} is not charged`, because })
      continue
    }
    left.delete(match)
    report('unit price', 'right')
    if (close(match.pricingQuantity, charge[1])) report('quantity', 'right')
    else
      report('quantity', 'wrong', {
        message: `${shown}, got ${match.pricingQuantity} of ${match.description}`,
      })
  }
  for (const charge of expectation['may-charge'] ?? []) {
    const match = nearest(charge, left)
    if (match) left.delete(match)
  }
  for (const { description, listUnitPrice, pricingQuantity } of left)
    report('unit price', 'wrong', {
      message: `not expected: ${description} ${listUnitPrice} x ${pricingQuantity}`,
      expected: false,
    })
}

/** The charge of that unit price, of that quantity too where there is one. */
function nearest(
  [price, quantity]: PriceAndQuantity,
  charges: ReadonlySet<InspectedCharge>,
): InspectedCharge | undefined {
  const samePrice = [...charges].filter((charge) => close(charge.listUnitPrice, price))
  return samePrice.find((charge) => close(charge.pricingQuantity, quantity)) ?? samePrice[0]
}

/** Within a thousandth: enough for the prices' own rounding, too little for another size or region. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) / 1000
}
