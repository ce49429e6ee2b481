import * as z from 'zod'

/** What a report says beyond prices, with a limit on everything; reports of before it was there say nothing of it. */
export function accountingSchema(
  change: z.ZodType<{
    before: number
    after: number
    delta: number
    atLeast: { before: boolean; after: boolean }
  }>,
  text: z.ZodString,
  dollars: z.ZodNumber,
) {
  const kind = z.enum(['known', 'missing', 'unknown', 'unallocated'])
  const phase = z.object({ kind: z.enum(['known', 'missing', 'unknown']), value: text.nullable() })
  const group = z.object({ kind, value: text.nullable() })
  const groups = z.array(group.extend({ cost: change })).max(20_000)
  const ratio = z.number().nullable()
  const level = z.enum(['within', 'warn', 'over'])
  const unit = z.object({
    cost: dollars,
    atLeast: z.boolean(),
    perPrediction: ratio,
    perThousand: ratio,
    roi: ratio,
    efficiency: z.enum(['HIGH_ROI', 'MODERATE_ROI', 'LOW_ROI', 'LOSS_MAKING', 'unknown']),
    score: ratio,
    parts: z.object({ roi: ratio, benchmark: ratio }),
    grade: z.enum(['A', 'B', 'C', 'D', 'unknown']),
    priority: z.enum(['LOW', 'MEDIUM', 'HIGH', 'unknown']),
    because: z.array(text).max(20),
  })
  return {
    owned: z
      .array(z.object({ model: group, team: group, phase, direct: change, withShared: change }))
      .max(20_000)
      .default([]),
    sharing: z
      .object({
        pools: z
          .array(
            z.object({
              name: text,
              methodology: text,
              amount: change,
              shared: change,
              kept: change,
              unallocated: change,
              because: text.nullable(),
            }),
          )
          .max(500),
        byModel: groups,
        byTeam: groups,
      })
      .default({ pools: [], byModel: [], byTeam: [] }),
    budgets: z
      .array(
        z.object({
          of: z.enum(['repository', 'environment', 'team', 'model']),
          name: text,
          amount: dollars,
          cost: change,
          share: z.object({ before: ratio, after: ratio }),
          level: z.object({ before: level, after: level }),
          file: text,
          line: z.int().min(1).max(1_000_000),
        }),
      )
      .max(20_000)
      .default([]),
    economics: z
      .object({
        environments: z.array(text).max(500),
        models: z
          .array(z.object({ model: text, team: text.nullable(), before: unit, after: unit }))
          .max(20_000),
      })
      .default({ environments: [], models: [] }),
    approval: z
      .object({ above: dollars, teams: z.array(text).max(1_000), reviewers: z.array(text).max(1_000) })
      .nullable()
      .default(null),
  }
}
