import type { Range } from '../../source/source-file.ts'
import type { SourceEntry, SourceTree } from '../../source/source-tree.ts'
import type { Manifest } from '../manifest.ts'
import type { Accumulated } from './build.ts'
import type { Layer } from './layer.ts'

/** What building one directory gave, with all that it looked at and did besides, in order. */
export interface Unit {
  readonly directory: string
  readonly accumulated: Accumulated
  readonly events: readonly UnitEvent[]
  /** Nothing was wrong with it. What is wrong may depend on who asks: a base that leads back is wrong from within only. */
  readonly isClean: boolean
}

export type UnitEvent =
  | { readonly kind: 'read'; readonly path: string; readonly text: string | undefined }
  | { readonly kind: 'list'; readonly directory: string; readonly entries: readonly SourceEntry[] }
  | { readonly kind: 'reach'; readonly directory: string }
  | { readonly kind: 'spend'; readonly looks: number; readonly layer: Layer }
  | { readonly kind: 'not-read'; readonly path: string; readonly because: string; readonly range: Range }
  | { readonly kind: 'base'; readonly unit: Unit }

/** What the kustomizations of a tree gave the last time. Only what had nothing wrong with it is kept. */
export interface RememberedKustomizations {
  /** By directory. */
  units: ReadonlyMap<string, Unit>
  layers: ReadonlyMap<string, Layer>
  /** What is applied in the end, by what it was made from. */
  readonly finished: WeakMap<Accumulated, readonly Manifest[]>
}

export function rememberedKustomizations(): RememberedKustomizations {
  return { units: new Map(), layers: new Map(), finished: new WeakMap() }
}

/** Tells whether a tree still says what a unit was made from; each unit is looked at once. */
export function holdsIn(tree: SourceTree): (unit: Unit) => boolean {
  const known = new Map<Unit, boolean>()
  const holds = (unit: Unit): boolean => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const now = unit.isClean && unit.events.every(isSame)
    known.set(unit, now)
    return now
  }
  const isSame = (event: UnitEvent): boolean => {
    switch (event.kind) {
      case 'read':
        return tree.read(event.path) === event.text
      case 'list':
        return sameEntries(tree.list(event.directory), event.entries)
      case 'base':
        return holds(event.unit)
      default:
        return true
    }
  }
  return holds
}

function sameEntries(one: readonly SourceEntry[], other: readonly SourceEntry[]): boolean {
  if (one === other) return true
  return (
    one.length === other.length &&
    one.every(({ name, kind }, index) => name === other[index]!.name && kind === other[index]!.kind)
  )
}
