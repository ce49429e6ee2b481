import { type ModuleSearch, moduleSearch, type SourceTree, type WantedModule } from '../core/index.ts'
import { FetchFailure } from './fetch-failure.ts'
import { LIMITS } from './limits.ts'
import { type ModuleShelf, moduleShelf } from './module-shelf.ts'
import type { Packages } from './packages.ts'

/** Is told how far fetching has come. */
export interface Progress {
  /** `name`: the source that is begun. */
  step(done: number, known: number, name: string): void
  end(): void
}

/**
 * The same trees with the modules in them that they lack, those of fetched modules too, breadth first. What is not to
 * be had is known with its reason; nothing is thrown for it.
 */
export async function fetchModules(
  trees: readonly SourceTree[],
  below: string,
  packages: Packages,
  progress: Progress,
): Promise<readonly SourceTree[]> {
  const shelf = moduleShelf()
  const sides = trees.map((tree) => ({ tree: shelf.within(tree), search: moduleSearch(tree, below) }))
  const begun = performance.now()
  let known = 0
  let tried = 0
  let done = 0
  const fetch = async (wanted: WantedModule): Promise<void> => {
    const limit = limitReached(shelf, tried++, performance.now() - begun)
    progress.step(done, known, wanted.source)
    if (limit !== undefined) shelf.refuse(wanted, refusal(wanted, limit))
    else await fetchOne(wanted, packages, shelf)
    done++
  }
  for (let depth = 0; depth < LIMITS.depth; depth++) {
    const wanted = missing(sides, shelf)
    if (wanted.length === 0) break
    known += wanted.length
    await inParallel(wanted, LIMITS.parallel, fetch)
  }
  for (const module of missing(sides, shelf))
    shelf.refuse(module, refusal(module, `fetched modules call further ones more than ${LIMITS.depth} deep`))
  progress.end()
  return sides.map(({ tree }) => tree)
}

/** What any side lacks, once each. */
function missing(
  sides: readonly { readonly tree: SourceTree; readonly search: ModuleSearch }[],
  shelf: ModuleShelf,
): readonly WantedModule[] {
  const wanted = new Map<string, WantedModule>()
  for (const { tree, search } of sides)
    for (const module of search(tree))
      if (!shelf.has(module)) wanted.set(JSON.stringify([module.source, module.version]), module)
  return [...wanted.values()]
}

async function fetchOne(wanted: WantedModule, packages: Packages, shelf: ModuleShelf): Promise<void> {
  try {
    shelf.place(wanted, await packages(wanted))
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    shelf.refuse(wanted, refusal(wanted, error.message))
  }
}

function refusal({ source, version }: WantedModule, because: string): string {
  const which = version === undefined ? `"${source}"` : `"${source}" ("${version}")`
  return `${which} cannot be fetched: ${because}. "terraform get" makes it available without fetching`
}

function limitReached({ bytes }: ModuleShelf, tried: number, milliseconds: number): string | undefined {
  if (tried >= LIMITS.modules) return `there are more than ${LIMITS.modules} modules to fetch`
  if (bytes >= LIMITS.totalBytes) return `the modules have more than ${LIMITS.totalBytes / 1024 / 1024} MiB`
  if (milliseconds >= LIMITS.runMilliseconds)
    return `fetching takes more than ${LIMITS.runMilliseconds / 60_000} minutes`
  return undefined
}

async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values()
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
}
