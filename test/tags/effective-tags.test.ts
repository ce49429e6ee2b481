import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { TagOriginKind } from '../../core/domain/tag.ts'
import {
  list,
  type MappingValue,
  map,
  NULL,
  object,
  string,
  unknown,
  type Value,
} from '../../core/domain/value.ts'
import { locate, type Range } from '../../core/source/source-file.ts'
import { effectiveTags } from '../../core/tags/effective-tags.ts'
import { load, resource as loaded } from '../support/load.ts'
import { type Plain, resource, toValue } from '../support/resource.ts'
import { tagText } from './support/tag-text.ts'

const anywhere = () => 'resource' as const
const because = (reason: string) => unknown(reason)

function tagsOf(address: string, attributes: Plain, defaults?: Value, provider?: string) {
  const made = resource(address, attributes, provider === undefined ? {} : { provider })
  return tagText(effectiveTags({ ...made, defaultTags: defaults }, anywhere))
}

const defaults = toValue({ team: 'ml-platform', managed_by: 'terraform' })

describe('effective tags', () => {
  it('are the defaults with the own on top; keys are case-sensitive', () => {
    assert.deepEqual(tagsOf('aws_instance.gpu_train', { tags: { team: 'fraud-ml', Team: 'x' } }, defaults), {
      team: 'fraud-ml',
      managed_by: 'terraform',
      Team: 'x',
    })
    assert.deepEqual(tagsOf('aws_instance.gpu_train', {}, defaults), {
      team: 'ml-platform',
      managed_by: 'terraform',
    })
    assert.deepEqual(tagsOf('aws_instance.gpu_train', { tags: null }), {})
  })

  it('let a null fall back to the default, and an empty text win over it', () => {
    assert.deepEqual(tagsOf('aws_instance.gpu_train', { tags: { team: null, managed_by: '' } }, defaults), {
      team: 'ml-platform',
      managed_by: '',
    })
  })

  it('are strings, as Terraform converts them', () => {
    const numbers = { kind: 'number', value: 2 ** 53, digits: '9007199254740993' } as const
    const tags = { gpus: 8, ratio: 0.5, spot: true, tiny: 1.5e-7, huge: 1e21, id: numbers, odd: ['a'] }
    assert.deepEqual(tagsOf('aws_instance.gpu_train', { tags }), {
      gpus: '8',
      ratio: '0.5',
      spot: 'true',
      tiny: '0.00000015',
      huge: '1000000000000000000000',
      id: '9007199254740993',
      odd: '? the value of "odd" is a list, not a string',
    })
  })

  it('are open where a map is not known in full, and its defaults may then be overwritten', () => {
    const open: MappingValue = {
      ...map(new Map([['model_id', string('ranker')]])),
      open: because('var.tags is not set'),
    }
    assert.deepEqual(tagsOf('aws_instance.ranker', { tags: open }, defaults), {
      team: '? var.tags is not set',
      managed_by: '? var.tags is not set',
      model_id: 'ranker',
      '…': 'var.tags is not set',
    })
    assert.deepEqual(tagsOf('aws_instance.ranker', { tags: because('var.tags is not set') }), {
      '…': 'var.tags is not set',
    })
    assert.deepEqual(
      tagsOf('aws_instance.ranker', { tags: { team: 'search-ml' } }, because('data.x is not read')),
      {
        team: 'search-ml',
        '…': 'data.x is not read',
      },
    )
    assert.deepEqual(tagsOf('aws_instance.ranker', { tags: { team: because('var.team is not set') } }), {
      team: '? var.team is not set',
    })
    assert.deepEqual(tagsOf('aws_instance.ranker', { tags: 'team=search-ml' }), { '…': 'tags is not a map' })
  })

  it('are open where the resource itself is not known in full', () => {
    const attributes: MappingValue = { ...object(new Map()), open: because('the file is broken') }
    assert.deepEqual(tagsOf('aws_instance.ranker', attributes), { '…': 'the file is broken' })
    assert.deepEqual(
      tagsOf('google_sql_database_instance.db', { settings: [] }, undefined, 'hashicorp/google'),
      {},
    )
    assert.deepEqual(
      tagsOf(
        'google_sql_database_instance.db',
        { settings: because('a dynamic block') },
        undefined,
        'hashicorp/google',
      ),
      { '…': 'a dynamic block' },
    )
  })

  describe('of an auto scaling group', () => {
    const block = (key: Plain, value: Plain) => ({ key, value, propagate_at_launch: true })

    it('are its tag blocks, and never the defaults', () => {
      const attributes = { tag: [block('team', 'fraud-ml'), block('gpus', 8), block('gone', null)] }
      assert.deepEqual(tagsOf('aws_autoscaling_group.workers', attributes, defaults), {
        team: 'fraud-ml',
        gpus: '8',
      })
      assert.deepEqual(tagsOf('aws_autoscaling_group.workers', {}, defaults), {})
    })

    it('are open where a block or its key is not known', () => {
      const unknownKey = { tag: [block('team', 'fraud-ml'), block(because('each.key is not known'), 'x')] }
      assert.deepEqual(tagsOf('aws_autoscaling_group.workers', unknownKey), {
        team: 'fraud-ml',
        '…': 'each.key is not known',
      })
      const dynamic = { ...list([toValue(block('team', 'fraud-ml'))]), open: because('var.tags is not set') }
      assert.deepEqual(tagsOf('aws_autoscaling_group.workers', { tag: dynamic }), {
        team: 'fraud-ml',
        '…': 'var.tags is not set',
      })
    })

    it('are its list of tags in old configurations', () => {
      const attributes = { tags: [block('team', 'fraud-ml')] }
      assert.deepEqual(tagsOf('aws_autoscaling_group.workers', attributes), { team: 'fraud-ml' })
    })
  })

  it('are labels on Google, wherever the type keeps them', () => {
    const labels = toValue({ team: 'ml-platform' })
    const google = (address: string, attributes: Plain) =>
      tagsOf(address, attributes, labels, 'hashicorp/google')
    assert.deepEqual(google('google_storage_bucket.features', { labels: { model: 'ranker' } }), {
      team: 'ml-platform',
      model: 'ranker',
    })
    assert.deepEqual(google('google_compute_instance.train', { tags: ['ssh'], labels: {} }), {
      team: 'ml-platform',
    })
    assert.deepEqual(google('google_container_cluster.ml', { resource_labels: { env: 'prod' } }), {
      team: 'ml-platform',
      env: 'prod',
    })
    assert.deepEqual(
      google('google_sql_database_instance.db', { settings: [{ user_labels: { env: 'prod' } }] }),
      {
        env: 'prod',
      },
    )
    assert.deepEqual(
      google('google_container_node_pool.gpu', {
        node_config: [{ resource_labels: { env: 'prod' }, labels: { pool: 'gpu' } }],
      }),
      { env: 'prod' },
    )
  })

  it('have no defaults on Azure', () => {
    assert.deepEqual(
      tagsOf('azurerm_kubernetes_cluster.ml', { tags: { env: 'prod' } }, defaults, 'hashicorp/azurerm'),
      { env: 'prod' },
    )
  })

  it('of awscc are a list of pairs, of azapi a map with defaults; without one nothing is known', () => {
    const pairs = { tags: [{ key: 'team', value: 'fraud-ml' }] }
    assert.deepEqual(tagsOf('awscc_s3_bucket.features', pairs, defaults, 'hashicorp/awscc'), {
      team: 'fraud-ml',
    })
    assert.equal(tagsOf('awscc_s3_bucket.features', {}, undefined, 'hashicorp/awscc'), 'unknown')
    assert.deepEqual(tagsOf('azapi_resource.ml', { tags: { env: 'prod' } }, defaults, 'azure/azapi'), {
      team: 'ml-platform',
      managed_by: 'terraform',
      env: 'prod',
    })
  })

  it('are none where a type carries none, and unknown where nobody knows', () => {
    assert.equal(tagsOf('aws_iam_role_policy.train', {}, defaults), 'notTaggable')
    assert.equal(tagsOf('datadog_monitor.gpu', { tags: ['a'] }, undefined, 'datadog/datadog'), 'unknown')
  })

  it('remember where they come from, the nearest first', () => {
    const project = load(`
provider "aws" {
  default_tags { tags = { managed_by = "terraform" } }
}
locals {
  common = { team = "fraud-ml" }
}
resource "aws_instance" "gpu_train" {
  tags = merge(local.common, { model_id = "fraud_xgb_v7" })
}`)
    const kindAt = ({ source, start }: Range): TagOriginKind =>
      source.position(start).line < 5 ? 'other' : source.position(start).line < 8 ? 'local' : 'resource'
    const tags = effectiveTags(loaded(project, 'aws_instance.gpu_train'), kindAt)
    assert.ok(tags.kind === 'taggable')
    const nearest = [...tags.tags.tags.values()].map(({ key, origins: [origin] }) =>
      origin ? `${key}: ${origin.kind} at line ${locate(origin.range).line}` : key,
    )
    assert.deepEqual(nearest.toSorted(), [
      'managed_by: default_tags at line 3',
      'model_id: resource at line 9',
      'team: local at line 6',
    ])
  })

  describe('whatever the maps', () => {
    const value = fc.oneof(
      fc.constantFrom<Value>(string('fraud-ml'), string(''), NULL, toValue(7)),
      fc.constant<Value>(because('not known')),
    )
    const open = fc.option(fc.constant(because('open')), { nil: undefined })
    const tagMap = fc
      .tuple(fc.dictionary(fc.constantFrom('team', 'Team', 'model_id', 'env'), value), open)
      .map(([entries, reason]): MappingValue => {
        const known = map(new Map(Object.entries(entries)))
        return reason ? { ...known, open: reason } : known
      })
    const merged = (own: Value, over?: Value) => {
      const made = resource('aws_instance.gpu_train', { tags: own })
      const tags = effectiveTags({ ...made, defaultTags: over }, anywhere)
      assert.ok(tags.kind === 'taggable')
      return tags.tags
    }

    it("the resource's own wins, and its nulls say nothing", () => {
      fc.assert(
        fc.property(tagMap, tagMap, (own, over) => {
          const { tags } = merged(own, over)
          for (const [key, tag] of merged(own).tags) assert.deepEqual(tags.get(key)?.value, tag.value)
          for (const tag of tags.values())
            assert.ok(tag.value.kind === 'string' || tag.value.kind === 'unknown')
        }),
      )
    })

    it('defaults never take a tag away, and never claim a value that an open map may overwrite', () => {
      fc.assert(
        fc.property(tagMap, tagMap, (own, over) => {
          const { tags, open } = merged(own, over)
          for (const [key, written] of over.entries)
            if (written.kind !== 'null') {
              assert.ok(tags.has(key))
              if (own.open && !own.entries.has(key)) assert.equal(tags.get(key)?.value.kind, 'unknown')
            }
          assert.equal(open !== undefined, own.open !== undefined || over.open !== undefined)
        }),
      )
    })
  })
})
