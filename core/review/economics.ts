import type { Allocated } from '../attribution/allocate.ts'
import { modelCosts } from '../attribution/model-cost.ts'
import { type UnitEconomics, unitEconomics } from '../attribution/unit-economics.ts'
import type { Config } from '../config/config.ts'
import type { InspectedResource } from './inspection.ts'

/** What models' money buys, before and after, by the catalogue of the side that decides. */
export interface Economics {
  /** The environments whose costs count. */
  readonly environments: readonly string[]
  /** The catalogue's models that cost something on either side and whose use or value is stated, in its order. */
  readonly models: readonly ModelEconomics[]
}

export interface ModelEconomics {
  readonly model: string
  readonly team: string | undefined
  readonly before: UnitEconomics
  readonly after: UnitEconomics
}

/** One side, and who carries its money. */
export interface AllocatedSide {
  readonly allocated: Allocated
  readonly resources: readonly InspectedResource[]
}

export function economicsOf(before: AllocatedSide, after: AllocatedSide, config: Config): Economics {
  const { economics, models } = config
  const costOf = (side: AllocatedSide) => modelCosts(side.allocated.allocations, side.resources, economics)
  const [costBefore, costAfter] = [costOf(before), costOf(after)]
  return {
    environments: economics.environments,
    models: [...models].flatMap(([name, model]): ModelEconomics[] => {
      if (model.monthlyPredictions === undefined && model.monthlyValue === undefined) return []
      const [was, is] = [costBefore(name), costAfter(name)]
      if (was.cost === 0 && is.cost === 0) return []
      return [
        {
          model: name,
          team: model.team,
          before: unitEconomics(was, model, economics),
          after: unitEconomics(is, model, economics),
        },
      ]
    }),
  }
}
