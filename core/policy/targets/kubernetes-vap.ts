import { celSpec } from '../kubernetes-cel.ts'
import type { PolicyTarget } from '../target.ts'
import { yamlDocuments } from '../text/yaml-text.ts'
import { WORKLOAD_NOTES } from '../workloads.ts'

// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
const API_VERSION = 'admissionregistration.k8s.io/v1'

export const kubernetesVap: PolicyTarget = {
  id: 'kubernetes-vap',
  summary:
    'ValidatingAdmissionPolicy with its binding, in CEL: the API server itself refuses pods without labels.',
  spelling: 'kubernetes',
  apply: 'kubectl apply -f validating-admission-policy.yaml',
  cannot: {},
  notes: ['Kubernetes 1.30 or later.', ...WORKLOAD_NOTES],
  files: (policy, options) => [
    {
      path: 'validating-admission-policy.yaml',
      comment: '#',
      text: yamlDocuments([
        {
          apiVersion: API_VERSION,
          kind: 'ValidatingAdmissionPolicy',
          metadata: { name: 'ascribe-labels' },
          spec: { failurePolicy: 'Fail', ...celSpec(policy, options) },
        },
        {
          apiVersion: API_VERSION,
          kind: 'ValidatingAdmissionPolicyBinding',
          metadata: { name: 'ascribe-labels' },
          spec: {
            policyName: 'ascribe-labels',
            validationActions: options.enforce ? ['Deny'] : ['Warn', 'Audit'],
          },
        },
      ]),
    },
  ],
}
