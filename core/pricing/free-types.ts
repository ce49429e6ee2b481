import { isCloudless } from '../domain/provider.ts'
import type { Resource } from '../domain/resource.ts'
import { FREE_AWS_TYPES } from './free-types/aws.ts'
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

const FREE_TYPES = new Set(`${FREE_AWS_TYPES} ${FREE_KUBERNETES_TYPES}`.trim().split(/\s+/))

/** Whether a resource is of a kind that is never charged itself. */
export function isFree({ type, provider }: Resource): boolean {
  return (
    FREE_TYPES.has(type) ||
    isCloudless(provider.source) ||
    FREE_PREFIXES.some((prefix) => type.startsWith(prefix))
  )
}
