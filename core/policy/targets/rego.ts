import type { Target } from '../../config/spelling.ts'
import type { PolicySchema } from '../policy-schema.ts'
import { NOT_BLANK } from '../re2.ts'
import { type Atom, refusals } from '../refusals.ts'
import type { PolicyOptions, PolicyTarget } from '../target.ts'
import { REGO_RULES, regoTerm } from '../text/rego-text.ts'

const SPELLINGS = ['aws', 'azure', 'google'] as const satisfies readonly Target[]

export const rego: PolicyTarget = {
  id: 'rego',
  summary: "Rego for conftest or OPA, on a Terraform plan's JSON: fails the plan stage of a pipeline.",
  spelling: 'aws',
  apply: 'terraform show -json plan.out > plan.json; conftest test --policy policy plan.json',
  cannot: {},
  notes: [
    'Without --enforce the rules are warn, which conftest prints and lets pass; with it they are deny.',
    'Judged are resources that a plan creates or updates and whose types cost money, by the list in the file; a value that is known after apply only is never refused.',
    'Azure takes Team and team for one tag: the rules for azurerm compare keys in lower case.',
    'Tags of children (volumes, launched instances) and the way to the bill stay with Ascribe, and so do Kubernetes objects in a plan.',
  ],
  files: (policy, options) => [
    {
      path: 'policy/ascribe.rego',
      comment: '#',
      text: `package main

import future.keywords.contains
import future.keywords.every
import future.keywords.if
import future.keywords.in

${options.enforce ? 'deny' : 'warn'} contains msg if {
	some resource in input.resource_changes
	judged(resource)
	place := places[_]
	resource.type in place.types
	tags := tags_of(resource, place)
	some refusal in refusals[place.spelling]
	refused(refusal, tags)
	msg := sprintf("%s: %s", [resource.address, refusal.message])
}

judged(resource) if {
	resource.mode == "managed"
	some action in resource.change.actions
	action in {"create", "update"}
}

# By key. A value that is known after apply only is null, which no rule refuses; where all are, there is no answer.
tags_of(resource, place) := spelled(place, object.union(known, unknown)) if {
	later := object.get(resource.change, "after_unknown", {})
	path := path_of(resource.change.after, later, place)
	not object.get(later, path, false) == true
	known := written(object.get(resource.change.after, path, null), place)
	unknown := {key: null | some key, value in object.get(later, path, {}); value == true}
}

# Of the places where a type may have its tags, the first that the plan has.
path_of(after, later, place) := found[0] if {
	candidates := [path |
		some path in place.paths
		is_there(after, later, path)
	]
	found := array.concat(candidates, [place.paths[0]])
}

is_there(after, _, path) if object.get(after, path, null) != null

is_there(_, later, path) if object.get(later, path, null) == true

written(tags, place) := {key: value |
	place.style == "map"
	some key, value in tags
	value != null
} if {
	is_object(tags)
}

written(tags, place) := {tag.key: tag.value |
	place.style == "pairs"
	some tag in tags
	tag.value != null
} if {
	is_array(tags)
}

written(tags, _) := {} if {
	not is_object(tags)
	not is_array(tags)
}

spelled(place, tags) := tags if place.spelling != "azure"

# Azure takes Team and team for one tag.
spelled(place, tags) := {lower(key): max(same) |
	place.spelling == "azure"
	some key, _ in tags
	same := {value | some other, value in tags; lower(other) == lower(key)}
} if {
	place.spelling == "azure"
}

${REGO_RULES}
not_blank := ${JSON.stringify(NOT_BLANK)}

refusals := ${regoTerm(refusalsBySpelling(policy))}

places := ${regoTerm(placesOf(options))}
`,
    },
  ],
}

function refusalsBySpelling(policy: PolicySchema) {
  return Object.fromEntries(
    SPELLINGS.map((spelling) => [
      spelling,
      refusals(policy, spelling).map(({ message, cases }) => ({
        message,
        cases: spelling === 'azure' ? cases.map((atoms) => atoms.map(inLowerCase)) : cases,
      })),
    ]),
  )
}

const inLowerCase = (atom: Atom): Atom => ({ ...atom, name: atom.name.toLowerCase() })

interface Place {
  readonly spelling: Target
  readonly style: 'map' | 'pairs'
  readonly paths: readonly (readonly (string | number)[])[]
  readonly types: string[]
}

/** Types with their tags in the same place, together. */
function placesOf({ taggedTypes }: PolicyOptions): readonly Place[] {
  const places = new Map<string, Place>()
  for (const { type, path, merged, style, spelling } of taggedTypes) {
    if (spelling === 'kubernetes') continue
    const steps = path.split('.')
    // A block is a list of one object in a plan; an attribute is the object itself.
    const inBlocks = steps.flatMap((step, index) => (index === steps.length - 1 ? [step] : [step, 0]))
    const paths = [
      ...(merged === undefined ? [] : [[merged]]),
      steps,
      ...(steps.length > 1 ? [inBlocks] : []),
    ]
    const key = JSON.stringify([spelling, style, paths])
    const place = places.get(key) ?? { spelling, style, paths, types: [] }
    place.types.push(type)
    places.set(key, place)
  }
  return [...places.values()]
}
