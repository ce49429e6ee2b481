import { isCloudless } from '../domain/provider.ts'
import type { Resource } from '../domain/resource.ts'
import { FREE_AWS_TYPES } from './free-types/aws.ts'
import { FREE_AWSCC_TYPES } from './free-types/awscc.ts'
import { FREE_AZURERM_TYPES } from './free-types/azurerm.ts'
import { FREE_DATABRICKS_TYPES } from './free-types/databricks.ts'
import { FREE_GOOGLE_TYPES } from './free-types/google.ts'
import { FREE_KUBERNETES_TYPES } from './free-types/kubernetes.ts'

/** Every type that starts so: access control, none of it charged. */
const FREE_PREFIXES = [
  'aws_iam_',
  'aws_ssoadmin_',
  'aws_organizations_',
  'aws_ram_',
  'aws_lakeformation_',
  'kubernetes_role',
  'kubernetes_cluster_role',
]

/** Who may do what with a resource of Google's: there are three or four for each type. */
const GOOGLE_ACCESS = /^google_\w+_iam_(?:audit_config|binding|member|policy)$/

const FREE_TYPES = new Set(
  [
    FREE_AWS_TYPES,
    FREE_AWSCC_TYPES,
    FREE_AZURERM_TYPES,
    FREE_DATABRICKS_TYPES,
    FREE_GOOGLE_TYPES,
    FREE_KUBERNETES_TYPES,
  ].flatMap((types) => types.trim().split(/\s+/)),
)

/** Whether a resource is of a kind that is never charged itself. */
export function isFree({ type, provider }: Resource): boolean {
  return (
    FREE_TYPES.has(type) ||
    isCloudless(provider.source) ||
    GOOGLE_ACCESS.test(type) ||
    FREE_PREFIXES.some((prefix) => type.startsWith(prefix))
  )
}
