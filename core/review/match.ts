import { identityOf } from '../domain/address.ts'
import type { Range } from '../source/source-file.ts'
import type { InspectedResource } from './inspection.ts'

/** An address's change of name, from `moved` blocks of the head side. */
export interface Move {
  readonly project: string
  readonly from: string
  readonly to: string
}

/** The two sides of one resource; one of them is missing where it was created or deleted. */
export interface Pair {
  readonly before: InspectedResource | undefined
  readonly after: InspectedResource | undefined
}

interface Named {
  readonly resource: Pick<InspectedResource['resource'], 'project' | 'address'> & {
    readonly range?: Range
  }
}

/**
 * What is the same without being told. To Terraform, a resource that gets a `count` becomes its first instance, and the
 * first instance of one that loses it becomes the resource. A manifest whose name another file has too is told by its
 * own file from then on, and no more once it is alone.
 */
export function impliedMoves(base: readonly Named[], head: readonly Named[]): readonly Move[] {
  const before = new Map(base.map(({ resource }) => [identityOf(resource), resource]))
  return head.flatMap(({ resource: { project, address: to, range } }): readonly Move[] => {
    const known = (address: string) => before.get(identityOf({ project, address }))
    if (known(to)) return []
    const counted = to.endsWith('[0]') ? to.slice(0, -'[0]'.length) : `${to}[0]`
    if (known(counted)) return [{ project, from: counted, to }]
    const { plain, file } = toldByFile(to) ?? {}
    if (plain !== undefined) {
      const alone = known(plain)
      return alone?.range && fileOf(alone.range) === file ? [{ project, from: plain, to }] : []
    }
    const from = range && `${to} (${fileOf(range)})`
    return from !== undefined && known(from) ? [{ project, from, to }] : []
  })
}

/** `Deployment/scorer (prod.yaml)` is the `Deployment/scorer` of that file. */
function toldByFile(address: string): { readonly plain: string; readonly file: string } | undefined {
  const [, plain, file] = /^(.+) \(([^()]+)\)$/.exec(address) ?? []
  return plain === undefined || file === undefined ? undefined : { plain, file }
}

function fileOf({ source: { path } }: Range): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Pairs the resources of both sides by project and address, `moved` followed. */
export function match(
  base: readonly InspectedResource[],
  head: readonly InspectedResource[],
  moves: readonly Move[],
): readonly Pair[] {
  const rename = renamer(moves)
  const before = new Map<string, InspectedResource>()
  for (const inspected of base) {
    const { project, address } = inspected.resource
    before.set(identityOf({ project, address: rename(project, address) }), inspected)
  }
  const pairs: Pair[] = []
  for (const after of head) {
    const key = identityOf(after.resource)
    pairs.push({ before: before.get(key), after })
    before.delete(key)
  }
  for (const gone of before.values()) pairs.push({ before: gone, after: undefined })
  return pairs
}

/** Steps that a chain of moves may have, so that two that point at each other end. */
const MAX_MOVES = 10

/** The head side's address of a base side's resource. */
export function renamer(moves: readonly Move[]): (project: string, address: string) => string {
  if (moves.length === 0) return (_, address) => address
  const moved = new Map(moves.map(({ project, from, to }) => [identityOf({ project, address: from }), to]))
  return (project, address) => {
    let now = address
    for (let step = 0; step < MAX_MOVES; step++) {
      const next = renameOnce(moved, project, now)
      if (next === undefined || next === now) return now
      now = next
    }
    return now
  }
}

/** A move names an instance, a whole resource, or a module around it: the longest that fits. */
function renameOnce(
  moved: ReadonlyMap<string, string>,
  project: string,
  address: string,
): string | undefined {
  for (const end of boundaries(address)) {
    const to = moved.get(identityOf({ project, address: address.slice(0, end) }))
    const rest = address.slice(end)
    // What becomes an instance had no key itself: an address that goes on with one is another's.
    if (to !== undefined && !(to.endsWith(']') && rest.startsWith('['))) return to + rest
  }
  return undefined
}

/** Where an address may be cut between its parts, from its end: before `[…]` and after whole steps. */
function boundaries(address: string): readonly number[] {
  const cuts: number[] = []
  let quoted = false
  for (let at = 0; at < address.length; at++) {
    const character = address[at]
    if (character === '\\' && quoted) at++
    else if (character === '"') quoted = !quoted
    else if (!quoted && (character === '.' || character === '[')) cuts.push(at)
  }
  return [address.length, ...cuts.reverse()]
}
