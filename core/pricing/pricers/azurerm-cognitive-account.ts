import { string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/cognitive-services/
export const azurermCognitiveAccount = pricer(
  {
    type: 'azurerm_cognitive_account',
    aliases: ['azurerm_ai_services'],
    reads: { kind: string('AIServices'), sku_name: string('') },
  },
  function* ({ kind, sku_name: sku }) {
    // Free tier; and what is charged of OpenAI is its deployments.
    if (sku === 'F0' || kind === 'OpenAI') return
    yield omitted(
      'usageBased',
      kind,
      'charged by transactions, of a price for each API; models by their deployments',
    )
  },
)
