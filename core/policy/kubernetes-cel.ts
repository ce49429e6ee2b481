import type { PolicySchema } from './policy-schema.ts'
import { type Refusal, refusals } from './refusals.ts'
import type { PolicyOptions } from './target.ts'
import { celRefuses, celString } from './text/cel-text.ts'
import { SYSTEM_NAMESPACES, WORKLOAD_RULES } from './workloads.ts'

/** What ValidatingAdmissionPolicy and Kyverno's ValidatingPolicy have in common, down to the field names. */
export function celSpec(policy: PolicySchema, { inheritingNamespaces }: PolicyOptions) {
  const found = refusals(policy, 'kubernetes')
  const tags = variablesOf(found)
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
      { name: 'pods', expression: podsOf('object') },
      { name: 'labels', expression: 'variables.pods.?metadata.?labels.orValue({})' },
      { name: 'annotations', expression: 'variables.pods.?metadata.?annotations.orValue({})' },
      // Labels win; an annotation serves where no label can hold the key or the value.
      ...[...tags].map(([name, variable]) => ({
        name: variable,
        expression: `variables.labels[?${celString(name)}].or(variables.annotations[?${celString(name)}])`,
      })),
      { name: 'before', expression: `${IS_UPDATE} ? (${podsOf('oldObject')}) : {}` },
      { name: 'labels_before', expression: 'variables.before.?metadata.?labels.orValue({})' },
      { name: 'annotations_before', expression: 'variables.before.?metadata.?annotations.orValue({})' },
      { name: 'kept', expression: keptOf([...tags.keys()]) },
    ],
    validations: found.map(({ message, cases }) => ({
      expression: `variables.kept || !(${celRefuses(cases, {
        has: (name) => `variables.${tags.get(name)}.hasValue()`,
        get: (name) => `variables.${tags.get(name)}.value()`,
      })})`,
      message,
      reason: 'Invalid',
    })),
  }
}

/** What was there before is null to the API server where nothing was, and an empty map to Kyverno. */
const IS_UPDATE = 'oldObject != null && has(oldObject.kind)'

const podsOf = (object: string) =>
  `${object}.kind == "CronJob" ? ${object}.spec.jobTemplate.spec.template : (${object}.kind == "Pod" ? ${object} : ${object}.spec.template)`

/**
 * Whether an update leaves alone what is judged. Controllers write to what was there before the policy: they scale old
 * ReplicaSets down and take finalizers off pods, and nothing could be rolled out or deleted if that were refused. All but
 * the tags of a pod changes as it runs.
 */
function keptOf(names: readonly string[]): string {
  const same = (field: string) =>
    `variables.${field}[?name].orValue("") == variables.${field}_before[?name].orValue("")`
  const unchanged = `[${names.map(celString).join(', ')}].all(name, ${same('labels')} && ${same('annotations')})`
  return `${IS_UPDATE} && (object.kind == "Pod" ? ${unchanged} : variables.pods == variables.before)`
}

/** A variable for each name that any case is about. */
function variablesOf(found: readonly Refusal[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  const taken = new Set<string>()
  for (const { name } of found.flatMap(({ cases }) => cases.flat())) {
    if (variables.has(name)) continue
    const words = name.slice(name.lastIndexOf('/') + 1).replace(/[^A-Za-z0-9]+/g, '_')
    let variable = `tag_${words}`
    for (let count = 2; taken.has(variable); count++) variable = `tag_${words}_${count}`
    taken.add(variable)
    variables.set(name, variable)
  }
  return variables
}
