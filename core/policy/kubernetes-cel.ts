import type { PolicySchema } from './policy-schema.ts'
import { refusals } from './refusals.ts'
import type { PolicyOptions } from './target.ts'
import { type CelLabels, celRefuses, celString } from './text/cel-text.ts'
import { SYSTEM_NAMESPACES, WORKLOAD_RULES } from './workloads.ts'

/** What ValidatingAdmissionPolicy and Kyverno's ValidatingPolicy have in common, down to the field names. */
export function celSpec(policy: PolicySchema, { inheritingNamespaces }: PolicyOptions) {
  return {
    matchConstraints: {
      namespaceSelector: {
        matchExpressions: [
          {
            key: 'kubernetes.io/metadata.name',
            operator: 'NotIn',
            values: [...new Set([...SYSTEM_NAMESPACES, ...inheritingNamespaces])].sort(),
          },
        ],
      },
      resourceRules: WORKLOAD_RULES,
    },
    variables: [
      {
        name: 'pods',
        expression:
          'object.kind == "CronJob" ? object.spec.jobTemplate.spec.template : (object.kind == "Pod" ? object : object.spec.template)',
      },
      { name: 'labels', expression: mapOf('labels') },
      { name: 'annotations', expression: mapOf('annotations') },
    ],
    validations: refusals(policy, 'kubernetes').map(({ message, cases }) => ({
      expression: `!(${celRefuses(cases, LABELS)})`,
      message,
      reason: 'Invalid',
    })),
  }
}

function mapOf(field: string): string {
  return `has(variables.pods.metadata) && has(variables.pods.metadata.${field}) ? variables.pods.metadata.${field} : {}`
}

/** Labels win; an annotation serves where no label can hold the key or the value. */
const LABELS: CelLabels = {
  has: (name) => {
    const key = celString(name)
    return `(${key} in variables.labels || ${key} in variables.annotations)`
  },
  get: (name) => {
    const key = celString(name)
    return `(${key} in variables.labels ? variables.labels[${key}] : variables.annotations[${key}])`
  },
}
