import { block, string } from '../../domain/reads.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/workspaces/pricing/
export const awsWorkspacesWorkspace = pricer(
  {
    type: 'aws_workspaces_workspace',
    reads: {
      workspace_properties: block({
        compute_type_name: string('VALUE'),
        running_mode: string('ALWAYS_ON'),
      }),
    },
  },
  function* ({ workspace_properties }) {
    const compute = workspace_properties?.compute_type_name ?? 'VALUE'
    const mode = workspace_properties?.running_mode ?? 'ALWAYS_ON'
    yield monthly({
      description: `Workspace (${compute}, ${mode})`,
      serviceName: 'Amazon WorkSpaces',
      sku: `workspaces/${compute.toLowerCase()}/${mode.toLowerCase()}`,
      count: 1,
      pricingUnit: 'Workspace-Months',
    })
  },
)
