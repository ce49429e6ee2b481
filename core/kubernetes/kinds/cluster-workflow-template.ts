import { workflowTemplateKind } from '../argo/template-kind.ts'

// https://argo-workflows.readthedocs.io/en/latest/cluster-workflow-templates/
export const clusterWorkflowTemplate = workflowTemplateKind('ClusterWorkflowTemplate')
