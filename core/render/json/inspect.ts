import type { Inspection } from '../../review/inspection.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'
import { notLoadedJson, problemJson } from './findings.ts'
import { resourceJson } from './resource.ts'

/** schema/inspect.schema.json; docs/json-output.md */
export const jsonInspect: Renderer<Inspection> = (inspection, options) =>
  printJson({
    projects: inspection.projects,
    prices: inspection.prices,
    resources: inspection.resources.map((inspected) => resourceJson(inspected, options)),
    problems: inspection.problems.map((problem) => problemJson(problem, options)),
    assumptions: inspection.assumptions,
    notLoaded: inspection.notLoaded.map((module) => notLoadedJson(module, options)),
  })
