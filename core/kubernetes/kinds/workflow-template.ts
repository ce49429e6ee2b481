import { workflowTemplateKind } from '../argo/template-kind.ts'

// https://argo-workflows.readthedocs.io/en/latest/workflow-templates/
export const workflowTemplate = workflowTemplateKind('WorkflowTemplate')
