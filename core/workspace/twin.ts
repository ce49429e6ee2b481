import type { ManifestReader } from '../kubernetes/index.ts'
import type { KubernetesPlan } from '../pricing/kubernetes/plan.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { ManifestProjectOptions } from '../projects/manifest-projects.ts'
import type { OpenedProject } from '../projects/open-project.ts'
import type { FoundConfig } from '../settings/find-config.ts'
import type { SourceTree } from '../source/source-tree.ts'
import type { ProjectSpec } from '../terraform/index.ts'
import type { Entry } from './entry.ts'

/** What one workspace tells another that has many of the same texts. */
export interface Twin extends Pick<ManifestProjectOptions, 'memory'> {
  readonly today: string | undefined
  readonly readText: ManifestReader
  readonly plan: () => KubernetesPlan
  /** The root module, opened, of a project that is read from the same texts. */
  opened(spec: ProjectSpec, tree: SourceTree): Pick<Entry, 'opened' | 'reads'> | undefined
  /** What was found out about a project, with the same configuration and prices. */
  lookedAt(opened: OpenedProject, found: FoundConfig, book: PriceBook): Entry | undefined
}

const twins = new WeakMap<object, Twin>()

/** Says what another may be told that is like this workspace. */
export function tell(workspace: object, twin: Twin): void {
  twins.set(workspace, twin)
}

export function toldBy(workspace: object | undefined): Twin | undefined {
  return workspace && twins.get(workspace)
}
