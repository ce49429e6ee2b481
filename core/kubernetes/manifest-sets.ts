import type { ChartRenderer, ChartRequest } from '../source/chart.ts'
import type { Problem } from '../source/problem.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { findApplications } from './argo-cd/applications.ts'
import { deploy } from './argo-cd/deploy.ts'
import { discoverManifests, isForClusters, type NotRendered } from './discover.ts'
import { renderedManifests } from './helm/rendered-manifests.ts'
import { buildSources } from './kustomize/build-sources.ts'
import { kustomizations } from './kustomize/kustomizations.ts'
import { type RememberedKustomizations, rememberedKustomizations } from './kustomize/units.ts'
import type { ManifestSet } from './manifest.ts'
import { readManifests } from './read-manifests.ts'
import type { ManifestReader } from './remembered-manifests.ts'

export interface ManifestSetOptions {
  /** Renders charts; without it they are only named. */
  readonly renderChart?: ChartRenderer
  /** Reads the objects of a file; one that remembers keeps what has not changed. */
  readonly readFile?: ManifestReader
  /** What the kustomizations gave the last time. */
  readonly kustomized?: RememberedKustomizations
  /** Files that somebody else reads and applies: they are no loose manifests. */
  readonly isRead?: (path: string) => boolean
  /** Charts that the configuration asks for. Those of Argo CD's applications are asked for besides. */
  readonly charts?: readonly ChartRequest[]
}

export interface ManifestSets {
  readonly sets: readonly ManifestSet[]
  readonly problems: readonly Problem[]
  /** Charts, templates, plugins and remote bases: named once each. */
  readonly notRendered: readonly NotRendered[]
  /** What was taken for granted about a set, by its id. */
  readonly assumptions: ReadonlyMap<string, readonly string[]>
}

/**
 * Everything below a folder that is applied to a cluster, by what is applied together: kustomizations, charts, what Argo
 * CD's applications deploy, and folders of plain manifests. No file is in two of them.
 */
export function manifestSets(
  tree: SourceTree,
  below: string,
  options: ManifestSetOptions = {},
): ManifestSets {
  const { renderChart, readFile = readManifests, isRead = () => false, charts = [] } = options
  const remembered = options.kustomized ?? rememberedKustomizations()
  const sources = buildSources(tree, readFile, remembered)
  const kustomized = kustomizations(tree, below, sources, remembered)
  const isUsed = (path: string) => kustomized.files.has(path) || isRead(path)
  const loose = discoverManifests(tree, below, { isUsed, readFile })
  const sets = new Map<string, ManifestSet>()
  const built = new Set(kustomized.sets.map(({ id }) => id))
  for (const set of loose.sets) {
    // A file beside a kustomization that does not name it is applied by itself, if at all.
    const id = built.has(set.id || '.') ? `${set.id || '.'} (beside its kustomization)` : set.id
    sets.set(id, { ...set, id, folder: set.id, manifests: set.manifests.filter(isForClusters) })
  }
  for (const set of kustomized.sets)
    sets.set(set.id, { ...set, manifests: set.manifests.filter(isForClusters) })
  const found = findApplications(
    [...sets.values()].flatMap(({ manifests }) => manifests),
    tree,
  )
  const problems = new Set<Problem>(loose.problems)
  const notRendered = new Map(loose.notRendered.map((entry) => [entry.path, entry]))
  for (const { path, because, range } of found.unknown) notRendered.set(path, { path, because, range })
  const assumptions = new Map<string, string[]>()
  const requests = [...charts]
  const deployed = new Set<string>()
  for (const application of found.applications) {
    const made = deploy(application, tree, sources, isUsed)
    const id = made.kind === 'set' ? made.set.id : made.request.chart
    note(
      assumptions,
      id,
      `Argo CD's application "${application.name}" is taken to deploy ${id} of this repository`,
    )
    if (made.kind === 'chart') {
      requests.push(made.request)
      continue
    }
    // What an application deploys is no loose folder besides. Two that deploy the same deploy it twice.
    for (const covered of made.covered) if (!deployed.has(covered)) sets.delete(covered)
    const before = deployed.has(id) ? sets.get(id)!.manifests : []
    sets.set(id, { ...made.set, manifests: [...before, ...made.set.manifests] })
    deployed.add(id)
  }
  for (const request of requests) {
    const path = request.chart === '' ? 'Chart.yaml' : `${request.chart}/Chart.yaml`
    const result = renderChart?.(request)
    if (result?.kind !== 'rendered') {
      const because = result?.because ?? 'a Helm chart has to be rendered first, and helm is not allowed here'
      notRendered.set(path, { path, because, range: request.range })
      continue
    }
    const rendered = renderedManifests(result.text, request.chart, tree, request.range)
    for (const problem of rendered.problems) problems.add(problem)
    const before = sets.get(request.chart)?.manifests ?? []
    sets.set(request.chart, {
      id: request.chart || '.',
      kind: 'chart',
      manifests: [...before, ...rendered.manifests],
    })
    notRendered.delete(path)
  }
  for (const { path, because, range } of sources.notReads()) notRendered.set(path, { path, because, range })
  for (const problem of sources.problems()) problems.add(problem)
  return {
    sets: [...sets.values()].filter(({ manifests }) => manifests.length > 0),
    problems: [...problems],
    notRendered: [...notRendered.values()],
    assumptions,
  }
}

function note(assumptions: Map<string, string[]>, id: string, text: string): void {
  const notes = assumptions.get(id)
  if (notes) notes.push(text)
  else assumptions.set(id, [text])
}
