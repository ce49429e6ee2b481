import { identityOf } from '../domain/address.ts'
import type { Charge } from '../domain/estimate.ts'
import { add, subtract, sum, type Usd } from '../domain/money.ts'
import { providerName } from '../domain/provider.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import { SourceFile } from '../source/source-file.ts'
import { type EditorPosition, type EditorRange, offsetAt, rangeOf } from './places.ts'

/** What the other sizes would cost in place of one that is written at a place. */
export interface WhatIf {
  /** Address of the resource that is charged. */
  readonly resource: string
  readonly current: { readonly instanceType: string; readonly monthlyCost: Usd }
  /** The cheapest first. */
  readonly choices: readonly WhatIfChoice[]
}

export interface WhatIfChoice {
  readonly instanceType: string
  readonly monthlyCost: Usd
  readonly delta: Usd
  readonly range: EditorRange
  readonly newText: string
}

export interface Tryable {
  readonly path: string
  readonly text: string
  /** The projects that read the file, as they are. */
  readonly before: Inspection
  /** The same projects with another text of the file. */
  readonly tryText: (text: string) => Inspection
  readonly prices: PriceBook
}

const MOST_CHOICES = 24

/**
 * The instance type (of any service) that is written at a position, and those it may be exchanged for: the sizes of its
 * family, and its size in families of its class. Each is tried in the text, so that whatever depends on it is counted.
 */
export function whatIfAt(tryable: Tryable, position: EditorPosition): WhatIf | undefined {
  const { path, text, before, tryText, prices } = tryable
  const source = new SourceFile(path, text)
  for (const literal of literalsNear(text, offsetAt(text, position))) {
    const charged = chargedFor(before.resources, literal.value, path)
    if (!charged) continue
    const costs = new Map(before.resources.map((each) => [keyOf(each), each.cost]))
    const total = sum(costs.values())
    let driven: InspectedResource | undefined
    const choices: WhatIfChoice[] = []
    for (const instanceType of alternatives(charged, literal.value, prices)) {
      const after = tryText(text.slice(0, literal.start) + instanceType + text.slice(literal.end))
      driven ??= after.resources.find((each) => costs.get(keyOf(each)) !== each.cost)
      const delta = subtract(sum(after.resources.map(({ cost }) => cost)), total)
      if (driven)
        choices.push({
          instanceType,
          monthlyCost: add(costs.get(keyOf(driven)) ?? (0 as Usd), delta),
          delta,
          range: rangeOf({ source, start: literal.start, end: literal.end }),
          newText: instanceType,
        })
    }
    if (!driven) continue
    return {
      resource: driven.resource.address,
      current: { instanceType: literal.value, monthlyCost: costs.get(keyOf(driven)) ?? (0 as Usd) },
      choices: choices.sort((a, b) => a.monthlyCost - b.monthlyCost),
    }
  }
  return undefined
}

/** Whether there is something to ask at a position; tries nothing. */
export function hasWhatIf(
  { path, text, before }: Pick<Tryable, 'path' | 'text' | 'before'>,
  position: EditorPosition,
): boolean {
  return literalsNear(text, offsetAt(text, position)).some(
    ({ value }) => chargedFor(before.resources, value, path) !== undefined,
  )
}

function keyOf({ resource }: InspectedResource): string {
  return identityOf(resource)
}

interface Literal {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Quoted strings: that at the offset, those of its line, then those of the block that starts there. */
function literalsNear(text: string, offset: number): readonly Literal[] {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const rest = text.slice(lineStart)
  const isHeader = /^[^\n]*\{[^\S\n]*(?:[#/][^\n]*)?\r?\n/.test(rest)
  const length = isHeader ? rest.search(/\n\}/) : rest.search(/\n|$/)
  const part = length < 0 ? rest : rest.slice(0, length)
  const literals = [...part.matchAll(/"([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"/g)].map(({ 1: value, index }) => {
    const start = lineStart + index + 1
    return { value: value!, start, end: start + value!.length }
  })
  const isAt = ({ start, end }: Literal): boolean => start - 1 <= offset && offset <= end + 1
  return literals.sort((a, b) => Number(isAt(b)) - Number(isAt(a)))
}

interface Charged {
  readonly charge: Charge
  readonly provider: string
}

/** A charge for this very type; one of the file's own resources if there is one. */
function chargedFor(
  resources: readonly InspectedResource[],
  type: string,
  path: string,
): Charged | undefined {
  let found: Charged | undefined
  for (const { resource, estimate } of resources) {
    if (estimate.kind !== 'priced') continue
    const charge = estimate.charges.find(({ skuId }) => skuId.split('/').includes(type))
    if (!charge) continue
    const charged = { charge, provider: providerName(resource.provider.source) }
    if (resource.range.source.path === path) return charged
    found ??= charged
  }
  return found
}

function alternatives({ charge, provider }: Charged, type: string, prices: PriceBook): readonly string[] {
  const parts = charge.skuId.split('/')
  const at = parts.indexOf(type)
  const types = new Set<string>()
  for (const skuId of prices.skus(provider, charge.regionId)) {
    const other = skuId.split('/')
    const isSame = other.length === parts.length && other.every((part, n) => n === at || part === parts[n])
    if (isSame && other[at] !== type) types.add(other[at]!)
  }
  const own = shapeOf(type)
  const all = [...types].map((name) => ({ name, shape: shapeOf(name) }))
  const ofFamily = all.filter(({ shape }) => shape.family === own.family)
  const ofSize = all.filter(
    ({ shape }) => shape.family !== own.family && shape.size === own.size && shape.class === own.class,
  )
  return [...ofFamily, ...ofSize].slice(0, MOST_CHOICES).map(({ name }) => name)
}

/** `ml.g5.2xlarge`: family `ml.g5`, class `ml.g`, size `2xlarge`. */
function shapeOf(type: string): { readonly family: string; readonly class: string; readonly size: string } {
  const dot = type.lastIndexOf('.')
  const family = type.slice(0, dot)
  return { family, class: family.replace(/\d.*$/, ''), size: type.slice(dot + 1) }
}
