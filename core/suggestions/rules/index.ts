import { cheaperRegion } from './cheaper-region.ts'
import { gp3ForGp2 } from './gp3-for-gp2.ts'
import { graviton } from './graviton.ts'
import { idleNotebook } from './idle-notebook.ts'
import { smallerGpu } from './smaller-gpu.ts'
import { spotForTraining } from './spot-for-training.ts'
import type { SuggestionRule } from './suggestion-rule.ts'

export const suggestionRules: readonly SuggestionRule[] = [
  cheaperRegion,
  gp3ForGp2,
  graviton,
  idleNotebook,
  smallerGpu,
  spotForTraining,
]
