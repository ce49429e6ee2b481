import type { PolicyTarget } from '../target.ts'
import { awsScp } from './aws-scp.ts'
import { awsTagPolicy } from './aws-tag-policy.ts'
import { azurePolicy } from './azure-policy.ts'
import { checkov } from './checkov.ts'
import { gatekeeper } from './gatekeeper.ts'
import { gcpOrgPolicy } from './gcp-org-policy.ts'
import { kubernetesVap } from './kubernetes-vap.ts'
import { kyverno } from './kyverno.ts'
import { rego } from './rego.ts'
import { terraform } from './terraform.ts'
import { terraformModule } from './terraform-module.ts'
import { tflint } from './tflint.ts'

/** From the cloud's own enforcement to the tools of a pipeline. */
export const POLICY_TARGETS: readonly PolicyTarget[] = [
  awsScp,
  awsTagPolicy,
  azurePolicy,
  gcpOrgPolicy,
  kubernetesVap,
  kyverno,
  gatekeeper,
  rego,
  terraform,
  terraformModule,
  tflint,
  checkov,
]
