import type { Pricer } from '../pricer.ts'
import { ingress } from './ingress.ts'
import { karpenterEc2NodeClass } from './karpenter-ec2-node-class.ts'
import { karpenterNodePool } from './karpenter-node-pool.ts'
import { persistentVolumeClaim } from './persistent-volume-claim.ts'
import { service } from './service.ts'

/** What Kubernetes objects without pods cost. Objects with pods are priced by what the pods request. */
export const KIND_PRICERS: readonly Pricer[] = [
  ingress,
  karpenterEc2NodeClass,
  karpenterNodePool,
  persistentVolumeClaim,
  service,
]
