/** Ids by address, in order. */
export type StateIds = ReadonlyMap<string, readonly string[]>

/** Arguments by which a bill may know a resource, at its top or in a block of it such as `root_block_device`. */
const ID_KEYS = new Set(['id', 'arn', 'self_link', 'volume_id', 'resource_id', 'unique_id'])
const MAX_DEPTH = 64

/**
 * The ids in what `terraform show -json` prints of a state, or of a plan, whose `prior_state` has them. Undefined where it
 * is neither. Nothing else of a state is looked at: it may hold secrets.
 */
export function stateIds(json: unknown): StateIds | undefined {
  const root = field(json, 'prior_state') ?? json
  const top = field(field(root, 'values'), 'root_module')
  if (top === undefined) return undefined
  const ids = new Map<string, readonly string[]>()
  const visit = (module: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return
    for (const resource of listIn(module, 'resources')) {
      const address = field(resource, 'address')
      if (typeof address === 'string' && field(resource, 'mode') !== 'data')
        ids.set(address, [...new Set(idsIn(field(resource, 'values')))])
    }
    for (const child of listIn(module, 'child_modules')) visit(child, depth + 1)
  }
  visit(top, 0)
  return ids
}

function idsIn(values: unknown): readonly string[] {
  const own = entriesIn(values).flatMap(([key, value]) => idOf(key, value))
  const inBlocks = entriesIn(values).flatMap(([, value]) =>
    Array.isArray(value)
      ? value.flatMap((block) => entriesIn(block).flatMap(([key, id]) => idOf(key, id)))
      : [],
  )
  return [...own, ...inBlocks]
}

/** Short ones are names and numbers that other things have too. */
const idOf = (key: string, value: unknown): readonly string[] =>
  ID_KEYS.has(key) && typeof value === 'string' && value.length > 2 ? [value] : []

/** Finds the address of what a bill calls so; undefined where no resource has that id, or several have. */
export function addressesBy(ids: StateIds): (id: string) => string | undefined {
  const byId = new Map<string, string | undefined>()
  for (const [address, own] of ids)
    for (const id of own.map((each) => each.toLowerCase()))
      byId.set(id, byId.has(id) && byId.get(id) !== address ? undefined : address)
  return (id) => {
    const [whole, last] = [id.toLowerCase(), id.slice(id.lastIndexOf('/') + 1).toLowerCase()]
    return byId.get(whole) ?? byId.get(last)
  }
}

const entriesIn = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

const field = (value: unknown, name: string): unknown => entriesIn(value).find(([key]) => key === name)?.[1]

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name)
  return Array.isArray(list) ? list : []
}
