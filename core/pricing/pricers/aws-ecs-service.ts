import { block, blocks, number, string, strings } from '../../domain/reads.ts'
import { fargate, taskSize } from '../fargate.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { autoscaling } from '../scaling-target.ts'

const TASK = {
  cpu: string(),
  memory: string(),
  requires_compatibilities: strings,
  ephemeral_storage: block({ size_in_gib: number(20) }),
  runtime_platform: block({ cpu_architecture: string('X86_64'), operating_system_family: string('LINUX') }),
}

// https://aws.amazon.com/ecs/pricing/: on instances a service costs nothing itself
export const awsEcsService = pricer(
  {
    type: 'aws_ecs_service',
    reads: {
      launch_type: string(),
      capacity_provider_strategy: blocks({ capacity_provider: string('') }),
      desired_count: number(1),
      scheduling_strategy: string('REPLICA'),
    },
  },
  function* (
    { launch_type, capacity_provider_strategy: strategy, desired_count, scheduling_strategy },
    context,
  ) {
    const providers = strategy.flatMap((item) =>
      item.kind === 'known' ? [item.value.capacity_provider] : [],
    )
    const onFargate = launch_type === 'FARGATE' || providers.some((name) => name.startsWith('FARGATE'))
    if (!onFargate && (launch_type !== undefined || providers.length > 0)) return
    const definition = linkedResource(context, 'configuredBy', 'task definition')
    if (definition.kind === 'unknown' || definition.value === undefined) {
      const because = definition.kind === 'unknown' ? definition.because : '`task_definition` is not set'
      yield omitted('unknown', 'Tasks', because)
      return
    }
    const task = readFrom(definition.value, TASK)
    if (task.kind === 'unknown') {
      yield omitted('unknown', 'Tasks', task.because)
      return
    }
    // Without a launch type the cluster's default decides; a task that needs Fargate can run nowhere else.
    if (!onFargate && !task.value.requires_compatibilities.includes('FARGATE')) return
    const { cpu, memory, ephemeral_storage, runtime_platform: platform } = task.value
    const vcpu = cpu === undefined ? undefined : taskSize(cpu)
    const gib = memory === undefined ? undefined : taskSize(memory)
    if (vcpu === undefined || gib === undefined) {
      yield omitted(
        'unknown',
        'Tasks',
        `\`${vcpu === undefined ? 'cpu' : 'memory'}\` of ${definition.value.address} is not set`,
      )
      return
    }
    if (scheduling_strategy === 'REPLICA') yield assumption('services stay at `desired_count`')
    if (providers.some((name) => name === 'FARGATE_SPOT'))
      yield assumption('tasks on Fargate Spot, which cost less, are counted at the full price')
    yield* fargate({
      description: 'Tasks',
      vcpu,
      memory: gib,
      ephemeral: ephemeral_storage?.size_in_gib ?? 20,
      arm: platform?.cpu_architecture === 'ARM64',
      windows: platform?.operating_system_family.startsWith('WINDOWS') ?? false,
      count: desired_count,
      scaling: autoscaling(context, ':DesiredCount'),
    })
  },
)
