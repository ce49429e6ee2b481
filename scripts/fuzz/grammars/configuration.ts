import fc, { type Arbitrary } from 'fast-check'
import { expression } from './expressions.ts'

/** Files of a project follow each other in one text, each under a line with its path. */
export const FILE_LINE = '#=== '

const NAMES = ['a', 'drawn', 'serve', 'each', 'many', 'team'] as const
const TYPES = [
  ...[
    'aws_instance',
    'awscc_s3_bucket',
    'google_compute_instance',
    'google_sql_database',
    'azurerm_storage_account',
  ],
  ...['databricks_cluster', 'kubernetes_namespace', 'random_id', 'terraform_data'],
] as const
const DATA = [
  ...[
    'aws_region',
    'aws_partition',
    'aws_default_tags',
    'google_client_config',
    'local_file',
    'template_file',
  ],
  ...['null_data_source', 'aws_ami', 'external', 'terraform_remote_state', 'aws_iam_policy_document'],
] as const
const SOURCES = [
  ...['"./serve"', '"./serve"', '"./serve"', '"./absent"', '"../out"', '"terraform-aws-modules/vpc/aws"'],
  ...[
    '"terraform-aws-modules/eks/aws//modules/karpenter"',
    '"git::https://example.com/x.git"',
    'var.team',
    '""',
    '"./"',
  ],
] as const
const PLACES = [
  '"us-east-1"',
  '"cn-north-1"',
  '"us-gov-west-1"',
  '"us-central1-a"',
  '"East US"',
  '""',
  'var.team',
  'null',
] as const
const REFERENCES = [
  ...[
    'module.drawn',
    'module.drawn.tags',
    'module.serve["a"].tags',
    'module.drawn[0]',
    'local.a',
    'var.drawn',
  ],
  ...['aws_instance.drawn', 'aws_instance.a.tags', 'data.aws_region.a.name', 'data.local_file.a.content'],
  ...[
    'data.aws_partition.a.dns_suffix',
    'each.value',
    'count.index',
    'ephemeral.random_id.a',
    'path.root',
    'path.cwd',
    'self',
  ],
  ...[
    'basename(path.module)',
    'basename(abspath(path.root))',
    'basename(dirname(abspath(path.module)))',
    'basename(path.cwd)',
  ],
  ...[
    'resource.aws_instance.a',
    'aws_instance.a',
    'aws_instance.drawn["a"].network',
    'startswith("a${local.unknown}", "ab")',
  ],
  ...[
    'merge({ a = 1 }, local.unknown)',
    'transpose({ (local.unknown) = ["a"] })',
    'local.unknown == "a" ? { a = [1] } : { a = [2], b = 1 }',
  ],
] as const

const value: Arbitrary<string> = fc.oneof(
  { arbitrary: expression, weight: 3 },
  fc.constantFrom(...REFERENCES),
)
const name = fc.constantFrom(...NAMES)
const line = (key: string, of: Arbitrary<string> = value) => of.map((each) => `  ${key} = ${each}\n`)
const many = (...lines: readonly Arbitrary<string>[]) =>
  fc.array(fc.oneof(...lines), { maxLength: 4 }).map((each) => each.join(''))
const repeated = fc.oneof(
  { arbitrary: fc.constant(''), weight: 3 },
  line('count'),
  line('for_each'),
  fc.constantFrom(
    ...[
      '  count = 2\n',
      '  for_each = toset(local.names)\n',
      '  for_each = var.sizes\n',
      '  count = 2\n  for_each = var.sizes\n',
    ],
    ...[
      '  for_each = local.unknown\n',
      '  for_each = local.secret\n',
      '  for_each = []\n',
      '  for_each = "a"\n',
      '  for_each = { a = local.unknown }\n',
    ],
    ...[
      '  for_each = toset([1, 2])\n',
      '  for_each = sensitive({ a = 1 })\n',
      '  for_each = toset([true])\n',
    ],
    '  for_each = { for pair in setproduct(range(72), range(72)) : join("-", pair) => 1 }\n',
    ...['  for_each = toset([local.unknown, "a", 1])\n', '  for_each = merge(var.sizes, local.unknown)\n'],
  ),
)
const nested = fc.oneof(
  value.map((each) => `  network {\n    subnet = ${each}\n  }\n`),
  fc
    .tuple(value, fc.constantFrom('', 'iterator = it\n', 'iterator = "it"\n', 'iterator = 1\n'), value)
    .map(
      ([each, iterator, inner]) =>
        `  dynamic "network" {\n  for_each = ${each}\n  ${iterator}  content {\n    subnet = ${inner}\n    size = network.value\n  }\n  }\n`,
    ),
  fc.constantFrom(
    '  dynamic "network" {}\n',
    '  dynamic "network" {\n  for_each = var.sizes\n  }\n',
    '  lifecycle {\n    ignore_changes = [tags]\n  }\n',
  ),
)
const arguments_ = many(
  line('tags'),
  line('labels'),
  line('region', fc.constantFrom(...PLACES)),
  line('zone', fc.constantFrom(...PLACES)),
  line('location', fc.constantFrom(...PLACES)),
  line('provider', fc.constantFrom('aws.west', 'aws', 'google.x["a"]', '"aws.west"', '1')),
  line('filename', fc.constantFrom('"fraud.json"', '"absent"', 'local.unknown')),
  line('template', fc.constantFrom('"$${a}-x"', '"%%{ if a }"')),
  line('vars'),
  line('inputs'),
  nested,
)
const resource = fc
  .tuple(
    fc.constantFrom('resource', 'resource', 'ephemeral'),
    fc.constantFrom(...TYPES),
    name,
    repeated,
    arguments_,
  )
  .map(([kind, type, called, more, body]) => `${kind} "${type}" "${called}" {\n${more}${body}}\n`)
const data = fc
  .tuple(fc.constantFrom(...DATA), name, repeated, arguments_)
  .map(
    ([type, called, more, body]) =>
      `data "${type}" "${called}" {\n${more}${body}}\nresource "aws_instance" "of_data" {\n  tags = { of = data.${type}.${called} }\n}\n`,
  )
const module = fc
  .tuple(
    name,
    fc.constantFrom(...SOURCES),
    repeated,
    many(
      line('models'),
      line('team'),
      line('unheard_of'),
      line('version', fc.constantFrom('"~> 1.0"', '"x"', 'var.team')),
      fc.constantFrom(
        '  providers = { aws = aws.west }\n',
        '  providers = { aws.x = aws, google = "google" }\n',
        '  providers = 1\n',
      ),
    ),
  )
  .map(([called, source, more, body]) => `module "${called}" {\n  source = ${source}\n${more}${body}}\n`)
const provider = fc
  .tuple(
    fc.constantFrom('aws', 'awscc', 'google', 'azurerm', 'databricks'),
    many(
      line('region', fc.constantFrom(...PLACES)),
      line('alias', fc.constantFrom('"west"', 'var.team')),
      line('host'),
      line('project'),
      line('for_each'),
      line('default_labels'),
      value.map((each) => `  default_tags {\n    tags = ${each}\n  }\n`),
    ),
  )
  .map(([called, body]) => `provider "${called}" {\n${body}}\n`)
const TYPE_EXPRESSIONS = [
  ...[
    '(string)',
    'tuple(string)',
    'object(string)',
    'foo(string)',
    '[string]',
    '1',
    '"list"',
    'object({ a = optional(number, []) })',
  ],
  ...[
    'object({ "a" = string, (b) = number, 1 = any })',
    'object({ a = optional() })',
    'list()',
    'object({ a = optional(string, var.x) })',
  ],
  ...[
    'string',
    'number',
    'bool',
    'any',
    'list(string)',
    'set(number)',
    'map(any)',
    'tuple([string, number])',
    'list(list(any))',
  ],
  ...[
    'object({ a = optional(string, "x"), b = optional(number) })',
    'map(object({ a = any }))',
    '"string"',
    'list',
    'map',
    'strin',
    'object({})',
  ],
  ...[
    'optional(string)',
    'list(string, number)',
    'object({ a = optional(list(string), []) })',
    'tuple([])',
    'set(any)',
  ],
] as const
const variable = fc
  .tuple(
    name,
    many(
      line('type', fc.constantFrom(...TYPE_EXPRESSIONS)),
      line('default'),
      line('sensitive', fc.constantFrom('true', 'false', '1')),
      line('nullable', fc.constantFrom('true', 'false')),
      value.map((each) => `  validation {\n    condition = ${each}\n    error_message = "no"\n  }\n`),
    ),
  )
  .map(([called, body]) => `variable "${called}" {\n${body}}\n`)
const output = fc
  .tuple(name, many(line('value'), line('sensitive', fc.constantFrom('true', '0'))))
  .map(([called, body]) => `output "${called}" {\n${body}}\n`)
const locals = fc.tuple(name, value).map(([called, each]) => `locals {\n  ${called} = ${each}\n}\n`)
const other = fc.constantFrom(
  'moved {\n  from = aws_instance.a\n  to = aws_instance.drawn["a"]\n}\n',
  'removed {\n  from = aws_instance.a\n}\n',
  'terraform {\n  required_providers {\n    aws = { source = "acme/aws" }\n  }\n}\n',
  'terraform {\n  experiments = [module_variable_optional_attrs]\n}\n',
  'terraform {\n  required_providers {\n    databricks = { source = "databricks/databricks" }\n  }\n}\nprovider "databricks" {\n  host = aws_instance.a.id\n}\nresource "databricks_cluster" "a" {}\n',
  'variable "drawn" {\n  default = "a"\n  validation {\n    condition     = length(var.drawn) > 3\n    error_message = "no ${var.team}"\n  }\n}\n',
  'check "a" {}\n',
)
const block = fc.oneof(
  { arbitrary: resource, weight: 4 },
  data,
  module,
  provider,
  variable,
  output,
  locals,
  other,
)
const blocks = fc.array(block, { minLength: 1, maxLength: 4 }).map((each) => each.join(''))

/** Blocks of a project, and sometimes those of a module of it. */
export const configuration: Arbitrary<string> = fc.oneof(
  { arbitrary: blocks, weight: 3 },
  fc.tuple(blocks, blocks).map(([own, inner]) => `${own}${FILE_LINE}serve/main.tf\n${inner}`),
)

/** One of each: what is drawn among many others comes late. */
export const CONFIGURATION_SEEDS: readonly string[] = [
  ...TYPE_EXPRESSIONS.map(
    (type) =>
      `variable "drawn" {\n  type = ${type}\n  default = [{ a = 1 }]\n}\nresource "aws_instance" "a" {\n  tags = { of = var.drawn }\n}\n`,
  ),
  ...REFERENCES.map((reference) => `resource "aws_instance" "a" {\n  tags = { of = ${reference} }\n}\n`),
  ...PLACES.flatMap((place) =>
    DATA.map(
      (type) =>
        `provider "aws" {\n  region = ${place}\n}\ndata "${type}" "a" {\n  filename = "fraud.json"\n  template = "a"\n}\nresource "aws_instance" "a" {\n  tags = { of = data.${type}.a }\n}\n`,
    ),
  ),
  ...TYPES.map((type) => `resource "${type}" "a" {\n  location = "East US"\n  tags = { team = "risk" }\n}\n`),
]

export const CONFIGURATION_WORDS: readonly string[] = [
  ...TYPES,
  ...DATA,
  ...SOURCES,
  ...PLACES,
  ...REFERENCES,
  ...TYPE_EXPRESSIONS,
  ...[
    'for_each = ',
    'count = ',
    'dynamic "network" {',
    'content {',
    'provider = aws.west',
    'default_tags {',
    'source = ',
  ],
]
