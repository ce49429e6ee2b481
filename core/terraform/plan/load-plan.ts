import type { Problem } from '../../source/problem.ts'
import { ProblemLog } from '../../source/problem-log.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import type { Move } from '../configuration/module-configuration.ts'
import { type LoadedProject, loadProject, type ProjectSpec } from '../load-project.ts'
import { ChangeReader, type PlanSide } from './change-reader.ts'
import { items, type Json, member, readPlanJson, text } from './plan-json.ts'
import { atPlan, PlanPlaces } from './plan-places.ts'

/** A plan, as `terraform show -json` prints it. */
export interface Plan {
  readonly source: SourceFile
  readonly json: Json
}

/** Resources of one plan beyond which the rest is left out, with a problem that says so. */
const MAX_RESOURCES = 100_000

/** Reads a plan. Throws a `ConfigurationError` where the text is none. */
export function readPlan(source: SourceFile): Plan {
  return { source, json: readPlanJson(source) }
}

/**
 * One side of a plan as what a root module creates. Values are the plan's; places, provenance and references are those
 * of the files, where the tree has them.
 */
export function loadPlan(
  plan: Plan,
  side: PlanSide,
  loader: ConfigurationLoader,
  spec: ProjectSpec,
): LoadedProject {
  const evaluated = loadProject(loader, spec)
  const problems = new ProblemLog()
  for (const problem of incomplete(plan)) problems.add(problem)
  const places = new PlanPlaces(plan.source, loader, spec.root, evaluated.resources)
  const reader = new ChangeReader(plan.json, side, spec.id, places)
  const changes = managedChanges(plan)
  if (changes.length > MAX_RESOURCES)
    problems.add(
      atStart(plan, `the plan has more than ${MAX_RESOURCES} resources. those from here on are left out`),
    )
  return {
    id: spec.id,
    resources: changes.slice(0, MAX_RESOURCES).flatMap((change) => reader.resource(change) ?? []),
    notLoaded: [],
    moves: [...evaluated.moves, ...movesOf(changes)],
    problems: problems.all(),
    assumptions: [],
  }
}

/** Data sources cost nothing, and a deposed object is on its way out under the address of its successor. */
function managedChanges({ json }: Plan): readonly Json[] {
  const deferred = items(json.deferred_changes).map((entry) => member(entry, 'resource_change'))
  return [...items(json.resource_changes), ...deferred].filter(
    (change): change is Json =>
      member(change, 'mode') === 'managed' && member(change, 'deposed') === undefined,
  )
}

function movesOf(changes: readonly Json[]): readonly Move[] {
  return changes.flatMap((change) => {
    const [from, to] = [text(change.previous_address), text(change.address)]
    return from !== undefined && to !== undefined && from !== to ? [{ from, to }] : []
  })
}

function incomplete(plan: Plan): readonly Problem[] {
  const found: Problem[] = []
  if (plan.json.errored === true)
    found.push(atStart(plan, 'planning ended with an error. what is missing in the plan is not reviewed'))
  if (plan.json.complete === false)
    found.push(atStart(plan, 'the plan is not complete: some changes are left to the next plan'))
  return found
}

function atStart({ source }: Plan, message: string): Problem {
  return { severity: 'warning', message, range: atPlan(source) }
}
