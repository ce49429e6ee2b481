import { US_DOLLAR } from './domain/currency.ts'
import type { AtFile } from './editor/at-file.ts'
import { type FoundAt, foundAtFiles } from './found-at-files.ts'
import { type InspectedTree, togetherOf } from './inspect/inspect.ts'
import { type InspectContext, type InspectedProject, inspectProject } from './inspect-project.ts'
import { type ManifestReader, rememberedTexts } from './kubernetes/index.ts'
import { type KubernetesPlan, NO_WORKLOADS } from './pricing/kubernetes/plan.ts'
import { answersAbout, isSameAnswers, type PlanAnswers } from './pricing/kubernetes/plan-answers.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { manifestMemory } from './projects/manifest-memory.ts'
import { type ManifestProjectOptions, manifestProjects } from './projects/manifest-projects.ts'
import { type OpenedProject, type PlanRole, planOf, roleIn } from './projects/open-project.ts'
import { openRootModule } from './projects/open-root-module.ts'
import { rootModules } from './projects/root-modules.ts'
import { type FoundConfig, findConfig } from './settings/find-config.ts'
import { isConfigFile, isIncludedIn, isOfBookOf, isSameConfig, pricedBy } from './settings/watched-config.ts'
import { baselineForEditor, baselineLookup, settleAtFile } from './settle-at-file.ts'
import { NOT_RECORDED } from './settling/find-baseline.ts'
import { rememberedListings } from './source/remembered-listings.ts'
import type { SourceTree } from './source/source-tree.ts'
import { ConfigurationLoader, type ProjectSpec } from './terraform/index.ts'
import { type ReadsOfProject, reads } from './workspace/reads.ts'

/** A source tree that changes, with what is seen in it kept up to date: only what a change reaches is read again. */
export interface Workspace {
  /** The configuration that holds, as of the last step. */
  config(): FoundConfig
  /** Says that these files or folders were changed, made or removed; call it after the tree shows them so. */
  invalidate(paths: readonly string[]): void
  /**
   * Brings one project up to date, those first that `near` chooses by their folder and by what they read when they were
   * looked at last. False when nothing was left to do. Between two steps the caller may do other things, also invalidate.
   */
  step(near?: Nearness): boolean
  /** The files about which something else may be said than when this was last asked. */
  takeChanged(): ReadonlySet<string>
  /** All files about which something is known. */
  files(): readonly string[]
  /** What is known about a file. */
  at(path: string): AtFile
  /** Takes all steps that are left, and gives everything. */
  inspection(): InspectedTree
  /** The projects that read a file, with another text in its place; nothing of it is kept. */
  tryText(path: string, text: string): InspectedTree
  /** The same projects as they are. */
  readersOf(path: string): InspectedTree
  /** The root modules that read a file. */
  projectsReading(path: string): readonly ProjectSpec[]
  /** What has been read and parsed, for those who look at syntax. */
  readonly loader: ConfigurationLoader
}

export type Nearness = (root: string, hasRead: (path: string) => boolean) => boolean

export interface WorkspaceOptions {
  readonly tree: SourceTree
  /** Only what lies at or below this folder of the tree; `''` is the whole tree. */
  readonly below: string
  readonly prices: PriceBook
  /** An ISO date; without it, nothing is past. */
  readonly today?: string
  /** Another with many of the same texts, e.g. of a later time: what it has parsed and found out is not done again. */
  readonly like?: Workspace
}

/** What one workspace tells another that is like it. */
interface Shared extends Pick<ManifestProjectOptions, 'memory'> {
  readonly tree: SourceTree
  readonly today: string | undefined
  readonly readText: ManifestReader
  readonly plan: () => KubernetesPlan
  /** The root module, opened, of a project that is read from the same texts. */
  opened(spec: ProjectSpec, tree: SourceTree): Pick<Entry, 'opened' | 'reads'> | undefined
  /** What was found out about a project, with the same configuration and prices. */
  lookedAt(opened: OpenedProject, found: FoundConfig, book: PriceBook): Entry | undefined
}

const sharedBy = new WeakMap<Workspace, Shared>()

interface Entry {
  readonly spec: ProjectSpec
  reads: ReadsOfProject
  opened: OpenedProject | undefined
  /** What it has to do with where workloads run, as it was opened last. */
  role: PlanRole
  inspected: InspectedProject | undefined
  /** What the plan said about it when it was looked at. */
  answers: PlanAnswers
  /** The files that what was found points into. */
  files: ReadonlyMap<string, FoundAt>
}

export function createWorkspace({ tree: source, below, prices, today, like }: WorkspaceOptions): Workspace {
  const tree = rememberedListings(source)
  const loader = new ConfigurationLoader(tree, like?.loader)
  const entries = new Map<string, Entry>()
  const byFile = new Map<string, Set<Entry>>()
  let changed = new Set<string>()
  let found: FoundConfig | undefined
  let baseline = NOT_RECORDED
  let isKnown = baselineLookup(baseline)
  let book = prices
  let configIsKnown = false
  let bookIsKnown = true
  let rootsAreKnown = false
  /** The sets of manifests, which are found and read together. */
  let sets: readonly Entry[] = []
  let readsOfSets = reads()
  const twin = like && sharedBy.get(like)
  const manifests = twin?.memory ?? manifestMemory()
  const readText = twin?.readText ?? rememberedTexts()
  let setsAreKnown = false
  let plan = twin?.plan() ?? NO_WORKLOADS
  /** Workloads run in clusters of other projects: where, is known when all of them are opened. */
  let planIsKnown = true
  const lookedAt = new WeakMap<OpenedProject, Entry>()
  /** The entries that are not up to date. */
  const pending = new Set<Entry>()

  function invalidate(paths: readonly string[]): void {
    for (const path of paths) {
      const relisted = tree.forget(path)
      loader.forget(path)
      const isIncluded = found && isIncludedIn(found, path)
      if (found && isOfBookOf(found, path)) bookIsKnown = false
      if (isConfigFile(path) || isIncluded || relisted.length > 0) configIsKnown = false
      if (relisted.length > 0 || /\.(tf|tofu|json|ya?ml)$/.test(path)) rootsAreKnown = false
      if (readsOfSets.touchedBy(path, relisted)) setsAreKnown = false
      for (const entry of entries.values())
        if (entry.opened && entry.reads.touchedBy(path, relisted)) {
          entry.opened = undefined
          pending.add(entry)
        }
    }
  }

  function settleRoots(): void {
    const config = settledConfig()
    if (rootsAreKnown) return
    rootsAreKnown = true
    const specs = new Map(rootModules(loader, below, config).map((spec) => [JSON.stringify(spec), spec]))
    for (const [key, entry] of entries)
      if (!specs.has(key)) {
        if (entry.role !== 'none') planIsKnown = false
        unplace(entry)
        pending.delete(entry)
        entries.delete(key)
      }
    const known = new Map(entries)
    entries.clear()
    for (const [key, spec] of specs) {
      const entry = known.get(key) ?? newEntry(spec)
      if (!known.has(key)) pending.add(entry)
      entries.set(key, entry)
    }
  }

  function settleSets(): void {
    if (setsAreKnown) return
    setsAreKnown = true
    const before = new Map(sets.map((entry) => [entry.opened, entry]))
    const watch = reads()
    readsOfSets = watch
    const read = (path: string) => {
      watch.file(path)
      return tree.read(path)
    }
    const list = (directory: string) => {
      watch.list(directory)
      return tree.list(directory)
    }
    const projects = manifestProjects({ ...tree, read, list }, below, found!, { memory: manifests, isRead })
    sets = projects.map((project) => {
      const known = before.get(project)
      before.delete(project)
      return known ?? newEntry(specOf(project), project)
    })
    for (const entry of sets) if (!entry.inspected) pending.add(entry)
    for (const entry of before.values()) {
      unplace(entry)
      pending.delete(entry)
    }
    if ([...before.values(), ...pending].some(({ role }) => role !== 'none')) planIsKnown = false
  }

  function everything(): readonly Entry[] {
    return [...entries.values(), ...sets]
  }

  /** Another configuration makes every project be looked at again; none is evaluated again for it. */
  function settledConfig(): FoundConfig {
    if (found && configIsKnown && bookIsKnown) return found
    configIsKnown = true
    const before = found
    const after = findConfig(tree, below)
    const recorded = baselineForEditor(tree, after.directory)
    const isBaselineSame = recorded.source?.text === baseline.source?.text
    if (before && bookIsKnown && isBaselineSame && isSameConfig(before, after)) return before
    baseline = recorded
    isKnown = baselineLookup(recorded)
    bookIsKnown = true
    for (const { range } of [...(before?.problems ?? []), ...after.problems, ...recorded.problems])
      changed.add(range.source.path)
    for (const file of [before?.source, after.source]) if (file) changed.add(file.path)
    for (const entry of everything()) pending.add(entry)
    rootsAreKnown = false
    setsAreKnown = false
    planIsKnown = false
    const priced = pricedBy(after, prices, tree, today)
    book = priced.book
    found = { ...after, problems: [...after.problems, ...priced.problems, ...recorded.problems] }
    return found
  }

  /** Whether a root module reads a file: what is in it is applied by Terraform. */
  function isRead(path: string): boolean {
    return [...entries.values()].some(({ opened, reads: read }) => opened && read.touchedBy(path, []))
  }

  function open(entry: Entry): void {
    const readBefore = manifestsIn(entry.reads)
    const known = twin?.opened(entry.spec, tree)
    entry.reads = known?.reads ?? reads()
    entry.opened =
      known?.opened ?? openRootModule(loader.watched(entry.reads), entry.spec, found!.config, readText)
    const before = entry.role
    entry.role = roleIn(entry.opened)
    if (before !== 'none' || entry.role !== 'none') planIsKnown = false
    if (manifestsIn(entry.reads) !== readBefore) setsAreKnown = false
  }

  /** What runs where; those about which it says something else than before are looked at again. */
  function settlePlan(): void {
    const planned = everything().filter(({ role }) => role !== 'none')
    plan = planFor(planned.flatMap(({ opened }) => opened ?? []))
    planIsKnown = true
    for (const entry of planned)
      if (!pending.has(entry) && !isSameAnswers(entry.answers, answersFor(entry))) pending.add(entry)
  }

  function answersFor({ opened, role }: Entry): PlanAnswers {
    return opened && role !== 'none' ? answersAbout(opened.graph.resources, plan) : []
  }

  function planFor(projects: readonly OpenedProject[]): KubernetesPlan {
    const isEmpty = !projects.some((project) => roleIn(project) === 'workloads')
    return isEmpty ? NO_WORKLOADS : planOf(projects, found!.config, book, plan)
  }

  function look(entry: Entry, opened: OpenedProject): void {
    unplace(entry)
    entry.answers = answersFor(entry)
    const known = twin?.today === today ? twin?.lookedAt(opened, found!, book) : undefined
    const inspected =
      known?.inspected && isSameAnswers(known.answers, entry.answers)
        ? known.inspected
        : inspectProject(opened, contextOf(loader, plan))
    entry.inspected = inspected
    entry.files = inspected === known?.inspected ? known.files : foundAtFiles(inspected)
    lookedAt.set(opened, entry)
    for (const path of entry.files.keys()) {
      changed.add(path)
      const there = byFile.get(path)
      if (there) there.add(entry)
      else byFile.set(path, new Set([entry]))
    }
  }

  function contextOf(read: ConfigurationLoader, planned: KubernetesPlan): InspectContext {
    return { loader: read, placed: found!, prices: book, today, plan: planned }
  }

  function unplace(entry: Entry): void {
    for (const path of entry.files.keys()) {
      changed.add(path)
      const there = byFile.get(path)
      there?.delete(entry)
      if (there?.size === 0) byFile.delete(path)
    }
    entry.files = new Map()
  }

  function step(near: Nearness = () => false): boolean {
    settleRoots()
    // Which files are loose manifests is known when all roots have said what they read.
    if (areAllOpened()) settleSets()
    const next = nextOf(near) ?? (planIsKnown ? undefined : afterPlan(near))
    if (!next) return false
    if (!next.opened) open(next)
    if (next.opened && isReady(next)) {
      look(next, next.opened)
      pending.delete(next)
    }
    return true
  }

  function areAllOpened(): boolean {
    for (const { opened } of pending) if (!opened) return false
    return true
  }

  function afterPlan(near: Nearness): Entry | undefined {
    settlePlan()
    return nextOf(near)
  }

  /** Whether anything can be done about an entry before it is known where workloads run. */
  function isReady({ opened, role }: Entry): boolean {
    return !opened || planIsKnown || role === 'none'
  }

  function nextOf(near: Nearness): Entry | undefined {
    let next: Entry | undefined
    for (const entry of pending) {
      if (!isReady(entry)) continue
      next ??= entry
      if (near(entry.spec.root, (path) => entry.reads.touchedBy(path, []))) return entry
    }
    return next
  }

  function readers(path: string): readonly Entry[] {
    return [...entries.values()].filter(({ reads: read }) => read.touchedBy(path, []))
  }

  const workspace: Workspace = {
    loader,
    invalidate,
    step,
    config: settledConfig,
    takeChanged() {
      const taken = changed
      changed = new Set()
      return taken
    },
    at(path) {
      const all = [...(byFile.get(path) ?? [])].map(({ files }) => files.get(path)!)
      const at: AtFile = {
        currency: book.currency?.code ?? US_DOLLAR,
        resources: all.flatMap(({ resources }) => resources),
        called: all.flatMap(({ called }) => called),
        findings: all.flatMap(({ findings }) => findings),
        problems: [
          ...(found?.problems ?? []).filter(({ range }) => range.source.path === path),
          ...all.flatMap(({ problems }) => problems),
        ],
      }
      if (!found) return at
      const projects = [...(byFile.get(path) ?? [])].flatMap(({ inspected }) => inspected ?? [])
      return settleAtFile(at, path, projects, { found, loader, today, isKnown })
    },
    inspection() {
      while (step());
      const all = everything().flatMap(({ inspected }) => inspected ?? [])
      const together = togetherOf(all, book, plan)
      return { ...together, problems: [...found!.problems, ...together.problems] }
    },
    readersOf(path) {
      return togetherOf(
        [...readers(path), ...sets.filter(({ files }) => files.has(path))].flatMap(
          ({ inspected }) => inspected ?? [],
        ),
        book,
        plan,
      )
    },
    files: () => [
      ...new Set([
        ...byFile.keys(),
        ...(found?.problems ?? []).map(({ range }) => range.source.path),
        ...(found?.config.exemptions ?? []).map(({ range }) => range.source.path),
      ]),
    ],
    projectsReading: (path) => readers(path).map(({ spec }) => spec),
    tryText(path, text) {
      const read = (asked: string) => (asked === path ? text : tree.read(asked))
      const other = new ConfigurationLoader({ ...tree, read }, loader)
      const { config } = settledConfig()
      const those = readers(path)
      const tried = those.map(({ spec }) => openRootModule(other, spec, config, readText))
      const others = [...entries.values()].filter((entry) => entry.role !== 'none' && !those.includes(entry))
      const unchanged = sets.flatMap((entry) => entry.opened ?? [])
      const triedSets = readsOfSets.touchedBy(path, [])
        ? manifestProjects({ ...tree, read }, below, found!, { memory: manifests, isRead })
        : unchanged
      const planned = planFor([...others.flatMap((entry) => entry.opened ?? []), ...tried, ...triedSets])
      if (triedSets !== unchanged)
        tried.push(
          ...triedSets.filter(({ loaded }) =>
            loaded.resources.some(({ range }) => range.source.path === path),
          ),
        )
      const inspected = tried.map((project) => inspectProject(project, contextOf(other, planned)))
      return togetherOf(inspected, book, planned)
    },
  }
  sharedBy.set(workspace, {
    memory: manifests,
    tree,
    today,
    readText,
    plan: () => plan,
    opened(spec, other) {
      const entry = entries.get(JSON.stringify(spec))
      return entry?.opened && entry.reads.areAlikeIn(tree, other) ? entry : undefined
    },
    lookedAt(opened, foundThere, bookThere) {
      if (bookThere !== book || !found || !isSameConfig(found, foundThere)) return undefined
      const entry = lookedAt.get(opened)
      return entry?.opened === opened && !pending.has(entry) ? entry : undefined
    },
  })
  return workspace
}

/** The files that a project read and that may be manifests, as one text to compare. */
function manifestsIn(read: ReadsOfProject): string {
  return [...read.files()]
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .sort()
    .join('\n')
}

function newEntry(spec: ProjectSpec, opened?: OpenedProject): Entry {
  const role = opened ? roleIn(opened) : 'none'
  return { spec, reads: reads(), opened, role, inspected: undefined, answers: [], files: new Map() }
}

function specOf({ loaded, folder }: OpenedProject): ProjectSpec {
  return { id: loaded.id, root: folder, variableFiles: [], workspace: 'default' }
}
