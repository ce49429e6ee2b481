import type { FoundAt } from '../found-at-files.ts'
import type { InspectedProject } from '../inspect/inspect-project.ts'
import type { PlanAnswers } from '../pricing/kubernetes/plan-answers.ts'
import { type OpenedProject, type PlanRole, roleIn } from '../projects/open-project.ts'
import type { ProjectSpec } from '../terraform/index.ts'
import { type ReadsOfProject, reads } from './reads.ts'

/** What a workspace knows about one project: a root module, or a set of manifests. */
export interface Entry {
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

export function entryOf(spec: ProjectSpec, opened?: OpenedProject): Entry {
  const role = opened ? roleIn(opened) : 'none'
  return { spec, reads: reads(), opened, role, inspected: undefined, answers: [], files: new Map() }
}

/** A set of manifests is opened when it is found. */
export function entryOfSet(opened: OpenedProject): Entry {
  const { loaded, folder } = opened
  return entryOf({ id: loaded.id, root: folder, variableFiles: [], workspace: 'default' }, opened)
}
