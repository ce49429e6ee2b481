import type { PodGroup } from '../../domain/workload.ts'
import type { NodePool } from '../../topology/node-pool.ts'
import type { PriceBook } from '../price-book.ts'
import { cheapestMachine, type FoundMachine, fits, shareOf, type Wanted } from './cheapest-machine.ts'
import type { Place } from './cluster-place.ts'
import { machineOf } from './machine.ts'
import { meets, tolerates } from './node-match.ts'

/** The machine of a pool that a pod runs on; undefined where the pool does not admit it. */
export function machineInPool(
  wanted: Wanted,
  where: Place,
  pool: NodePool,
  book: PriceBook,
): FoundMachine | undefined {
  const answers = answersFor(wanted.group, where, book)
  const content = contentOf(pool)
  if (answers.has(content)) return answers.get(content)
  const found = lookUp(wanted, where, pool, book)
  if (answers.size >= MAX_ANSWERS) answers.clear()
  answers.set(content, found)
  return found
}

/** By what the pools say. */
type Answers = Map<string, FoundMachine | undefined>

interface Remembered extends Pick<Place, 'provider' | 'regionId'> {
  readonly book: PriceBook
  readonly answers: Answers
}

/**
 * A pool is read anew with its whole root module, and mostly says what it said before: pods that did not change need not
 * look at it again.
 */
const remembered = new WeakMap<PodGroup, Remembered>()
const MAX_ANSWERS = 500

function answersFor(group: PodGroup, { provider, regionId }: Place, book: PriceBook): Answers {
  const known = remembered.get(group)
  if (known?.book === book && known.provider === provider && known.regionId === regionId) return known.answers
  const answers: Answers = new Map()
  remembered.set(group, { book, provider, regionId, answers })
  return answers
}

const contents = new WeakMap<NodePool, string>()

/** All that a pod is told of a pool, as one text. */
function contentOf(pool: NodePool): string {
  const known = contents.get(pool)
  if (known !== undefined) return known
  const { machines, capacityType, labels, open, unknownLabels, taints } = pool
  const asked = machines.kind === 'known' ? machines.value : undefined
  const content = JSON.stringify([asked, capacityType, [...labels], open, unknownLabels, taints])
  contents.set(pool, content)
  return content
}

function lookUp(wanted: Wanted, where: Place, pool: NodePool, book: PriceBook): FoundMachine | undefined {
  const { selection } = wanted.group
  if (pool.machines.kind === 'unknown' || !tolerates(selection, pool.taints)) return undefined
  const machines = pool.machines.value
  const facts = { labels: pool.labels, open: pool.open, unknownLabels: pool.unknownLabels ?? [] }
  if (machines.kind === 'types') {
    const machine = machineOf(book, where, machines, pool.capacityType)
    return machine &&
      fits(wanted, machine.spec) &&
      meets(selection.requirements, { ...facts, spec: machine.spec })
      ? { machine, share: shareOf(wanted, machine.spec) }
      : undefined
  }
  if (!meets(selection.requirements, { ...facts, spec: undefined })) return undefined
  const requirements = [...machines.requirements, ...selection.requirements]
  return cheapestMachine(
    wanted,
    where,
    book,
    { open: facts.open, requirements },
    pool.capacityType === 'spot',
  )
}
