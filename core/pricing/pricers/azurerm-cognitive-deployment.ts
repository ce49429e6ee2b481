import { block, maybe, number, string } from '../../domain/reads.ts'
import { type ByUse, byUse } from '../by-use.ts'
import { assumption, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const OPENAI = 'Azure OpenAI Service'

/** By the deployment's type: where its throughput may be used. */
const PROVISIONED: Readonly<Record<string, string>> = {
  ProvisionedManaged: 'regional',
  DataZoneProvisionedManaged: 'data_zone',
  GlobalProvisionedManaged: 'global',
}

const tokens = (model: string, kind: 'input' | 'output'): ByUse => ({
  description: `${model}, ${kind} tokens`,
  serviceName: OPENAI,
  key: `monthly_language_${kind}_tokens`,
  unit: 'tokens',
  sku: `azure_openai/${model}/${kind}`,
  pricingUnit: 'Tokens',
  chargedBy: `${kind} token`,
})

// https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/
export const azurermCognitiveDeployment = pricer(
  {
    type: 'azurerm_cognitive_deployment',
    reads: {
      model: block({ name: string('') }),
      sku: block({ name: string('Standard'), capacity: number(1) }),
      // Before version 4 of the provider.
      scale: maybe(block({ type: string('Standard'), capacity: number(1) })),
    },
  },
  function* ({ model, sku, scale }, context) {
    const name = model?.name ?? ''
    const older = scale.kind === 'known' ? scale.value : undefined
    const type = sku?.name ?? older?.type ?? 'Standard'
    const capacity = sku?.capacity ?? older?.capacity ?? 1
    const kind = PROVISIONED[type]
    if (kind) {
      yield hourly({
        description: `Provisioned throughput (${name}, ${type})`,
        serviceName: OPENAI,
        sku: `azure_openai/ptu/${kind}`,
        pricingUnit: 'PTU-Hours',
        count: capacity,
      })
      yield assumption('provisioned throughput is charged by the hour, without a reservation')
      return
    }
    yield* byUse(tokens(name, 'input'), context)
    yield* byUse(tokens(name, 'output'), context)
  },
)
