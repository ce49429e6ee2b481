import type { InspectedResource } from '../review/inspection.ts'
import type { TextEdit } from './fixed-text.ts'

/** A tag that a resource lacks, and what it is to be. */
export interface Want {
  readonly inspected: InspectedResource
  /** The schema's key, as it is spelled there. */
  readonly key: string
  readonly spelled: string
  readonly value: string
  readonly source: string
}

export interface FileEdit extends TextEdit {
  readonly path: string
}

/** A way to mend some of what is wrong, by writing at one place. */
export interface Proposal {
  /** The place, for people: `local.tags`, `default_tags of provider "aws"`, `aws_instance.train`. */
  readonly place: string
  /** The same for the same place, whoever it is proposed for. */
  readonly at: string
  /** The larger, the sooner it is tried: how many blocks it spares. A resource's own block comes after all that are shared. */
  readonly rank: number
  readonly entries: readonly (readonly [key: string, value: string])[]
  readonly wants: readonly Want[]
  /** What is mended where it is no missing tag; undefined for those. */
  readonly mends?: string
  readonly edits: readonly FileEdit[]
  /** The same without some of its tags. */
  readonly without?: (keys: ReadonlySet<string>) => Proposal | undefined
}

/** Somewhere tags can be written, before it is known which. */
export interface WritablePlace {
  readonly name: string
  readonly at: string
  readonly isOwn: boolean
  readonly write: (entries: Proposal['entries']) => readonly FileEdit[] | undefined
  /** Tags that are better not written there. */
  readonly isUnfit?: (key: string, value: string) => boolean
}

/** What could be written at each place: the tags on which all agree that lack them and would get them there. */
export function proposalsFor(
  wants: readonly Want[],
  placesOf: (inspected: InspectedResource, wants: readonly Want[]) => readonly WritablePlace[],
): readonly Proposal[] {
  const byResource = new Map<InspectedResource, Want[]>()
  for (const want of wants) {
    const own = byResource.get(want.inspected)
    if (own) own.push(want)
    else byResource.set(want.inspected, [want])
  }
  const places = new Map<string, { place: WritablePlace; claims: Want[] }>()
  for (const [inspected, own] of byResource)
    for (const place of placesOf(inspected, own)) {
      const found = places.get(place.at)
      if (found) found.claims.push(...own)
      else places.set(place.at, { place, claims: [...own] })
    }
  return [...places.values()].flatMap(({ place, claims }) => proposal(place, claims) ?? [])
}

function proposal(place: WritablePlace, claims: readonly Want[]): Proposal | undefined {
  const values = new Map<string, Set<string>>()
  for (const { spelled, value } of claims)
    values.set(spelled, (values.get(spelled) ?? new Set<string>()).add(value))
  const entries = [...values].flatMap(([key, [value, ...others]]) =>
    value === undefined || others.length > 0 || place.isUnfit?.(key, value) ? [] : [[key, value] as const],
  )
  return written(place, entries, claims)
}

function written(
  place: WritablePlace,
  entries: Proposal['entries'],
  claims: readonly Want[],
): Proposal | undefined {
  const edits = entries.length > 0 ? place.write(entries) : undefined
  if (!edits) return undefined
  const keys = new Set(entries.map(([key]) => key))
  const wants = claims.filter(({ spelled }) => keys.has(spelled))
  const blocks = new Set(wants.map(({ inspected: { resource } }) => blockOf(resource.range))).size
  // A module is for many: what its caller says of this use does not belong into it.
  const isInside = wants.every(({ inspected: { resource } }) => resource.moduleCalls.length > 0)
  const rank = place.isOwn ? (isInside ? -1 : 1) : blocks > 1 ? blocks : 0
  const without = (left: ReadonlySet<string>) =>
    written(
      place,
      entries.filter(([key]) => !left.has(key)),
      claims,
    )
  return { place: place.name, at: place.at, rank, entries, wants, edits, without }
}

function blockOf({
  source,
  start,
}: {
  readonly source: { readonly path: string }
  readonly start: number
}): string {
  return `${source.path}:${start}`
}

/** Those that can be tried together, the best first: none writes where another does, none mends what another mends. */
export function together(proposals: readonly Proposal[]): readonly Proposal[] {
  const mended = new Set<Want>()
  const taken = new Map<string, FileEdit[]>()
  return [...proposals]
    .sort((a, b) => b.rank - a.rank)
    .filter(({ wants, edits }) => {
      if (wants.some((want) => mended.has(want)) || edits.some((edit) => meetsAny(edit, taken))) return false
      for (const want of wants) mended.add(want)
      for (const edit of edits) taken.set(edit.path, [...(taken.get(edit.path) ?? []), edit])
      return true
    })
}

/** Two insertions at one place meet as well: which comes first would be chance. */
function meetsAny(edit: FileEdit, taken: ReadonlyMap<string, readonly FileEdit[]>): boolean {
  return (taken.get(edit.path) ?? []).some((other) => edit.start <= other.end && other.start <= edit.end)
}

/** Names a proposal, to know it again when it is made anew. */
export function nameOf({ at, place, entries, mends }: Proposal): string {
  return JSON.stringify([at, mends === undefined ? '' : place, entries])
}
