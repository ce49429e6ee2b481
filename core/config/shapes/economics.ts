import * as z from 'zod'
import { score, texts } from './values.ts'

export const economics = z.strictObject({
  environments: texts
    .min(1)
    .optional()
    .describe('Whose costs count, `*` allowed. Default: `[production, prod]`.'),
  grades: z
    .strictObject({ A: score.optional(), B: score.optional(), C: score.optional() })
    .optional()
    .describe('The score above which a model has the grade. Default: `{ A: 0.8, B: 0.6, C: 0.4 }`.'),
})
