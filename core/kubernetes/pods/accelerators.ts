import type { AcceleratorRequest } from '../../domain/workload.ts'
import type { Amounts } from './resource-amounts.ts'

/** Resource names of cards, chips and parts of them. */
const ACCELERATORS =
  /^(?:nvidia\.com\/|amd\.com\/gpu|gpu\.intel\.com\/|habana\.ai\/|aws\.amazon\.com\/neuron|google\.com\/tpu|k8s\.amazonaws\.com\/vgpu|huawei\.com\/Ascend|qualcomm\.com\/|furiosa\.ai\/|rebellions\.ai\/)/
/** What has a slash and is no device of its own: networks that come with the machine, and file systems. */
const COMES_WITH_THE_NODE =
  /^(?:vpc\.amazonaws\.com\/|rdma\/|networking\.gke\.io|kubernetes\.io\/|attachable-volumes|smarter-devices\/|github\.com\/fuse|[^/]*\/(?:fuse|hca|rdma|roce|ib)[^/]*$)/

/** The accelerators among what a pod asks for; of other devices it is said that they are not priced. */
export function acceleratorsIn(amounts: Amounts): {
  readonly accelerators: readonly AcceleratorRequest[]
  readonly notes: readonly string[]
} {
  const accelerators: AcceleratorRequest[] = []
  const notes: string[] = []
  for (const [resource, count] of amounts) {
    if (count === 0 || !resource.includes('/') || COMES_WITH_THE_NODE.test(resource)) continue
    if (ACCELERATORS.test(resource)) accelerators.push({ resource, count })
    else notes.push(`${count} × ${resource} has no price of its own`)
  }
  return { accelerators, notes }
}
