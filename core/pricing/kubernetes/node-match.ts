import type { NodeRequirement, NodeSelection, Toleration } from '../../domain/workload.ts'
import type { Taint } from '../../topology/node-pool.ts'
import type { InstanceSpec } from '../price-book.ts'
import { isMachineLabel, machineHas, machineNumber } from './machine-labels.ts'

/** What is known of the nodes that a pod might run on. */
export interface NodeFacts {
  readonly labels: ReadonlyMap<string, string>
  /** Why there may be more labels; undefined where these are all. */
  readonly open: string | undefined
  /** Labels that they have, whatever their values are. */
  readonly unknownLabels?: readonly string[]
  /** The machine type, where one is looked at. */
  readonly spec: InstanceSpec | undefined
}

/** Labels that nodes get when they start: from device plugins, feature discovery and the cloud. */
const DISCOVERED =
  /^(?:nvidia\.com|amd\.com|gpu\.intel\.com|aws\.amazon\.com|feature\.node\.kubernetes\.io)\/|topology|zone$|region$|hostname$/

/** Whether nodes meet all requirements, as far as it can be known: what is not known does not rule them out. */
export function meets(requirements: readonly NodeRequirement[], facts: NodeFacts): boolean {
  return requirements.every((requirement) => isMet(requirement, facts) !== false)
}

/** Undefined where the facts do not say. */
function isMet({ key, operator, values }: NodeRequirement, facts: NodeFacts): boolean | undefined {
  const own = facts.labels.get(key)
  const machine = own === undefined && facts.spec && isMachineLabel(key) ? facts.spec : undefined
  const has = (value: string) =>
    own !== undefined ? own === value : machine && machineHas(machine, key, value)
  const mayHave =
    facts.open !== undefined ||
    facts.unknownLabels?.includes(key) ||
    DISCOVERED.test(key) ||
    (!facts.spec && isMachineLabel(key))
  const exists = own !== undefined || machine !== undefined ? true : mayHave ? undefined : false
  switch (operator) {
    case 'In':
      return exists ? any(values.map(has)) : exists
    case 'NotIn':
      return exists ? negated(any(values.map(has))) : true
    case 'Exists':
      return exists
    case 'DoesNotExist':
      return negated(exists)
    case 'Gt':
    case 'Lt': {
      const number = own !== undefined ? Number(own) : machine && machineNumber(machine, key)
      const bound = Number(values[0])
      if (number === undefined || Number.isNaN(bound)) return exists ? undefined : exists
      return operator === 'Gt' ? number > bound : number < bound
    }
    default:
      return operator satisfies never
  }
}

function any(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

const negated = (answer: boolean | undefined) => (answer === undefined ? undefined : !answer)

/** Taints that keep a pod away unless it tolerates them. */
export function tolerates({ tolerations, open }: NodeSelection, taints: readonly Taint[]): boolean {
  if (open !== undefined) return true
  return taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .every((taint) => tolerations.some((toleration) => toleratesTaint(toleration, taint)))
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
function toleratesTaint({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== '' && effect !== taint.effect) return false
  if (key === undefined || key === '') return operator === 'Exists'
  if (key !== taint.key) return false
  return operator === 'Exists' || (value ?? '') === taint.value
}
