import { celSpec } from '../kubernetes-cel.ts'
import type { PolicyTarget } from '../target.ts'
import { yamlDocuments } from '../text/yaml-text.ts'
import { WORKLOAD_NOTES } from '../workloads.ts'

// https://kyverno.io/docs/policy-types/validating-policy
export const kyverno: PolicyTarget = {
  id: 'kyverno',
  summary:
    'Kyverno ValidatingPolicy, in CEL: refuses pods without labels, and reports on those that run already.',
  spelling: 'kubernetes',
  apply:
    'kubectl apply -f validating-policy.yaml; in a pipeline: kyverno apply validating-policy.yaml --resource FILE',
  cannot: {},
  notes: ['Kyverno 1.17 or later: ClusterPolicy is deprecated since.', ...WORKLOAD_NOTES],
  files: (policy, options) => [
    {
      path: 'validating-policy.yaml',
      comment: '#',
      text: yamlDocuments([
        {
          apiVersion: 'policies.kyverno.io/v1',
          kind: 'ValidatingPolicy',
          metadata: { name: 'ascribe-labels' },
          spec: {
            validationActions: [options.enforce ? 'Deny' : 'Audit'],
            // The pods of controllers are judged by the expressions themselves.
            autogen: { podControllers: { controllers: [] } },
            ...celSpec(policy, options),
          },
        },
      ]),
    },
  ],
}
