import assert from 'node:assert/strict'
import { toPlain } from '../../../core/domain/plain.ts'
import type { Resource } from '../../../core/domain/resource.ts'
import type { SourceFile } from '../../../core/source/source-file.ts'
import { locate } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { ConfigurationLoader, loadPlan, type PlanSide, readPlan } from '../../../core/terraform/index.ts'
import { buildGraph } from '../../../core/topology/build-graph.ts'
import { planFile } from './plan-of.ts'

const spec = { id: 'infra', root: 'infra', variableFiles: [], workspace: 'default' }

function load(plan: SourceFile, files: Readonly<Record<string, string>> = {}, side: PlanSide = 'after') {
  return loadPlan(readPlan(plan), side, new ConfigurationLoader(memoryTree(files)), spec)
}

function only(
  plan: SourceFile,
  files: Readonly<Record<string, string>> = {},
  side: PlanSide = 'after',
): Resource {
  const { resources } = load(plan, files, side)
  assert.equal(resources.length, 1)
  return resources[0]!
}

/** Key → value, as they reach the bill. */
function tagsOf(resource: Resource): unknown {
  const effective = effectiveTags(resource, () => 'other')
  assert.equal(effective.kind, 'taggable')
  const { tags, open } = effective.tags
  const entries = [...tags].map(([key, tag]) => [key, toPlain(tag.value)])
  return { ...Object.fromEntries(entries), ...(open && { $open: open.because }) }
}

const provider = (expressions: object, key = 'aws') => ({
  configuration: {
    provider_config: {
      [key]: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', expressions },
    },
    root_module: {
      resources: [
        {
          address: 'aws_instance.train',
          mode: 'managed',
          provider_config_key: key,
          expressions: { tags: {}, instance_type: {} },
        },
      ],
    },
  },
})

describe('what a plan says of tags', () => {
  it('tags_all without tags are the provider defaults', () => {
    const plan = planFile([
      {
        address: 'aws_instance.train',
        after: {
          instance_type: 'p4d.24xlarge',
          tags: { model_id: 'fraud' },
          tags_all: { model_id: 'fraud', team: 'risk', 'cost-center': '42' },
        },
      },
    ])
    const train = only(plan)
    assert.deepEqual(toPlain(train.defaultTags!), { team: 'risk', 'cost-center': '42' })
    assert.deepEqual(tagsOf(train), { model_id: 'fraud', team: 'risk', 'cost-center': '42' })
    assert.ok(!train.attributes.entries.has('tags_all'))
  })

  it('a tag that is known after apply is unknown, and tags_all with it', () => {
    const plan = planFile(
      [
        {
          address: 'aws_instance.train',
          after: { instance_type: 'p4d.24xlarge', tags: { model_id: 'fraud' } },
          unknown: { arn: true, tags: { owner: true }, tags_all: true },
        },
      ],
      provider({
        region: { constant_value: 'eu-west-1' },
        default_tags: [{ tags: { constant_value: { team: 'risk' } } }],
      }),
    )
    const train = only(plan)
    assert.deepEqual(tagsOf(train), {
      model_id: 'fraud',
      team: 'risk',
      owner: { $unknown: 'aws_instance.train.tags is known only after apply' },
    })
    assert.deepEqual(toPlain(train.region), 'eu-west-1')
  })

  it('defaults that nothing tells leave the tags open, and never missing', () => {
    const plan = planFile(
      [{ address: 'aws_instance.train', after: { tags: {} }, unknown: { tags_all: true } }],
      provider({ default_tags: [{ tags: { references: ['var.team', 'local.tags'] } }] }),
    )
    assert.deepEqual(tagsOf(only(plan)), {
      $open: 'the plan does not say which default tags provider "aws" has',
    })
  })

  it('a provider without default_tags has none, though tags_all is left to apply', () => {
    const train = { address: 'aws_instance.train', after: { tags: null }, unknown: { tags_all: true } }
    assert.deepEqual(
      tagsOf(only(planFile([train], provider({ region: { constant_value: 'eu-west-1' } })))),
      {},
    )
    assert.deepEqual(tagsOf(only(planFile([train]))), {
      $open: 'aws_instance.train.tags_all is known only after apply',
    })
  })

  it('default labels of Google', () => {
    const plan = planFile([
      {
        address: 'google_compute_instance.train',
        provider: 'registry.opentofu.org/hashicorp/google',
        after: {
          zone: 'us-central1-a',
          labels: { model: 'fraud' },
          terraform_labels: { model: 'fraud', team: 'risk' },
          effective_labels: { model: 'fraud', team: 'risk', 'goog-terraform-provisioned': 'true' },
        },
      },
    ])
    const train = only(plan)
    assert.deepEqual(tagsOf(train), { model: 'fraud', team: 'risk' })
    assert.deepEqual([toPlain(train.region), train.provider.source], ['us-central1', 'hashicorp/google'])
  })
})

describe('what a plan says of a resource', () => {
  it('what only the provider decides at apply is left out, what is written and unknown is not', () => {
    const plan = planFile(
      [
        {
          address: 'aws_instance.train',
          after: {
            ami: 'ami-1',
            ebs_optimized: null,
            monitoring: true,
            root_block_device: [{ volume_size: 500 }],
          },
          unknown: {
            arn: true,
            instance_type: true,
            root_block_device: [{ iops: true, kms_key_id: true }],
            primary_network_interface_id: true,
          },
        },
      ],
      {
        configuration: {
          root_module: {
            resources: [
              {
                address: 'aws_instance.train',
                expressions: {
                  ami: { constant_value: 'ami-1' },
                  instance_type: { references: ['aws_ssm_parameter.size.value', 'aws_ssm_parameter.size'] },
                  root_block_device: [{ volume_size: { constant_value: 500 } }],
                },
              },
            ],
          },
        },
      },
    )
    const { attributes } = only(plan)
    assert.deepEqual(toPlain(attributes), {
      ami: 'ami-1',
      instance_type: { $unknown: 'aws_instance.train.instance_type is known only after apply' },
      monitoring: true,
      root_block_device: [{ volume_size: 500 }],
    })
    assert.deepEqual(attributes.entries.get('instance_type')!.refs, [
      { project: 'infra', address: 'aws_ssm_parameter.size', attribute: 'value' },
    ])
  })

  it('what is sensitive is never shown', () => {
    const plan = planFile([
      {
        address: 'aws_db_instance.features',
        after: {
          instance_class: 'db.r5.large',
          password: 'hunter2',
          tags: { team: 'risk', secret: 's3cret' },
        },
        sensitive: { password: true, tags: { secret: true } },
      },
    ])
    const shown = JSON.stringify([toPlain(only(plan).attributes), tagsOf(only(plan))])
    assert.ok(!/hunter2|s3cret/.test(shown), shown)
    assert.match(shown, /\$sensitive/)
  })

  it('both sides: created, changed, deleted and left as it is; data sources and deposed objects are neither', () => {
    const size = (instance_type: string) => ({ instance_type, region: 'eu-west-1' })
    const plan = planFile([
      { address: 'aws_instance.new', after: size('g5.xlarge') },
      { address: 'aws_instance.changed', before: size('g5.xlarge'), after: size('g5.2xlarge') },
      { address: 'aws_instance.gone', before: size('g5.xlarge') },
      { address: 'aws_instance.same', before: size('g5.xlarge'), after: size('g5.xlarge') },
      { address: 'aws_instance.same', before: size('g5.xlarge'), deposed: 'a1b2c3d4' },
      { address: 'data.aws_ami.base', after: { id: 'ami-1' }, mode: 'data' },
      {
        address: 'aws_instance.renamed["a"]',
        previous_address: 'aws_instance.old[0]',
        index: 'a',
        before: size('g5.xlarge'),
        after: size('g5.xlarge'),
      },
    ])
    const before = load(plan, {}, 'before')
    const after = load(plan)
    const told = ({ resources }: typeof before) =>
      resources.map(
        ({ address, attributes }) => `${address} ${toPlain(attributes.entries.get('instance_type')!)}`,
      )
    assert.deepEqual(told(before), [
      'aws_instance.changed g5.xlarge',
      'aws_instance.gone g5.xlarge',
      'aws_instance.same g5.xlarge',
      'aws_instance.old[0] g5.xlarge',
    ])
    assert.deepEqual(told(after), [
      'aws_instance.new g5.xlarge',
      'aws_instance.changed g5.2xlarge',
      'aws_instance.same g5.xlarge',
      'aws_instance.renamed["a"] g5.xlarge',
    ])
    assert.deepEqual(after.moves, [{ from: 'aws_instance.old[0]', to: 'aws_instance.renamed["a"]' }])
  })

  it('before a move it is found under its former address, and its tags where they are written', () => {
    const plan = planFile([
      {
        address: 'aws_instance.new',
        previous_address: 'aws_instance.old[0]',
        before: { tags: { team: 'risk' }, tags_all: { team: 'risk' } },
        after: { tags: { team: 'risk' }, tags_all: { team: 'risk' } },
      },
    ])
    const block = (name: string, more = '') =>
      `resource "aws_instance" "${name}" {\n  tags = { team = "risk" }\n${more}}\n`
    const base = { 'infra/main.tf': `\n${block('old', '  count = var.many\n')}\nvariable "many" {}\n` }
    const head = { 'infra/main.tf': block('new') }
    for (const [resource, line] of [
      [only(plan, base, 'before'), 2],
      [only(plan, head), 1],
    ] as const) {
      assert.equal(locate(resource.range).line, line)
      const effective = effectiveTags(resource, () => 'resource')
      const origin = effective.kind === 'taggable' && effective.tags.tags.get('team')!.origins[0]
      assert.ok(origin && locate(origin.range).line === line + 1)
    }
  })

  it('a plan that is not whole says so', () => {
    const plan = planFile([], { errored: true, complete: false })
    assert.deepEqual(
      load(plan).problems.map(({ message }) => message),
      [
        'planning ended with an error. what is missing in the plan is not reviewed',
        'the plan is not complete: some changes are left to the next plan',
      ],
    )
  })
})

describe('where a planned resource is', () => {
  const at = (after: object, configured: Readonly<Record<string, unknown>> = {}) =>
    toPlain(only(planFile([{ address: 'aws_instance.train', after: { ...after } }], configured)).region)

  it('its own region, its ARN and its zone come before its provider', () => {
    const west = provider({ region: { constant_value: 'us-west-2' } })
    assert.equal(at({ region: 'eu-west-1' }, west), 'eu-west-1')
    assert.equal(at({ arn: 'arn:aws:ec2:eu-central-1:1:instance/i-1' }, west), 'eu-central-1')
    assert.equal(at({ availability_zone: 'eu-north-1b' }, west), 'eu-north-1')
    assert.equal(at({}, west), 'us-west-2')
  })

  it('the provider: a variable of the plan, an alias, and one of which nothing is said', () => {
    const variable = {
      ...provider({ region: { references: ['var.region'] } }),
      variables: { region: { value: 'us-east-2' } },
    }
    assert.equal(at({}, variable), 'us-east-2')
    assert.equal(at({}, provider({ region: { constant_value: 'ap-south-1' } }, 'aws.mumbai')), 'ap-south-1')
    assert.deepEqual(at({}), { $unknown: 'the plan does not say which region provider "aws" has' })
  })
})

describe('what a planned resource refers to', () => {
  const plan = planFile(
    [
      {
        address: 'module.pools["gpu"].aws_eks_node_group.this',
        module_address: 'module.pools["gpu"]',
        index: undefined,
        after: {
          instance_types: null,
          launch_template: [{ version: '$Latest' }],
          scaling_config: [{ desired_size: 2 }],
        },
        unknown: { launch_template: [{ id: true, name: true }] },
      },
      { address: 'aws_launch_template.gpu', after: { instance_type: 'p4d.24xlarge' }, unknown: { id: true } },
    ],
    {
      configuration: {
        root_module: {
          resources: [
            {
              address: 'aws_launch_template.gpu',
              expressions: { instance_type: { constant_value: 'p4d.24xlarge' } },
            },
          ],
          module_calls: {
            pools: {
              source: './pools',
              expressions: {
                template: { references: ['aws_launch_template.gpu.id', 'aws_launch_template.gpu'] },
              },
              module: {
                resources: [
                  {
                    address: 'aws_eks_node_group.this',
                    expressions: {
                      launch_template: [
                        { id: { references: ['var.template'] }, version: { constant_value: '$Latest' } },
                      ],
                      scaling_config: [{ desired_size: { constant_value: 2 } }],
                    },
                  },
                ],
              },
            },
          },
        },
      },
    },
  )

  it('links through the variable of a module, though the id is not known', () => {
    const { resources } = load(plan)
    const linked = buildGraph(resources).targets(resources[0]!, 'launches')
    assert.deepEqual(linked.kind === 'linked' && linked.resources.map(({ address }) => address), [
      'aws_launch_template.gpu',
    ])
  })

  it('is found again in the files, with the call it is reached through', () => {
    const files = {
      'infra/main.tf':
        'module "pools" {\n  source   = "./pools"\n  for_each = toset(var.names)\n}\n\nvariable "names" {}\n',
      'infra/pools/main.tf': 'resource "aws_eks_node_group" "this" {\n  labels = { team = "risk" }\n}\n',
    }
    const [group] = load(plan, files).resources
    assert.deepEqual(locate(group!.range), { path: 'infra/pools/main.tf', line: 1, column: 1 })
    assert.deepEqual(
      group!.moduleCalls.map(({ range }) => locate(range).path),
      ['infra/main.tf'],
    )
  })

  it('is found in its call where the module is not there, and in the plan where nothing is', () => {
    const call = { 'infra/main.tf': 'module "pools" {\n  source = "acme/pools/aws"\n}\n' }
    assert.equal(locate(load(plan, call).resources[0]!.range).path, 'infra/main.tf')
    const { source, start, end } = load(plan).resources[0]!.range
    // Nothing of the plan's text: it has every secret in it.
    assert.deepEqual([source.path, source.text, start, end], ['plan.json', '', 0, 0])
  })
})
