import { hourly, mapScaling, type Part, type Scaling } from './part.ts'

export interface FargateTasks {
  readonly description: string
  /** Of each task. */
  readonly vcpu: number
  /** GiB of each task. */
  readonly memory: number
  /** GiB of each task; 20 are included. */
  readonly ephemeral: number
  readonly arm: boolean
  readonly windows: boolean
  readonly count: number
  readonly scaling?: Scaling | undefined
}

const INCLUDED_EPHEMERAL_GIB = 20

/** https://aws.amazon.com/fargate/pricing/ */
export function* fargate(tasks: FargateTasks): Generator<Part> {
  const { description, vcpu, memory, ephemeral, arm, windows, count, scaling } = tasks
  const platform = windows ? '/windows' : arm ? '/arm' : ''
  const each = (what: string, sku: string, units: number, pricingUnit: string): Part =>
    hourly({
      description: `${description}, ${what}`,
      serviceName: 'Amazon Elastic Container Service',
      sku,
      count: units * count,
      scaling: scaling && mapScaling(scaling, (tasks) => tasks * units),
      pricingUnit,
    })
  yield each(`${vcpu} vCPU`, `ecs/fargate${platform}/vcpu`, vcpu, 'vCPU-Hours')
  yield each(`${memory} GiB`, `ecs/fargate${platform}/memory`, memory, 'GB-Hours')
  const more = ephemeral - INCLUDED_EPHEMERAL_GIB
  if (more > 0)
    yield each('ephemeral storage above 20 GiB', 'ecs/fargate/ephemeral_storage', more, 'GB-Hours')
}

/** `1024`, `1 vCPU`, `2048`, `2 GB`: a size as ECS and App Runner write it, in vCPUs or GB. */
export function taskSize(written: string): number | undefined {
  const match = /^([\d.]+)\s*(vcpu|gb)?$/i.exec(written.trim())
  if (!match) return undefined
  return match[2] ? Number(match[1]) : Number(match[1]) / 1024
}
