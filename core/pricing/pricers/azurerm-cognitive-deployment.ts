import { block, maybe, number, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { type ByUse, byUse } from '../by-use.ts'
import { assumption, hourly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

const OPENAI = 'Azure OpenAI Service'

/** By the deployment's type: where its throughput may be used. */
const PROVISIONED: Readonly<Record<string, string>> = tableOf({
  ProvisionedManaged: 'regional',
  DataZoneProvisionedManaged: 'data_zone',
  GlobalProvisionedManaged: 'global',
})

/** What is counted, and the part of the model's price that it has. Keys are Infracost's. */
const TOKENS = {
  input: { key: 'monthly_language_input_tokens', what: 'input token' },
  cache_read: { key: 'monthly_language_cached_input_tokens', what: 'cached input token' },
  output: { key: 'monthly_language_output_tokens', what: 'output token' },
} as const
const EMBEDDED = { key: 'monthly_text_embedding_tokens', what: 'token' }

// https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/
export const azurermCognitiveDeployment = pricer(
  {
    type: 'azurerm_cognitive_deployment',
    reads: {
      model: block({ name: string(''), version: maybe(string('')) }),
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
    if (/Batch$/.test(type)) {
      yield omitted(
        'usageBased',
        `${name}, ${type}`,
        'charged by token, of which the price book has no batch price',
      )
      return
    }
    const version = model?.version.kind === 'known' ? model.version.value : ''
    yield* tokens(name, version, type, context)
  },
)

function* tokens(name: string, version: string, type: string, context: PricingContext): Generator<Part> {
  const dated = `${name}-${version}`.toLowerCase()
  const model = context.price(`azure_openai/${dated}/input`) ? dated : name.toLowerCase()
  if (!type.startsWith('Global') && context.price(`azure_openai/${model}/input`))
    yield assumption('a token costs what it costs in a global deployment')
  const use = (part: keyof typeof TOKENS, { key, what }: { key: string; what: string }): ByUse => ({
    description: `${model}, ${what}s`,
    serviceName: OPENAI,
    key,
    unit: 'tokens',
    sku: `azure_openai/${model}/${part}`,
    pricingUnit: 'Tokens',
    chargedBy: what,
  })
  if (name.startsWith('text-embedding')) {
    yield* byUse(use('input', EMBEDDED), context)
    return
  }
  yield* byUse(use('input', TOKENS.input), context)
  // What has no price of its own is charged as any other input.
  if (context.price(`azure_openai/${model}/cache_read`))
    yield* byUse(use('cache_read', TOKENS.cache_read), context)
  yield* byUse(use('output', TOKENS.output), context)
}
