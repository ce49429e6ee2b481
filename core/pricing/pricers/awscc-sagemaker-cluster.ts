import { block, blocks, isSet, number, type Read, type Reading, string } from '../../domain/reads.ts'
import { extra, hourly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER, sagemakerStorage } from '../sagemaker.ts'

const GROUP = {
  instance_group_name: string('unnamed'),
  instance_type: string(),
  instance_count: number(0),
  training_plan_arn: isSet,
  capacity_requirements: block({ spot: isSet }),
  instance_storage_configs: blocks({
    ebs_volume_config: block({ volume_size_in_gb: number() }),
  }),
}
const GROUPS = blocks(GROUP)

// HyperPod; hashicorp/aws has no resource for it. https://aws.amazon.com/sagemaker/ai/pricing/
export const awsccSagemakerCluster = pricer(
  {
    type: 'awscc_sagemaker_cluster',
    reads: { instance_groups: GROUPS, restricted_instance_groups: GROUPS },
  },
  function* ({ instance_groups, restricted_instance_groups }) {
    for (const group of [...instance_groups, ...restricted_instance_groups])
      if (group.kind === 'unknown') yield omitted('unknown', 'Instances', group.because)
      else yield* groupParts(group.value)
  },
)

function* groupParts(group: Read<typeof GROUP>): Generator<Part> {
  const { instance_group_name: name, instance_type, instance_count: count } = group
  const description = `Instances (${name}, ${count} × ${instance_type})`
  if (instance_type === undefined)
    yield omitted('unknown', 'Instances', `\`instance_type\` of the group ${name} is not set`)
  else if (group.training_plan_arn)
    yield omitted('unpriced', description, 'it runs on the reserved capacity of a training plan')
  else if (group.capacity_requirements?.spot)
    yield omitted('unpriced', description, 'no price for spot capacity of HyperPod')
  else yield hourly({ description, serviceName: SAGEMAKER, sku: `sagemaker/${instance_type}/cluster`, count })
  for (const config of group.instance_storage_configs) yield* volumeParts(config, name, count)
}

type StorageConfig = Read<typeof GROUP>['instance_storage_configs'][number]

function* volumeParts(config: StorageConfig, name: string, instances: number): Generator<Part> {
  const size = sizeOf(config)
  if (size.kind === 'unknown') yield extra(omitted('unknown', 'Volumes', size.because))
  else if (size.value !== undefined)
    yield extra(
      sagemakerStorage(`Volumes (${name}, ${size.value} GiB each)`, 'cluster', instances * size.value),
    )
}

function sizeOf(config: StorageConfig): Reading<number | undefined> {
  return config.kind === 'unknown'
    ? config
    : { kind: 'known', value: config.value.ebs_volume_config?.volume_size_in_gb }
}
