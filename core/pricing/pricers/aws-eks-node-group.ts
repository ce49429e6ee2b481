import { block, maybe, number, string, strings } from '../../domain/reads.ts'
import { ebsVolume } from '../ebs-volume.ts'
import { ec2Instances } from '../ec2-instance.ts'
import { nodesForWorkloads } from '../kubernetes/nodes-for-workloads.ts'
import { launchSource } from '../launch-source.ts'
import { assumption, extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
const DEFAULT_INSTANCE_TYPE = 't3.medium'
const DEFAULT_DISK_GIB = 20

// https://aws.amazon.com/eks/pricing/: the node group is free, its instances and their volumes are charged
export const awsEksNodeGroup = pricer(
  {
    type: 'aws_eks_node_group',
    reads: {
      scaling_config: block({ desired_size: number(), min_size: number(), max_size: number() }),
      instance_types: strings,
      capacity_type: string('ON_DEMAND'),
      disk_size: number(),
      ami_type: maybe(string('')),
    },
  },
  function* ({ scaling_config, instance_types, capacity_type, disk_size, ami_type }, context) {
    if (ami_type.kind === 'known' && ami_type.value.startsWith('WINDOWS')) {
      yield omitted('unpriced', 'Nodes', 'the price book holds no Windows prices')
      return
    }
    const desired = scaling_config?.desired_size ?? scaling_config?.min_size
    const count = context.nodes ?? desired
    if (count === undefined) {
      yield omitted('unknown', 'Nodes', '`scaling_config.desired_size` is not set')
      return
    }
    const launch = launchSource(context)
    if (launch.kind === 'unknown' && instance_types.length === 0) {
      yield omitted('unknown', 'Nodes', launch.because)
      return
    }
    const template = launch.kind === 'known' ? launch.value : undefined
    const instanceType = instance_types[0] ?? template?.instanceType ?? DEFAULT_INSTANCE_TYPE
    if (desired === undefined || count > desired) yield assumption(nodesForWorkloads(count, desired))
    else yield assumption('node groups stay at `desired_size`')
    if (instance_types.length > 1)
      yield assumption(`all nodes are ${instanceType}, the first of ${instance_types.length} instance types`)
    const spot = capacity_type === 'SPOT'
    const scaling = { low: scaling_config?.min_size ?? count, high: scaling_config?.max_size ?? count }
    const tenancy = template?.tenancy ?? 'default'
    yield* ec2Instances({ instanceType, tenancy, spot, count, scaling }, context)

    const placement = { count, scaling, rate: 'while-running' } as const
    if (launch.kind === 'unknown') yield* extras([omitted('unknown', 'Volumes', launch.because)])
    else if (template) yield* extras(template.volumes(placement))
    else {
      const size = disk_size ?? DEFAULT_DISK_GIB
      if (disk_size === undefined)
        yield assumption(`${DEFAULT_DISK_GIB} GiB disks, the default of EKS for Linux`)
      // EKS makes them gp2 unless a launch template says otherwise.
      yield* extras(
        ebsVolume({
          name: 'Node volume',
          type: 'gp2',
          size,
          iops: undefined,
          throughput: undefined,
          ...placement,
        }),
      )
    }
  },
)
