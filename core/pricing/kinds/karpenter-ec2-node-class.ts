import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://karpenter.sh/docs/concepts/nodeclasses/: its tags are those of the instances and volumes
export const karpenterEc2NodeClass = pricer(
  { type: 'karpenter.k8s.aws/EC2NodeClass', reads: {} },
  function* () {
    yield omitted('usageBased', 'Nodes', 'its instances cost what workloads request of them')
  },
)
