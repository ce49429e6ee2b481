import { block, bool, maybe, string } from '../../domain/reads.ts'
import { assumption, extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/eks/pricing/
export const awsEksCluster = pricer(
  {
    type: 'aws_eks_cluster',
    reads: {
      version: maybe(string()),
      upgrade_policy: maybe(block({ support_type: string() })),
      compute_config: maybe(block({ enabled: bool(false) })),
    },
  },
  function* ({ version, upgrade_policy, compute_config }) {
    yield hourly({
      description: 'Control plane',
      serviceName: 'Amazon Elastic Kubernetes Service',
      sku: 'eks/control_plane',
    })
    const policy = upgrade_policy.kind === 'known' ? upgrade_policy.value?.support_type : undefined
    if (policy !== 'STANDARD') {
      const named =
        version.kind === 'known' && version.value !== undefined
          ? `Kubernetes ${version.value}`
          : 'its version'
      yield assumption(`${named} is in standard support (extended support costs more)`)
    }
    if (compute_config.kind === 'unknown' || compute_config.value?.enabled)
      yield extra(omitted('usageBased', 'EKS Auto Mode', 'charged by the instances that it starts'))
  },
)
