import { z } from 'zod'
import { dollars, place } from './parts.ts'

const unit = z
  .object({
    cost: dollars.describe('In the environments that count, shared costs included.'),
    atLeast: z.boolean(),
    perPrediction: z.number().nullable().describe('Null where it is not known.'),
    perThousand: z.number().nullable().describe('Null where it is not known.'),
    roi: z.number().nullable().describe('(value − cost) / cost.'),
    efficiency: z.enum(['HIGH_ROI', 'MODERATE_ROI', 'LOW_ROI', 'LOSS_MAKING', 'unknown']),
    score: z.number().min(0).max(1).nullable(),
    parts: z
      .object({ roi: z.number().nullable(), benchmark: z.number().nullable() })
      .describe('What the score is made of, 0 to 1; null parts are left out of it.'),
    grade: z.enum(['A', 'B', 'C', 'D', 'unknown']),
    priority: z.enum(['LOW', 'MEDIUM', 'HIGH', 'unknown']),
    because: z.array(z.string()).describe('What is not known, a reason each.'),
  })
  .meta({ id: 'unitEconomics' })

/** What a review says beyond prices. */
export function accounting(change: z.ZodType) {
  const shared = {
    kind: z
      .enum(['known', 'missing', 'unknown', 'unallocated'])
      .describe('`unallocated`: a part of a pool that its rule gives to nobody.'),
    value: z.string().nullable().describe('null unless known.'),
  }
  const group = z.object(shared)
  const groups = z.array(z.object({ ...shared, cost: change }))
  const level = z.enum(['within', 'warn', 'over'])
  return {
    owned: z
      .array(z.object({ model: group, team: group, phase: group, direct: change, withShared: change }))
      .describe('Money by model, team and phase; `direct` and `withShared` each add up to the total.'),
    sharing: z
      .object({
        pools: z.array(
          z.object({
            name: z.string(),
            methodology: z.string().describe('How it is split, in a sentence.'),
            amount: change,
            shared: change.describe('Given to teams.'),
            kept: change.describe("Left with the pool's own owners."),
            unallocated: change,
            because: z.string().nullable().describe('Why some of it is given to nobody.'),
          }),
        ),
        byModel: groups,
        byTeam: groups,
      })
      .describe('The same money with shared costs given to who causes them; each list adds up to the total.'),
    budgets: z.array(
      z.object({
        of: z.enum(['repository', 'environment', 'team', 'model']),
        name: z.string().describe('Empty for the repository.'),
        amount: dollars,
        cost: change.describe("What counts against it; a team's and a model's with shared costs."),
        share: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
        level: z.object({ before: level, after: level }),
        ...place,
      }),
    ),
    economics: z.object({
      environments: z.array(z.string()).describe('Whose costs count.'),
      models: z.array(
        z.object({ model: z.string(), team: z.string().nullable(), before: unit, after: unit }),
      ),
    }),
    approval: z
      .object({
        above: dollars,
        teams: z.array(z.string()).describe('Whose costs rise, most first.'),
        reviewers: z.array(z.string()).describe('Whom those teams name in the catalogue.'),
      })
      .nullable()
      .describe('Set where the change is above `checks.approve-above`.'),
  }
}
