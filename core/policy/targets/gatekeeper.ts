import { NOT_BLANK } from '../re2.ts'
import { refusals } from '../refusals.ts'
import type { PolicyTarget } from '../target.ts'
import { REGO_RULES } from '../text/rego-text.ts'
import { yamlDocuments } from '../text/yaml-text.ts'
import { SYSTEM_NAMESPACES, WORKLOAD_KINDS, WORKLOAD_NOTES } from '../workloads.ts'

// https://open-policy-agent.github.io/gatekeeper/website/docs/constrainttemplates
const REGO = `package ascribe.labels

import future.keywords.contains
import future.keywords.every
import future.keywords.if
import future.keywords.in

violation contains {"msg": refusal.message} if {
	not kept
	some refusal in input.parameters.refusals
	refused(refusal, tags_of(input.review.object))
}

# Controllers write to what was there before the policy: they scale old ReplicaSets down and take finalizers off pods.
# An update that leaves alone what is judged is let through. All but the tags of a pod changes as it runs.
kept if {
	input.review.operation == "UPDATE"
	input.review.object.kind != "Pod"
	pods_of(input.review.object) == pods_of(input.review.oldObject)
}

kept if {
	input.review.operation == "UPDATE"
	input.review.object.kind == "Pod"
	after := tags_of(input.review.object)
	before := tags_of(input.review.oldObject)
	every name in names {
		object.get(after, name, null) == object.get(before, name, null)
	}
}

names := {atom.name |
	some refusal in input.parameters.refusals
	some atoms in refusal.cases
	some atom in atoms
}

pods_of(workload) := workload.spec.jobTemplate.spec.template if workload.kind == "CronJob"

pods_of(workload) := workload if workload.kind == "Pod"

pods_of(workload) := workload.spec.template if not workload.kind in {"CronJob", "Pod"}

# Labels win; an annotation serves where no label can hold the key or the value.
tags_of(workload) := object.union(nested(workload, "annotations"), nested(workload, "labels"))

nested(workload, field) := found if {
	found := object.get(pods_of(workload), ["metadata", field], {})
	is_object(found)
} else := {}

not_blank := input.parameters.notBlank

${REGO_RULES}`

export const gatekeeper: PolicyTarget = {
  id: 'gatekeeper',
  summary:
    'Gatekeeper ConstraintTemplate and constraint: refuses pods without labels, and audits those that run.',
  spelling: 'kubernetes',
  apply: 'kubectl apply -f constraint-template.yaml, then -f constraint.yaml; in a pipeline: gator test',
  cannot: {},
  notes: [
    'The template is the same for every schema; what ascribe.yml says are the parameters of the constraint.',
    ...WORKLOAD_NOTES,
  ],
  files: (policy, options) => [
    {
      path: 'constraint-template.yaml',
      comment: '#',
      text: yamlDocuments([TEMPLATE]),
    },
    {
      path: 'constraint.yaml',
      comment: '#',
      text: yamlDocuments([
        {
          apiVersion: 'constraints.gatekeeper.sh/v1beta1',
          kind: 'AscribeLabels',
          metadata: { name: 'ascribe-labels' },
          spec: {
            enforcementAction: options.enforce ? 'deny' : 'dryrun',
            match: {
              kinds: WORKLOAD_KINDS,
              excludedNamespaces: [
                ...new Set([...SYSTEM_NAMESPACES, ...options.inheritingNamespaces]),
              ].sort(),
            },
            parameters: {
              notBlank: NOT_BLANK,
              refusals: refusals(policy, 'kubernetes').map(({ message, cases }) => ({ message, cases })),
            },
          },
        },
      ]),
    },
  ],
}

const TEMPLATE = {
  apiVersion: 'templates.gatekeeper.sh/v1',
  kind: 'ConstraintTemplate',
  metadata: { name: 'ascribelabels' },
  spec: {
    crd: {
      spec: {
        names: { kind: 'AscribeLabels' },
        validation: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              notBlank: { type: 'string' },
              refusals: {
                type: 'array',
                items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
              },
            },
          },
        },
      },
    },
    targets: [{ target: 'admission.k8s.gatekeeper.sh', rego: REGO.trimEnd() }],
  },
}
