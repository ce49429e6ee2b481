import { policyLimits } from '../export.ts'
import type { PolicySchema } from '../policy-schema.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'
import { awsScp } from './aws-scp.ts'
import { awsTagPolicy } from './aws-tag-policy.ts'
import { azurePolicy } from './azure-policy.ts'
import { gcpOrgPolicy } from './gcp-org-policy.ts'
import { kubernetesVap } from './kubernetes-vap.ts'

/** The targets whose documents Terraform puts in force, each with the resources that do. */
const PARTS: readonly { readonly target: PolicyTarget; readonly text: string }[] = [
  {
    target: awsScp,
    text: `variable "aws_target_ids" {
  description = "Roots, units or accounts that the policies are attached to; a test unit first."
  type        = list(string)
  default     = []
}

# SCPs cannot merely report: drafts, exported without --enforce, stay files.
locals {
  scps = setsubtract(
    fileset("\${path.module}/aws-scp", "*.json"),
    fileset("\${path.module}/aws-scp", "*.draft.json"),
  )
}

resource "aws_organizations_policy" "scp" {
  for_each = local.scps
  name     = "ascribe-\${trimsuffix(each.value, ".json")}"
  type     = "SERVICE_CONTROL_POLICY"
  content  = file("\${path.module}/aws-scp/\${each.value}")
}

resource "aws_organizations_policy_attachment" "scp" {
  for_each  = { for pair in setproduct(local.scps, var.aws_target_ids) : join("/", pair) => pair }
  policy_id = aws_organizations_policy.scp[each.value[0]].id
  target_id = each.value[1]
}
`,
  },
  {
    target: awsTagPolicy,
    text: `locals {
  tag_policies = fileset("\${path.module}/aws-tag-policy", "*.json")
}

resource "aws_organizations_policy" "tags" {
  for_each = local.tag_policies
  name     = "ascribe-\${trimsuffix(each.value, ".json")}"
  type     = "TAG_POLICY"
  content  = file("\${path.module}/aws-tag-policy/\${each.value}")
}

resource "aws_organizations_policy_attachment" "tags" {
  for_each  = { for pair in setproduct(local.tag_policies, var.aws_target_ids) : join("/", pair) => pair }
  policy_id = aws_organizations_policy.tags[each.value[0]].id
  target_id = each.value[1]
}
`,
  },
  {
    target: azurePolicy,
    text: `variable "azure_management_group_id" {
  description = "The group that gets the definitions, /providers/Microsoft.Management/managementGroups/NAME; none are made without it."
  type        = string
  default     = null
}

variable "azure_location" {
  description = "Where the identities of the assignments that inherit tags live."
  type        = string
  default     = "westeurope"
}

variable "azure_effect" {
  description = "Audit, Deny or Disabled."
  type        = string
  default     = null
}

locals {
  azure_rules = {
    for name in setsubtract(fileset("\${path.module}/azure-policy", "*.json"), ["initiative.json"]) :
    trimsuffix(name, ".json") => jsondecode(file("\${path.module}/azure-policy/\${name}")).properties
    if var.azure_management_group_id != null
  }
  azure_effects    = { for name, rule in local.azure_rules : name => rule if can(rule.parameters.effect) }
  azure_inherits   = { for name, rule in local.azure_rules : name => rule if !can(rule.parameters.effect) }
  azure_enforces   = try(local.azure_initiative.parameters.effect.defaultValue == "Deny", false)
  azure_initiative = try(jsondecode(file("\${path.module}/azure-policy/initiative.json")).properties, null)
}

resource "azurerm_policy_definition" "rule" {
  for_each            = local.azure_rules
  name                = each.key
  display_name        = each.value.displayName
  policy_type         = "Custom"
  mode                = each.value.mode
  management_group_id = var.azure_management_group_id
  metadata            = jsonencode(each.value.metadata)
  parameters          = can(each.value.parameters) ? jsonencode(each.value.parameters) : null
  policy_rule         = jsonencode(each.value.policyRule)
}

resource "azurerm_policy_set_definition" "tags" {
  count               = length(local.azure_effects) > 0 ? 1 : 0
  name                = "ascribe-tags"
  display_name        = local.azure_initiative.displayName
  policy_type         = "Custom"
  management_group_id = var.azure_management_group_id
  parameters          = jsonencode(local.azure_initiative.parameters)

  dynamic "policy_definition_reference" {
    for_each = local.azure_effects
    content {
      policy_definition_id = azurerm_policy_definition.rule[policy_definition_reference.key].id
      reference_id         = policy_definition_reference.key
      parameter_values     = jsonencode({ effect = { value = "[parameters('effect')]" } })
    }
  }
}

resource "azurerm_management_group_policy_assignment" "tags" {
  count                = length(azurerm_policy_set_definition.tags)
  name                 = "ascribe-tags"
  management_group_id  = var.azure_management_group_id
  policy_definition_id = azurerm_policy_set_definition.tags[0].id
  parameters           = var.azure_effect == null ? null : jsonencode({ effect = { value = var.azure_effect } })
}

resource "azurerm_management_group_policy_assignment" "inherit" {
  for_each             = local.azure_inherits
  name                 = substr(sha1(each.key), 0, 24)
  display_name         = each.value.displayName
  management_group_id  = var.azure_management_group_id
  policy_definition_id = azurerm_policy_definition.rule[each.key].id
  location             = var.azure_location
  enforce              = local.azure_enforces

  identity {
    type = "SystemAssigned"
  }
}

# What the identities may do: write tags, and nothing else.
resource "azurerm_role_assignment" "inherit" {
  for_each             = azurerm_management_group_policy_assignment.inherit
  scope                = var.azure_management_group_id
  role_definition_name = "Tag Contributor"
  principal_id         = each.value.identity[0].principal_id
}
`,
  },
  {
    target: gcpOrgPolicy,
    text: `variable "google_organization" {
  description = "organizations/ and the number; nothing is made without it."
  type        = string
  default     = null
}

locals {
  google_names = var.google_organization == null ? toset([]) : fileset("\${path.module}/gcp-org-policy/constraints", "*.yaml")
  google_constraints = {
    for name in local.google_names : name => yamldecode(file("\${path.module}/gcp-org-policy/constraints/\${name}"))
  }
  google_policies = {
    for name in local.google_names : name => yamldecode(file("\${path.module}/gcp-org-policy/policies/\${name}"))
  }
}

resource "google_org_policy_custom_constraint" "label" {
  for_each       = local.google_constraints
  name           = element(split("/", each.value.name), 3)
  parent         = var.google_organization
  display_name   = each.value.displayName
  description    = each.value.description
  action_type    = each.value.actionType
  condition      = each.value.condition
  method_types   = each.value.methodTypes
  resource_types = each.value.resourceTypes
}

resource "google_org_policy_policy" "label" {
  for_each = local.google_policies
  name     = "\${var.google_organization}/policies/\${google_org_policy_custom_constraint.label[each.key].name}"
  parent   = var.google_organization

  dynamic "spec" {
    for_each = can(each.value.spec) ? [1] : []
    content {
      rules {
        enforce = "TRUE"
      }
    }
  }

  dynamic "dry_run_spec" {
    for_each = can(each.value.dryRunSpec) ? [1] : []
    content {
      rules {
        enforce = "TRUE"
      }
    }
  }
}
`,
  },
  {
    target: kubernetesVap,
    text: `locals {
  kubernetes_documents = [
    for text in split("\\n---\\n", file("\${path.module}/kubernetes-vap/validating-admission-policy.yaml")) : yamldecode(text)
  ]
}

resource "kubernetes_manifest" "labels" {
  for_each = { for document in local.kubernetes_documents : document.kind => document }
  manifest = each.value
}
`,
  },
]

export const terraform: PolicyTarget = {
  id: 'terraform',
  summary: 'The documents for AWS, Azure, Google Cloud and Kubernetes as Terraform resources that read them.',
  spelling: 'aws',
  apply: 'terraform apply; take away the .tf files of what you do not run',
  cannot: {},
  notes: [
    'The documents are those of the targets aws-scp, aws-tag-policy, azure-policy, gcp-org-policy and kubernetes-vap, unchanged; what these cannot express holds here too.',
    'Without --enforce no SCP is made: drafts stay files; and tags are not inherited on Azure: those assignments are DoNotEnforce.',
    'Nothing is attached or made until the variables name a target: aws_target_ids, azure_management_group_id, google_organization.',
  ],
  limits: (policy, options) =>
    PARTS.flatMap(({ target }) =>
      policyLimits(target, policy, options).map((limit) => ({
        ...limit,
        because: `${target.id}: ${limit.because}`,
      })),
    ),
  files: (policy, options) => [
    ...PARTS.map(({ target, text }) => ({ path: `${target.id}.tf`, comment: '#', text })),
    ...PARTS.flatMap(({ target }) => documentsOf(target, policy, options)),
  ],
}

/** Without the comments: `yamldecode` reads one document. */
function documentsOf(target: PolicyTarget, policy: PolicySchema, options: PolicyOptions): PolicyFile[] {
  return target.files(policy, options).map(({ path, text }) => ({ path: `${target.id}/${path}`, text }))
}
