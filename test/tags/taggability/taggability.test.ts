import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aws } from '../../../core/tags/taggability/aws.generated.ts'
import { azurerm } from '../../../core/tags/taggability/azurerm.generated.ts'
import { google } from '../../../core/tags/taggability/google.generated.ts'
import { type PackedTable, pack, unpack } from '../../../core/tags/taggability/packed-table.ts'
import { taggabilityOf } from '../../../core/tags/taggability/taggability.ts'

function short(type: string, provider: string): string {
  const found = taggabilityOf(type, provider)
  if (found.kind !== 'taggable') return found.kind
  return `${found.path.join('.')} ${found.style}${found.acceptsDefaults ? ' with defaults' : ''}`
}

describe('taggability', () => {
  it('is known for what the providers publish', () => {
    const facts: readonly (readonly [type: string, provider: string, expected: string])[] = [
      ['aws_instance', 'hashicorp/aws', 'tags map with defaults'],
      ['aws_sagemaker_endpoint', 'hashicorp/aws', 'tags map with defaults'],
      ['aws_autoscaling_group', 'hashicorp/aws', 'tag pairs'],
      ['aws_iam_role_policy', 'hashicorp/aws', 'notTaggable'],
      ['aws_ec2_tag', 'hashicorp/aws', 'notTaggable'],
      ['google_storage_bucket', 'hashicorp/google', 'labels map with defaults'],
      ['google_container_cluster', 'hashicorp/google', 'resource_labels map with defaults'],
      ['google_sql_database_instance', 'hashicorp/google', 'settings.user_labels map'],
      ['google_container_node_pool', 'hashicorp/google', 'node_config.resource_labels map'],
      ['google_compute_instance_group_manager', 'hashicorp/google', 'notTaggable'],
      ['google_storage_bucket', 'hashicorp/google-beta', 'labels map with defaults'],
      ['azurerm_kubernetes_cluster', 'hashicorp/azurerm', 'tags map'],
      ['azurerm_sentinel_threat_intelligence_indicator', 'hashicorp/azurerm', 'notTaggable'],
      ['databricks_cluster', 'databricks/databricks', 'custom_tags map'],
      ['databricks_sql_endpoint', 'databricks/databricks', 'tags.custom_tags pairs'],
      ['kubernetes_deployment_v1', 'hashicorp/kubernetes', 'metadata.labels map'],
      ['kubernetes_manifest', 'hashicorp/kubernetes', 'manifest.metadata.labels map'],
      ['terraform_data', 'terraform.io/builtin/terraform', 'notTaggable'],
      ['random_password', 'hashicorp/random', 'notTaggable'],
    ]
    for (const [type, provider, expected] of facts) assert.equal(short(type, provider), expected, type)
  })

  it('is the same from a mirror', () => {
    assert.equal(short('aws_instance', 'mirror.acme.example/hashicorp/aws'), 'tags map with defaults')
  })

  it('is unknown for a type in no table, never "not taggable"', () => {
    assert.equal(short('aws_quantum_trainer', 'hashicorp/aws'), 'unknown')
    assert.equal(short('aws_instance', 'hashicorp/google'), 'unknown')
    assert.equal(short('datadog_monitor', 'datadog/datadog'), 'unknown')
    assert.equal(short('constructor', 'acme/constructor'), 'unknown')
    assert.equal(short('__proto__', '__proto__'), 'unknown')
  })

  it('names the tags of child objects, and which of them get defaults', () => {
    const instance = taggabilityOf('aws_instance', 'hashicorp/aws')
    assert.ok(instance.kind === 'taggable')
    assert.deepEqual(instance.nested, ['volume_tags', 'root_block_device.tags', 'ebs_block_device[].tags'])
    assert.deepEqual(instance.nestedDefaults, ['root_block_device.tags', 'ebs_block_device[].tags'])
    assert.equal(instance.limits?.maxTags, 50)
    const indirect = taggabilityOf('google_compute_instance_group_manager', 'hashicorp/google')
    assert.deepEqual(indirect.kind === 'notTaggable' && indirect.nested, ['all_instances_config.labels'])
  })

  it('covers as many types as the providers have', () => {
    const count = (table: PackedTable) => unpack(table).size
    assert.deepEqual([count(aws), count(google), count(azurerm)], [1683, 1351, 1182])
  })

  it('comes out of the table as it went in', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,60}$/)
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.nat(99)), { selector: ([type]) => type }), (entries) => {
        const types = new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
        const table: PackedTable = { prefix: '', limits: undefined, facts: [], types: `\n${pack(types)}\n` }
        assert.deepEqual(unpack(table), types)
      }),
    )
  })
})
