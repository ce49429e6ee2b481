import { block, maybe, number, string } from '../../domain/reads.ts'
import { poolNodes } from '../kubernetes/pool-nodes.ts'
import { extras, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** https://cloud.google.com/kubernetes-engine/docs/how-to/custom-boot-disks: what a node's boot disk is unless it says otherwise */
const DEFAULT_DISK = { size: 100, type: 'pd-balanced' }

// https://cloud.google.com/kubernetes-engine/pricing: the pool is free, its machines and their disks are charged
export const googleContainerNodePool = pricer(
  {
    type: 'google_container_node_pool',
    reads: {
      node_config: maybe(
        block({ disk_size_gb: number(DEFAULT_DISK.size), disk_type: string(DEFAULT_DISK.type) }),
      ),
    },
  },
  function* ({ node_config: config }, context) {
    let nodes = 0
    for (const part of poolNodes(context, 'Compute Engine')) {
      // The machines come before the GPUs attached to them.
      if (part.kind === 'meter' && nodes === 0) nodes = part.count
      yield part
    }
    if (config.kind === 'unknown') yield* extras([omitted('unknown', 'Boot disks', config.because)])
    else if (nodes > 0) {
      const { disk_size_gb: size, disk_type: type } = config.value ?? {
        disk_size_gb: DEFAULT_DISK.size,
        disk_type: DEFAULT_DISK.type,
      }
      const sku = `gce/pd/${type.replace(/^pd-/, '')}/storage`
      const description = `Boot disks, ${size} GB ${type}`
      yield* extras([monthly({ description, serviceName: 'Compute Engine', sku, count: size * nodes })])
    }
  },
)
