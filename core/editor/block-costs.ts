import { sum, type Usd } from '../domain/money.ts'
import type { Attributed, Dimension } from '../domain/owner.ts'
import { amountText, signedText } from '../render/amounts/amount.ts'
import { counted } from '../render/text/counted.ts'
import { visible } from '../render/text/visible.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { Range } from '../source/source-file.ts'
import type { AtFile } from './at-file.ts'
import { type Baseline, changeSince } from './baseline.ts'

/** A block of a file, with the resources that it makes. */
export interface BlockCost {
  /** The block's type and labels. */
  readonly header: Range
  readonly kind: 'resource' | 'module'
  readonly resources: readonly InspectedResource[]
}

/** The blocks of a file that something priced comes from, in the order of the text. */
export function blockCosts({ resources, called }: AtFile, path: string): readonly BlockCost[] {
  const blocks = new Map<number, { header: Range; kind: BlockCost['kind']; resources: InspectedResource[] }>()
  const add = (header: Range, kind: BlockCost['kind'], inspected: InspectedResource): void => {
    const block = blocks.get(header.start)
    if (!block) blocks.set(header.start, { header, kind, resources: [inspected] })
    else if (block.resources.at(-1) !== inspected) block.resources.push(inspected)
  }
  for (const inspected of resources) add(inspected.resource.range, 'resource', inspected)
  for (const inspected of called)
    for (const { range } of inspected.resource.moduleCalls)
      if (range.source.path === path) add(range, 'module', inspected)
  return [...blocks.values()]
    .filter((block) => block.resources.some(({ estimate }) => estimate.kind === 'priced'))
    .sort((a, b) => a.header.start - b.header.start)
}

/** `≈ $885/mo`, `$` being the sign; `≥` where the number of instances is not known. */
export function monthlyText(resources: readonly InspectedResource[], sign: string): string {
  const isLeast = resources.some(({ resource, cost }) => resource.multiplicity && cost > 0)
  return `${isLeast ? '≥' : '≈'} ${amountText(totalOf(resources), sign)}/mo`
}

export function totalOf(resources: readonly InspectedResource[]): Usd {
  return sum(resources.map(({ cost }) => cost))
}

/** `≈ $885/mo · fraud_xgb_v7 · training · +$640 since HEAD` */
export function blockTitle(
  { resources, kind }: BlockCost,
  baseline: Baseline | undefined,
  sign: string,
): string {
  const priced = resources.filter(({ estimate }) => estimate.kind === 'priced')
  const parts = [monthlyText(resources, sign), ...ownerTexts(priced)]
  if (kind === 'module') parts.push(counted(priced.length, 'priced resource'))
  else if (resources.length > 1) parts.push(counted(resources.length, 'instance'))
  const delta = baseline ? changeSince(baseline, resources) : 0
  if (baseline && delta !== 0) parts.push(`${signedText(delta as Usd, sign)} since ${baseline.label}`)
  return parts.join(' · ')
}

/** Model and phase; the team where no model is known; what is unknown is not said to be missing. */
export function ownerTexts(resources: readonly InspectedResource[]): readonly string[] {
  const model = shared(resources, 'model')
  const phase = shared(resources, 'phase')
  const who = model ?? shared(resources, 'team')
  if (who === undefined) {
    const isUnknown = resources.some(
      ({ owner }) => owner.model.kind === 'unknown' || owner.team.kind === 'unknown',
    )
    return [isUnknown ? 'owner unknown' : 'unattributed']
  }
  return phase === undefined ? [who] : [who, phase]
}

/** What the resources that say it say, `3 models` where they differ; undefined where none does. */
function shared(resources: readonly InspectedResource[], dimension: Dimension): string | undefined {
  const said = new Set(resources.flatMap(({ owner }) => knownText(owner[dimension])))
  if (said.size > 1) return counted(said.size, dimension)
  const [only] = said
  return only
}

function knownText(attributed: Attributed): readonly string[] {
  return attributed.kind === 'known' ? [visible(attributed.value)] : []
}
