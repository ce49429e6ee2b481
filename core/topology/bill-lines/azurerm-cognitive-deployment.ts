import { allTagsOf, type BillRule, unseen } from './bill-line.ts'

// https://learn.microsoft.com/azure/ai-services/openai/how-to/manage-costs: usage is billed to the account
export const azurermCognitiveDeployment: BillRule = {
  type: 'azurerm_cognitive_deployment',
  summary:
    'Is billed as its account is, with the tags of `azurerm_cognitive_account`; it has none of its own.',
  lines: (resource, graph) => {
    const account = graph.targets(resource, 'partOf')
    return [
      {
        what: 'deployments',
        tags:
          account.kind === 'linked'
            ? account.resources.slice(0, 1).map(allTagsOf)
            : [unseen(account.kind === 'unknown' ? account.because : 'its account is not set')],
        remedy: 'write them on its account',
      },
    ]
  },
}
