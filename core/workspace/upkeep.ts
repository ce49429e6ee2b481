import { foundAtFiles } from '../found-at-files.ts'
import { type InspectContext, inspectProject } from '../inspect/inspect-project.ts'
import { rememberedTexts } from '../kubernetes/index.ts'
import { type KubernetesPlan, NO_WORKLOADS } from '../pricing/kubernetes/plan.ts'
import { answersAbout, isSameAnswers, type PlanAnswers } from '../pricing/kubernetes/plan-answers.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import { manifestMemory } from '../projects/manifest-memory.ts'
import { type OpenedProject, planOf, roleIn } from '../projects/open-project.ts'
import { openRootModule } from '../projects/open-root-module.ts'
import { rootModules } from '../projects/root-modules.ts'
import { isSameConfig } from '../settings/watched-config.ts'
import type { RememberedListings } from '../source/remembered-listings.ts'
import type { ConfigurationLoader } from '../terraform/index.ts'
import type { Entry } from './entry.ts'
import { fileIndex } from './file-index.ts'
import { type Nearness, pendingEntries } from './pending.ts'
import { manifestsIn, reads, readsOfAll } from './reads.ts'
import { rootEntries } from './root-entries.ts'
import { setEntries } from './set-entries.ts'
import { type Standing, standingConfig } from './standing-config.ts'
import type { Twin } from './twin.ts'

export interface UpkeepOptions {
  readonly tree: RememberedListings
  readonly loader: ConfigurationLoader
  readonly below: string
  readonly prices: PriceBook
  readonly today: string | undefined
  readonly twin: Twin | undefined
}

export type Upkeep = ReturnType<typeof upkeepOf>

/** Keeps what is known of a tree's projects up to date, a project a step. */
export function upkeepOf({ tree, loader, below, prices, today, twin }: UpkeepOptions) {
  const memory = twin?.memory ?? manifestMemory()
  const readText = twin?.readText ?? rememberedTexts()
  const config = standingConfig({ tree, below, prices, today }, lookAgain)
  const roots = rootEntries()
  const sets = setEntries(tree, below, { memory, readByTerraform: () => readsOfAll(openedReads()) })
  const index = fileIndex()
  const pending = pendingEntries()
  const lookedAt = new WeakMap<OpenedProject, Entry>()
  let rootsAreKnown = false
  let plan = twin?.plan() ?? NO_WORKLOADS
  /** Workloads run in clusters of other projects: where, is known when all of them are opened. */
  let planIsKnown = true

  function invalidate(paths: readonly string[]): void {
    for (const path of paths) {
      const relisted = tree.forget(path)
      loader.forget(path)
      config.invalidate(path, relisted)
      if (relisted.length > 0 || /\.(tf|tofu|json|ya?ml)$/.test(path)) rootsAreKnown = false
      sets.invalidate(path, relisted)
      for (const entry of roots.all())
        if (entry.opened && entry.reads.touchedBy(path, relisted)) {
          entry.opened = undefined
          pending.add(entry)
        }
    }
  }

  /** Another configuration makes every project be looked at again; none is evaluated again for it. */
  function lookAgain(paths: readonly string[]): void {
    for (const path of paths) index.touch(path)
    for (const entry of everything()) pending.add(entry)
    rootsAreKnown = false
    sets.forget()
    planIsKnown = false
  }

  function settleRoots(): void {
    const { found } = config.settle()
    if (rootsAreKnown) return
    rootsAreKnown = true
    const { made, gone } = roots.set(rootModules(loader, below, found))
    replace(made, gone)
  }

  function settleSets({ found }: Standing): void {
    const { made, gone } = sets.settle(found)
    replace(made, gone)
  }

  function replace(made: readonly Entry[], gone: readonly Entry[]): void {
    for (const entry of made) pending.add(entry)
    for (const entry of gone) {
      index.remove(entry)
      pending.delete(entry)
    }
    if ([...made, ...gone].some(({ role }) => role !== 'none')) planIsKnown = false
  }

  function everything(): readonly Entry[] {
    return [...roots.all(), ...sets.all()]
  }

  function openedReads() {
    return roots.all().flatMap(({ opened, reads: read }) => (opened ? [read] : []))
  }

  function open(entry: Entry, { found }: Standing): void {
    const readBefore = manifestsIn(entry.reads)
    const known = twin?.opened(entry.spec, tree)
    entry.reads = known?.reads ?? reads()
    entry.opened =
      known?.opened ?? openRootModule(loader.watched(entry.reads), entry.spec, found.config, readText)
    pending.add(entry)
    const before = entry.role
    entry.role = roleIn(entry.opened)
    if (before !== 'none' || entry.role !== 'none') planIsKnown = false
    if (manifestsIn(entry.reads) !== readBefore) sets.forget()
  }

  /** What runs where; those about which it says something else than before are looked at again. */
  function settlePlan(standing: Standing): void {
    const planned = everything().filter(({ role }) => role !== 'none')
    plan = planFor(
      planned.flatMap(({ opened }) => opened ?? []),
      standing,
    )
    planIsKnown = true
    for (const entry of planned)
      if (!pending.has(entry) && !isSameAnswers(entry.answers, answersFor(entry))) pending.add(entry)
  }

  function answersFor({ opened, role }: Entry): PlanAnswers {
    return opened && role !== 'none' ? answersAbout(opened.graph.resources, plan) : []
  }

  function planFor(projects: readonly OpenedProject[], { found, book }: Standing): KubernetesPlan {
    const isEmpty = !projects.some((project) => roleIn(project) === 'workloads')
    return isEmpty ? NO_WORKLOADS : planOf(projects, found.config, book, plan)
  }

  function look(entry: Entry, opened: OpenedProject, standing: Standing): void {
    entry.answers = answersFor(entry)
    const known = twin?.today === today ? twin?.lookedAt(opened, standing.found, standing.book) : undefined
    const inspected =
      known?.inspected && isSameAnswers(known.answers, entry.answers)
        ? known.inspected
        : inspectProject(opened, contextOf(loader, plan, standing))
    entry.inspected = inspected
    index.put(entry, known && inspected === known.inspected ? known.files : foundAtFiles(inspected))
    lookedAt.set(opened, entry)
  }

  function contextOf(
    read: ConfigurationLoader,
    planned: KubernetesPlan,
    { found, book }: Standing,
  ): InspectContext {
    return { loader: read, placed: found, prices: book, today, plan: planned }
  }

  function settle(): Standing {
    settleRoots()
    const standing = config.settle()
    // Which files are loose manifests is known when all roots have said what they read.
    if (pending.areAllOpened()) settleSets(standing)
    return standing
  }

  function step(near: Nearness = () => false): boolean {
    const standing = settle()
    let next = pending.next(near, isReady)
    if (!next && !planIsKnown) {
      settlePlan(standing)
      next = pending.next(near, isReady)
    }
    if (!next) return false
    if (!next.opened) open(next, standing)
    if (next.opened && isReady(next)) {
      look(next, next.opened, standing)
      pending.delete(next)
    }
    return true
  }

  function stepNear(near: Nearness): boolean {
    const standing = settle()
    // What is near may follow from what is not opened yet, and from where workloads run.
    if (pending.areAllOpened()) {
      if (!planIsKnown) settlePlan(standing)
      if (!pending.hasNear(near)) return false
    }
    return step(near)
  }

  /** Whether anything can be done about an entry before it is known where workloads run. */
  function isReady({ opened, role }: Entry): boolean {
    return !opened || planIsKnown || role === 'none'
  }

  return {
    config,
    roots,
    sets,
    index,
    readText,
    invalidate,
    step,
    stepNear,
    everything,
    planFor,
    contextOf,
    plan: () => plan,
    /** For another that is like it. */
    twin: {
      memory,
      today,
      readText,
      plan: () => plan,
      opened(spec, other) {
        const entry = roots.get(spec)
        return entry?.opened && entry.reads.areAlikeIn(tree, other) ? entry : undefined
      },
      lookedAt(opened, found, book) {
        const { standing } = config
        if (!standing || book !== standing.book || !isSameConfig(standing.found, found)) return undefined
        const entry = lookedAt.get(opened)
        return entry?.opened === opened && !pending.has(entry) ? entry : undefined
      },
    } satisfies Twin,
  }
}
