/** The addresses that each project has, by its id. */
export type ProjectAddresses = ReadonlyMap<string, ReadonlySet<string>>

interface Candidate {
  readonly gone: string
  readonly came: string
  readonly hasSameName: boolean
  /** From 0 to 1. */
  readonly share: number
}

/** More pairs than this are no rename that a reader could follow, and would take long. */
const MAX_PAIRS = 10_000

/**
 * What projects that are gone are called now: one that came has more than half of the addresses, of the larger of both
 * or, `ofGone`, of the one that is gone. Where several do, one whose folder has kept its last name goes before others,
 * then the one with the most; where that leaves two, neither is taken.
 */
export function renamedProjects(
  gone: ProjectAddresses,
  came: ProjectAddresses,
  { ofGone = false }: { readonly ofGone?: boolean } = {},
): ReadonlyMap<string, string> {
  if (gone.size * came.size > MAX_PAIRS) return new Map()
  const candidates = [...gone].flatMap(([goneId, had]) =>
    [...came].flatMap(([cameId, has]): readonly Candidate[] => {
      const share = commonTo(had, has) / (ofGone ? had.size : Math.max(had.size, has.size))
      const hasSameName = lastName(goneId) === lastName(cameId)
      return share > 0.5 ? [{ gone: goneId, came: cameId, hasSameName, share }] : []
    }),
  )
  const ofThoseGone = bestBy(candidates, ({ gone }) => gone)
  const ofThoseThatCame = bestBy(candidates, ({ came }) => came)
  const mutual = candidates.filter(
    (one) => ofThoseGone.get(one.gone) === one && ofThoseThatCame.get(one.came) === one,
  )
  return new Map(mutual.map(({ gone, came }) => [gone, came]))
}

/** The addresses of all that is in none of the projects `but`. */
export function addressesByProject(
  named: Iterable<{ readonly project: string; readonly address: string }>,
  but: Iterable<string>,
): ProjectAddresses {
  const left = new Set(but)
  const projects = new Map<string, Set<string>>()
  for (const { project, address } of named) {
    if (left.has(project)) continue
    const known = projects.get(project)
    if (known) known.add(address)
    else projects.set(project, new Set([address]))
  }
  return projects
}

function commonTo(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let common = 0
  for (const one of some) if (others.has(one)) common++
  return common
}

function lastName(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1)
}

/** For each key, the candidate that is better than all others; undefined where two are alike. */
function bestBy(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => string,
): ReadonlyMap<string, Candidate | undefined> {
  const best = new Map<string, Candidate>()
  const tied = new Set<string>()
  for (const one of candidates) {
    const key = keyOf(one)
    const known = best.get(key)
    const order = known ? compare(one, known) : 1
    if (order > 0) {
      best.set(key, one)
      tied.delete(key)
    } else if (order === 0) tied.add(key)
  }
  return new Map([...best].map(([key, one]) => [key, tied.has(key) ? undefined : one]))
}

function compare(a: Candidate, b: Candidate): number {
  return Number(a.hasSameName) - Number(b.hasSameName) || a.share - b.share
}
