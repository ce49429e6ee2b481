import type { Finding } from '../../domain/finding.ts'
import { toDollars } from '../../domain/money.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { ResourceChange, Review } from '../../review/review.ts'
import type { Renderer, RenderOptions } from '../renderer.ts'
import { acceptedJson } from './accepted.ts'
import { accountingJson, changeJson, groupJson } from './accounting.ts'
import { printJson } from './document.ts'
import { estimateJson } from './estimate.ts'
import { findingJson, notLoadedJson, problemJson } from './findings.ts'
import { placeOf } from './place.ts'
import { ownerJson } from './resource.ts'
import { tagsJson } from './tags.ts'

/** schema/review.schema.json; docs/json-output.md */
export const jsonReview: Renderer<Review> = (review, options) => {
  const findings = (some: readonly Finding[]) => some.map((finding) => findingJson(finding, options))
  return printJson({
    base: review.base,
    head: review.head,
    verdict: review.verdict,
    total: changeJson(review.total),
    coverage: { before: coverageJson(review.coverage.before), after: coverageJson(review.coverage.after) },
    by: Object.fromEntries(
      Object.entries(review.by).map(([dimension, groups]) => [
        dimension,
        groups.map(({ group, cost }) => ({ ...groupJson(group), cost: changeJson(cost) })),
      ]),
    ),
    modelPhases: review.modelPhases.map(({ model, teams, phases, cost }) => ({
      ...groupJson(model),
      teams,
      phases: phases.map(({ phase, cost }) => ({ ...groupJson(phase), cost: changeJson(cost) })),
      cost: changeJson(cost),
    })),
    ...accountingJson(review, options),
    findings: {
      new: findings(review.findings.new),
      existing: findings(review.findings.existing),
      fixed: findings(review.findings.fixed),
    },
    ...acceptedJson(review, options),
    resources: review.resources.map((change) => resourceChangeJson(change, options)),
    notPriced: review.notPriced.map(({ part, ...rest }) => ({ ...rest, part: part ?? null })),
    inexactMonthlyCost: toDollars(review.inexact),
    assumptions: review.assumptions,
    suggestions: review.suggestions.map(({ range, saves, ...suggestion }) => ({
      ...suggestion,
      ...placeOf(range, options),
      monthlySaving: toDollars(saves),
    })),
    prices: review.prices,
    notes: review.notes,
    problems: review.problems.map((problem) => problemJson(problem, options)),
    notLoaded: review.notLoaded.map((module) => notLoadedJson(module, options)),
  })
}

function coverageJson({ attributed, declared, total, share }: Review['coverage']['before']) {
  return {
    attributed: toDollars(attributed),
    declared: toDollars(declared),
    total: toDollars(total),
    share: share ?? null,
  }
}

function resourceChangeJson(change: ResourceChange, options: RenderOptions) {
  const { project, address, previousAddress, type, action, before, after, cost } = change
  return {
    project,
    address,
    previousAddress: previousAddress ?? null,
    type,
    action,
    cost: changeJson(cost),
    before: before ? sideJson(before, options) : null,
    after: after ? sideJson(after, options) : null,
  }
}

/** One side of a resource; its attributes are what ascribe inspect is for. */
function sideJson(inspected: InspectedResource, options: RenderOptions) {
  const { resource, estimate, cost, owner } = inspected
  return {
    ...placeOf(resource.range, options),
    multiplicityUnknown: resource.multiplicity?.because ?? null,
    ...tagsJson(inspected, options),
    owner: ownerJson(owner, options),
    estimate: estimateJson(estimate, cost),
  }
}
