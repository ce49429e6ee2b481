import type { Estimate } from '../../domain/estimate.ts'
import type { Resource } from '../../domain/resource.ts'
import { tableOf } from '../../domain/table-of.ts'
import { NULL } from '../../domain/value.ts'

/** Where a resource of Terraform's says what it applies to a cluster. */
const MANIFEST_ARGUMENTS: Readonly<Record<string, string>> = tableOf({
  kubectl_manifest: 'yaml_body',
  kubernetes_manifest: 'manifest',
})

/** What runs workloads that nobody can see; undefined for anything else. */
export function unreadWorkloads({ type, attributes }: Resource): Estimate | undefined {
  if (type === 'helm_release')
    return {
      kind: 'unpriced',
      because: 'its chart is not rendered: the workloads in it cost what they request',
    }
  const name = MANIFEST_ARGUMENTS[type]
  if (name === undefined) return undefined
  const manifest = attributes.entries.get(name) ?? NULL
  const because =
    manifest.kind === 'unknown'
      ? `\`${name}\` is unknown: ${manifest.because}`
      : `\`${name}\` holds no Kubernetes object with an apiVersion, a kind and a name`
  return { kind: 'unknown', because }
}
