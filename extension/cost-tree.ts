import { amountText, signOf, usd } from '../core/index.ts'
import type { ModelCost, PhaseCost, Place, Summary } from './protocol.ts'

export type Grouping = 'model' | 'team'

/** One row of the tree of costs: a team, a model, a phase or, at the leaves, a resource with its place. */
export interface CostNode {
  readonly kind: 'team' | 'model' | 'phase' | 'resource'
  /** Unique in the tree and the same after each change, so that what is unfolded stays so. */
  readonly id: string
  readonly label: string
  /** `$2,056`, and for a model its team. */
  readonly description: string
  readonly cost: number
  readonly place?: Place
  readonly children: readonly CostNode[]
}

const NO_TEAM = 'no team'

/** The rows, dearest first. */
export function costTree(summary: Summary, grouping: Grouping): readonly CostNode[] {
  const sign = signOf(summary.currency)
  if (grouping === 'model') return dearestFirst(summary.models.map((model) => modelNode(model, '', sign)))
  const teams = new Map<string, ModelCost[]>()
  for (const model of summary.models) {
    const team = model.team ?? NO_TEAM
    teams.set(team, [...(teams.get(team) ?? []), model])
  }
  return dearestFirst(
    [...teams].map(([team, models]) => {
      const id = `team/${team}`
      const children = models.map((model) => ({
        ...modelNode(model, id, sign),
        description: money(model.total, sign),
      }))
      return node('team', id, team, sum(models), '', dearestFirst(children), sign)
    }),
  )
}

function modelNode(model: ModelCost, parent: string, sign: string): CostNode {
  const id = `${parent}/model/${model.name}/${model.team ?? ''}`
  const phases = model.phases.map((phase) => phaseNode(phase, id, sign))
  return node('model', id, model.name, model.total, model.team ?? '', dearestFirst(phases), sign)
}

function phaseNode(phase: PhaseCost, parent: string, sign: string): CostNode {
  const id = `${parent}/phase/${phase.name}`
  const resources = phase.resources.map(({ address, cost, uri, range }) => ({
    ...node('resource', `${id}/${uri}/${address}`, address, cost, '', [], sign),
    place: { uri, range },
  }))
  return node('phase', id, phase.name, phase.total, '', dearestFirst(resources), sign)
}

function node(
  kind: CostNode['kind'],
  id: string,
  label: string,
  cost: number,
  note: string,
  children: readonly CostNode[],
  sign: string,
): CostNode {
  return {
    kind,
    id,
    label,
    cost,
    description: [money(cost, sign), note].filter(Boolean).join(' · '),
    children,
  }
}

function money(amount: number, sign: string): string {
  return amountText(usd(amount), sign)
}

function sum(models: readonly ModelCost[]): number {
  return models.reduce((total, model) => total + model.total, 0)
}

function dearestFirst(nodes: readonly CostNode[]): readonly CostNode[] {
  return nodes.toSorted((a, b) => b.cost - a.cost || (a.label < b.label ? -1 : 1))
}
