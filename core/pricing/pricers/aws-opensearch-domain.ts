import { block, maybe } from '../../domain/reads.ts'
import { DOMAIN_DISKS, domainCluster, domainParts } from '../opensearch.ts'
import { pricer } from '../pricer.ts'

const DEFAULT_INSTANCE_TYPE = 'm4.large.search'

// https://aws.amazon.com/opensearch-service/pricing/
export const awsOpensearchDomain = pricer(
  {
    type: 'aws_opensearch_domain',
    reads: {
      cluster_config: block(domainCluster(DEFAULT_INSTANCE_TYPE)),
      ebs_options: maybe(block(DOMAIN_DISKS)),
    },
  },
  ({ cluster_config, ebs_options }) => domainParts(cluster_config, DEFAULT_INSTANCE_TYPE, ebs_options),
)
