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
const known = fc.oneof(value, objectOf(fc.constantFrom('tags', 'instance_type', 'ami', '__proto__'), value))
const change = fc.record(
  {
    address: fc.constantFrom(
      'aws_instance.train',
      'aws_instance.train[0]',
      'module.a["x.y"].aws_eip.ip',
      '',
      'a..b[',
      'x',
    ),
    previous_address: fc.constantFrom('aws_instance.old', ''),
    mode: fc.constantFrom('managed', 'data', ''),
    type: fc.constantFrom('aws_instance', 'aws_eip', 'google_x', ''),
    name: fc.constantFrom('train', ''),
    index: fc.oneof(fc.constantFrom<unknown>(0, 'x.y', -1, null), value),
    provider_name: fc.constantFrom('registry.terraform.io/hashicorp/aws', 'aws', ''),
    change: fc.record(
      {
        actions: fc.oneof(
          fc.constantFrom(['create'], ['delete', 'create'], ['update'], ['no-op'], ['forget'], []),
          value,
        ),
        before: known,
        after: known,
        after_unknown: known,
        before_sensitive: known,
        after_sensitive: known,
      },
      { requiredKeys: ['actions', 'after'] },
    ),
  },
  { requiredKeys: ['address', 'mode', 'type', 'change'] },
)
const expressions = objectOf(
  fc.constantFrom('tags', 'instance_type'),
  fc.record({
    references: fc.array(fc.constantFrom('aws_eip.x.id', 'aws_eip.x', 'each.key', 'var.team', '')),
  }),
)
const configured = fc.record({
  address: fc.constantFrom('aws_instance.train', 'aws_eip.ip'),
  type: fc.constantFrom('aws_instance', 'aws_eip'),
  name: fc.constantFrom('train', 'ip'),
  provider_config_key: fc.constantFrom('aws', 'module.a:aws.west'),
  expressions,
})
const plan = fc.record(
  {
    format_version: fc.constantFrom<unknown>('1.2', '1.0', '2.0', 3, '0.1'),
    terraform_version: fc.constantFrom<unknown>('1.11.4', null),
    resource_changes: fc.oneof(
      { arbitrary: fc.array(fc.oneof({ arbitrary: change, weight: 5 }, value), { maxLength: 4 }), weight: 6 },
      value,
    ),
    deferred_changes: fc.oneof(fc.array(fc.record({ resource_change: change }), { maxLength: 2 }), value),
    errored: fc.boolean(),
    complete: fc.boolean(),
    configuration: fc.oneof(
      fc.record({
        provider_config: fc.oneof(
          objectOf(
            fc.constantFrom('aws', 'module.a:aws.west'),
            fc.record({ name: fc.constant('aws'), expressions: fc.oneof(expressions, value) }),
          ),
          value,
        ),
        root_module: fc.record({
          resources: fc.oneof(fc.array(configured, { maxLength: 3 }), value),
          module_calls: objectOf(
            fc.constantFrom('a', 'vpc'),
            fc.record({
              module: fc.record({ resources: fc.array(configured, { maxLength: 2 }) }),
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

export default {
  files: /^core\/terraform\/plan\//,
  seeds: () => ['{"format_version":"1.2","resource_changes":[]}'],
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
    const loader = new ConfigurationLoader(
      memoryTree({ 'main.tf': 'resource "aws_instance" "train" {\n  tags = { team = "fraud" }\n}\n' }),
    )
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
