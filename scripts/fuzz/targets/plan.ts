import fc from 'fast-check'
import { ConfigurationError } from '../../../core/domain/configuration-error.ts'
import { toPlain } from '../../../core/domain/plain.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ConfigurationLoader, loadPlan, readPlan } from '../../../core/terraform/index.ts'
import { jsonOf, objectOf } from '../grammars/json.ts'
import { mustBeTold, mustBeWithin } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

const WORDS = [
  ...[
    'resource_changes',
    'change',
    'actions',
    'before',
    'after',
    'after_unknown',
    'after_sensitive',
    'address',
    'mode',
  ],
  ...[
    'managed',
    'create',
    'delete',
    'update',
    'no-op',
    'type',
    'name',
    'index',
    'provider_name',
    'module_address',
  ],
  ...[
    'configuration',
    'root_module',
    'resources',
    'expressions',
    'references',
    'constant_value',
    'module_calls',
    'count_expression',
  ],
  ...[
    'planned_values',
    'provider_config',
    'previous_address',
    'aws_instance.train',
    'module.vpc["a"].aws_eip.x[0]',
    'tags',
  ],
  ...[
    'aws_instance',
    'registry.terraform.io/hashicorp/aws',
    '1.2',
    '__proto__',
    'deferred_changes',
    'errored',
    'default_tags',
  ],
]
const value = jsonOf(WORDS)
const ATTRIBUTES = ['tags', 'tags_all', 'instance_type', 'network', 'arn', 'availability_zone', 'labels']
const inner = objectOf(fc.constantFrom('team', 'subnet', 'size', '__proto__'), value)
const known = fc.oneof(
  value,
  objectOf(
    fc.constantFrom(...ATTRIBUTES, 'terraform_labels', 'region', '__proto__'),
    fc.oneof(
      value,
      inner,
      fc.array(inner, { maxLength: 2 }),
      fc.constantFrom('arn:aws:ec2:eu-west-1:1:i', 'us-east-1b'),
    ),
  ),
)
const NAMED = [
  ['aws_instance', 'train', ''],
  ['aws_instance', 'there', ''],
  ['aws_instance', 'counted', '[0]'],
  ['aws_eip', 'ip', '["x.y"]'],
  ['google_compute_instance', 'serve', ''],
] as const
const given = fc.record(
  {
    actions: fc.oneof(
      fc.constantFrom(['create'], ['delete', 'create'], ['update'], ['no-op'], ['forget'], []),
      value,
    ),
    before: known,
    after: known,
    after_unknown: fc.oneof(known, fc.constant(true)),
    before_sensitive: known,
    after_sensitive: known,
  },
  { requiredKeys: ['actions', 'after'] },
)
const change = fc
  .tuple(
    fc.constantFrom(...NAMED),
    fc.constantFrom('', '', 'module.a.', 'module.far.module.a.', 'module.a["x.y"].', 'a..b['),
    fc.record(
      {
        mode: fc.constantFrom('managed', 'managed', 'managed', 'data'),
        previous_address: fc.constantFrom('aws_instance.old', ''),
        index: fc.oneof(fc.constantFrom<unknown>(0, 'x.y', -1, null), value),
        provider_name: fc.constantFrom(
          'registry.terraform.io/hashicorp/aws',
          'registry.terraform.io/hashicorp/google',
          'aws',
        ),
        change: fc.oneof({ arbitrary: given, weight: 5 }, value),
      },
      { requiredKeys: ['mode', 'change'] },
    ),
  )
  .map(([[type, name, key], within, rest]) => ({
    address: `${within}${type}.${name}${key}`,
    type,
    name,
    ...rest,
  }))
const REFERENCES = [
  ...['aws_eip.x.id', 'aws_eip.x', 'aws_eip.x[0].id', 'each.key', 'var.team', 'var.absent', ''],
  ...['module.a.id', 'module.a', 'module.a["x.y"].id', 'module.far.id', 'data.aws_ami.x'],
]
const expression = fc.oneof(
  fc.record({ references: fc.array(fc.constantFrom(...REFERENCES), { minLength: 1, maxLength: 2 }) }),
  fc.record({ references: fc.constantFrom(['var.team'], ['var.tags'], ['var.absent']) }),
  fc.record({ constant_value: fc.oneof(inner, value) }),
)
const blocks = fc.array(objectOf(fc.constantFrom('team', 'subnet', 'size', 'tags'), expression), {
  maxLength: 2,
})
const expressions = objectOf(
  fc.constantFrom(...ATTRIBUTES, 'default_tags', 'default_labels', 'region'),
  fc.oneof(expression, blocks),
)
const outputs = objectOf(fc.constantFrom('id', 'arn'), fc.record({ expression }))
const configured = fc
  .tuple(
    fc.constantFrom(...NAMED),
    fc.record(
      {
        provider_config_key: fc.constantFrom('aws', 'module.a:aws.west', 'google'),
        expressions: fc.oneof({ arbitrary: expressions, weight: 5 }, value),
      },
      { requiredKeys: ['expressions'] },
    ),
  )
  .map(([[type, name], rest]) => ({ address: `${type}.${name}`, type, name, ...rest }))
const plan = fc.record(
  {
    format_version: fc.constantFrom<unknown>('1.2', '1.0', '2.0', 3, '0.1'),
    terraform_version: fc.constantFrom<unknown>('1.11.4', null),
    resource_changes: fc.oneof(
      { arbitrary: fc.array(fc.oneof({ arbitrary: change, weight: 5 }, value), { maxLength: 4 }), weight: 6 },
      value,
    ),
    deferred_changes: fc.oneof(fc.array(fc.record({ resource_change: change }), { maxLength: 2 }), value),
    variables: objectOf(fc.constantFrom('team', 'tags'), fc.record({ value: fc.oneof(inner, value) })),
    errored: fc.constant(true),
    complete: fc.constant(false),
    configuration: fc.oneof(
      fc.record({
        provider_config: fc.oneof(
          objectOf(
            fc.constantFrom('aws', 'aws.west', 'google'),
            fc.record({ name: fc.constant('aws'), expressions: fc.oneof(expressions, value) }),
          ),
          value,
        ),
        root_module: fc.record({
          resources: fc.oneof(fc.array(configured, { maxLength: 4 }), value),
          module_calls: objectOf(
            fc.constantFrom('a', 'vpc', 'far'),
            fc.record({
              module: fc.record({ resources: fc.array(configured, { maxLength: 2 }), outputs }),
              expressions,
            }),
          ),
        }),
      }),
      value,
    ),
  },
  { requiredKeys: ['format_version', 'resource_changes'] },
)

const created = (name: string, after: object, after_unknown: object) => ({
  ...{ address: `aws_instance.${name}`, mode: 'managed', type: 'aws_instance', name },
  change: { actions: ['create'], after, after_unknown },
})
/** Blocks in a list, with references of their own, of a resource that the files have and of one they have not. */
const WHOLE = ['train', 'there'].map((name) => ({
  format_version: '1.2',
  resource_changes: [
    created(
      name,
      { tags: { team: 'fraud', zones: [1, 2] }, network: [{ size: 1, subnet: 's' }] },
      { tags: { owner: true }, network: [{ subnet: true, ip: true }], id: true },
    ),
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: `aws_instance.${name}`,
          expressions: {
            tags: { references: ['aws_eip.x[0].id', 'aws_eip.x', 'var.team', 'module.a.id'] },
            network: [{ subnet: { references: ['aws_subnet.a.id'] }, size: { constant_value: 1 } }],
          },
        },
      ],
      module_calls: {
        a: {
          module: { outputs: { id: { expression: { references: ['var.of', 'aws_eip.ip.id'] } } } },
          expressions: { of: { references: ['aws_eip.y'] } },
        },
      },
    },
  },
}))

/** What the plan was made of, in part. */
const TREE = memoryTree({
  'main.tf': `
resource "aws_instance" "train" {
  tags = { team = "fraud", owner = aws_eip.x.id, zones = [1, var.absent] }
  network {
    subnet = aws_eip.x.id
    size   = 1
  }
}
resource "aws_instance" "counted" {
  count = var.absent
  tags  = merge({ team = "fraud" }, var.absent)
}
variable "absent" {}
module "a" { source = "./a" }
module "far" { source = "example.com/far" }
`,
  'a/main.tf': 'resource "aws_eip" "ip" {\n  tags = { team = sensitive("risk") }\n}\n',
})
const SAME = new ConfigurationLoader(TREE)
for (const folder of ['', 'a']) SAME.module(folder)

export default {
  files: /^core\/terraform\/plan\//,
  seeds: () => [
    '{"format_version":"1.2","resource_changes":[]}',
    ...WHOLE.map((each) => JSON.stringify(each)),
  ],
  grammar: plan.map((each) => JSON.stringify(each)),
  words: [
    ...WORDS.map((word) => JSON.stringify(word)),
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    'null',
    'true',
    '"__proto__":{}',
  ],
  run: (text) => {
    const loader = new ConfigurationLoader(TREE, SAME)
    const spec = { id: '.', root: '', variableFiles: [], workspace: 'default' }
    const read = planOf(text)
    if (!read) return
    for (const side of ['before', 'after'] as const) {
      const { resources, problems } = loadPlan(read, side, loader, spec)
      mustBeTold(problems)
      for (const { address, attributes, range } of resources) {
        mustBeWithin(range, address)
        toPlain(attributes)
      }
    }
  },
} satisfies FuzzTarget

/** A text that is no plan is told as one line, and that is right. */
function planOf(text: string) {
  try {
    return readPlan(new SourceFile('plan.json', text))
  } catch (error) {
    if (error instanceof ConfigurationError && error.message.length < 1_000) return undefined
    throw error
  }
}
