import type { Resource } from '../../domain/resource.ts'
import type { ResourceGraph } from '../resource-graph.ts'
import { awsAutoscalingGroup } from './aws-autoscaling-group.ts'
import { awsBatchComputeEnvironment } from './aws-batch-compute-environment.ts'
import { awsBatchJobDefinition } from './aws-batch-job-definition.ts'
import { awsEc2Fleet } from './aws-ec2-fleet.ts'
import { awsEcsService } from './aws-ecs-service.ts'
import { awsEksNodeGroup } from './aws-eks-node-group.ts'
import { awsEmrInstanceFleet, awsEmrInstanceGroup } from './aws-emr-instance-group.ts'
import { awsInstance } from './aws-instance.ts'
import { awsSagemakerEndpoint } from './aws-sagemaker-endpoint.ts'
import { awsSpotFleetRequest } from './aws-spot-fleet-request.ts'
import { awsSpotInstanceRequest } from './aws-spot-instance-request.ts'
import { azurermCognitiveDeployment } from './azurerm-cognitive-deployment.ts'
import { azurermKubernetesCluster } from './azurerm-kubernetes-cluster.ts'
import { allTagsOf, type BillLine, type BillRule } from './bill-line.ts'
import {
  googleComputeInstanceGroupManager,
  googleComputeRegionInstanceGroupManager,
} from './google-compute-instance-group-manager.ts'
import { googleContainerNodePool } from './google-container-node-pool.ts'

export const BILL_RULES: readonly BillRule[] = [
  awsAutoscalingGroup,
  awsBatchComputeEnvironment,
  awsBatchJobDefinition,
  awsEc2Fleet,
  awsEcsService,
  awsEksNodeGroup,
  awsEmrInstanceFleet,
  awsEmrInstanceGroup,
  awsInstance,
  awsSagemakerEndpoint,
  awsSpotFleetRequest,
  awsSpotInstanceRequest,
  azurermCognitiveDeployment,
  azurermKubernetesCluster,
  googleComputeInstanceGroupManager,
  googleComputeRegionInstanceGroupManager,
  googleContainerNodePool,
]

const ruleOf = new Map(BILL_RULES.map((rule) => [rule.type, rule]))

/** What the bill has lines for, the main one first. Any type without a rule has one line, with its own tags. */
export function billLinesOf(resource: Resource, graph: ResourceGraph): readonly [BillLine, ...BillLine[]] {
  const rule = ruleOf.get(resource.type)
  if (rule) return rule.lines(resource, graph)
  return [{ what: 'usage', tags: [allTagsOf(resource)], remedy: 'write them on the resource itself' }]
}
