import { block, number, string, strings } from '../../domain/reads.ts'
import { instancesForVcpus } from '../ec2-requests.ts'
import { assumption, extra, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/batch/pricing/: Batch is free, what it starts is charged
export const awsBatchComputeEnvironment = pricer(
  {
    type: 'aws_batch_compute_environment',
    reads: {
      type: string('MANAGED'),
      compute_resources: block({
        type: string('EC2'),
        instance_type: strings,
        min_vcpus: number(0),
        desired_vcpus: number(),
        max_vcpus: number(),
      }),
    },
  },
  function* ({ type, compute_resources: resources }, context) {
    // The instances of an unmanaged environment are the user's own resources.
    if (type === 'UNMANAGED' || !resources) return
    const { min_vcpus: low, max_vcpus, instance_type } = resources
    if (resources.type.startsWith('FARGATE')) {
      yield omitted('usageBased', 'Jobs', `charged by vCPU and GB of its jobs, up to ${max_vcpus} vCPUs`)
      return
    }
    const now = resources.desired_vcpus ?? low
    yield* instancesForVcpus(
      {
        instanceTypes: instance_type,
        spot: resources.type === 'SPOT',
        vcpus: now,
        scaling: { low, high: max_vcpus ?? 'unbounded' },
      },
      context,
    )
    const argument = resources.desired_vcpus === undefined ? 'min_vcpus' : 'desired_vcpus'
    yield assumption(`compute environments stay at \`${argument}\``)
    yield extra(omitted('unknown', 'Root volumes', 'their size is not set: the machine image decides'))
  },
)
