import type { NodePoolReader } from '../node-pool.ts'
import { awsEksNodeGroup } from './aws-eks-node-group.ts'
import {
  azurermKubernetesCluster,
  azurermKubernetesClusterNodePool,
} from './azurerm-kubernetes-cluster-node-pool.ts'
import { googleContainerNodePool } from './google-container-node-pool.ts'
import { karpenterNodePool } from './karpenter-node-pool.ts'

export const NODE_POOLS: readonly NodePoolReader[] = [
  awsEksNodeGroup,
  googleContainerNodePool,
  azurermKubernetesCluster,
  azurermKubernetesClusterNodePool,
  karpenterNodePool,
]
