import { block, texts } from '../../domain/reads.ts'
import { ceilingParts } from '../kubernetes/pool-ceiling.ts'
import { pricer } from '../pricer.ts'

// https://karpenter.sh/docs/concepts/nodepools/#speclimits
export const karpenterNodePool = pricer(
  { type: 'karpenter.sh/NodePool', reads: { spec: block({ limits: texts }) } },
  function* ({ spec }, context) {
    yield* ceilingParts(spec?.limits, context)
  },
)
