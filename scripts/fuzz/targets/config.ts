import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { compilePattern } from '../../../core/config/pattern.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { readUsageFile, statedInFile } from '../../../core/config/usage-file.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import ascribeYml from '../../../schema/ascribe.schema.json' with { type: 'json' }
import { jsonOf, objectOf } from '../grammars/json.ts'
import { type JsonSchema, ofSchema } from '../grammars/json-schema.ts'
import { mustBeTold } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

const NAMES = [
  'team',
  'model_id',
  'fraud-ml',
  'fraud_xgb_v7',
  'prod',
  'environment',
  'type',
  '__proto__',
  'tags',
]
const PATTERNS = [
  '^[a-z]+(-[a-z]+)*$',
  'a{2,4}|\\d+?\\b',
  '(a{1,50}){50}',
  '(a+)+$',
  '[^\\W_]{0,3}',
  '(',
  '(?=a)',
  '^.\\B\\x41*',
]
const ANY = [
  'a',
  '',
  '*',
  'fraud-*',
  '**/*.tf',
  '../x',
  '/etc',
  'team',
  '2026-11-21',
  '2026-02-30',
  '150%',
  'EUR',
]
/** What means something, by the key that it stands at. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  pattern: PATTERNS,
  values: ['fraud', 'catalogue', 'values.yaml', '../values.yaml'],
  chart: ['charts/serve', '../charts'],
  include: ['models.csv', 'teams.yml', 'absent.yml', '../models.csv'],
  metric: ['reads.csv', 'absent.csv', '../reads.csv'],
  currency: ['EUR', 'USD', 'eur'],
  'enforce-from': ['2027-01-15', '2027-02-30'],
  until: ['2027-03-31', '2027-13-01'],
  reviewed: ['2026-11-01', '2026-00-01'],
  'allow-hosts': ['github.com', 'a b'],
}
const wrong = jsonOf([...NAMES, ...ANY])
const SECTIONS = Object.entries(ascribeYml.properties as Readonly<Record<string, JsonSchema>>)
const texts = { names: NAMES, of: (property: string) => [...(TEXTS[property] ?? ANY), ...ANY.slice(0, 4)] }
const section = fc
  .constantFrom(...SECTIONS.filter(([name]) => name !== 'version'))
  .chain(([name, schema]) => ofSchema(schema, texts, wrong).map((value): [string, unknown] => [name, value]))
const document = fc
  .tuple(fc.constantFrom(1, 1, 1, 1, 2, '1'), fc.array(section, { minLength: 1, maxLength: 3 }))
  .map(([version, sections]) => ({ version, ...Object.fromEntries(sections) }))

const quantities = objectOf(
  fc.constantFrom('aws_s3_bucket.data', 'aws_lambda_function.score["a"]', 'aws_s3_bucket'),
  objectOf(fc.constantFrom('monthly_requests', 'standard'), fc.oneof(fc.constantFrom(1, 1e13, -1), wrong)),
)
const measured = fc.record(
  {
    period: fc.constantFrom('2026-10', 'October', ''),
    discounts: fc.oneof(
      fc.array(fc.record({ sku: fc.constantFrom('ec2/*', 1), percent: fc.constantFrom(13.5, 0, 101) })),
      wrong,
    ),
    baselines: fc.oneof(objectOf(fc.constantFrom('fraud', 'x'), fc.constantFrom(1, -1, 'a')), wrong),
    resource_usage: quantities,
  },
  { requiredKeys: [] },
)
const usage = fc.record(
  {
    version: fc.constantFrom(0.1),
    resource_usage: fc.oneof(quantities, wrong),
    resource_type_default_usage: quantities,
    calibration: fc.oneof({ arbitrary: measured, weight: 4 }, wrong),
    other: wrong,
  },
  { requiredKeys: ['version'] },
)

/** Files that `ascribe.yml` names follow it in the text, a table and a catalogue. */
const NEXT_FILE = '\n=== '
const table = fc
  .tuple(
    fc.constantFrom(
      'model,team,budget',
      'team,review',
      'team,requests',
      'model,"a ""b"""',
      'model',
      'x,y',
      '',
    ),
    fc.array(fc.constantFrom('fraud,1,2', '"fraud, ""ml""",1e3', 'a,-1', '"open', ',', '', 'fraud,3'), {
      maxLength: 4,
    }),
  )
  .map(([header, rows]) => [header, ...rows].join('\n'))
const entries = SECTIONS.filter(([name]) => name === 'teams' || name === 'models').map(([name, schema]) =>
  ofSchema(schema, texts, wrong).map((value) => ({ [name]: value, version: 1 })),
)
const catalogue = fc.oneof(...entries, wrong)

const written = (value: Parameters<typeof stringify>[0], isFlow: boolean) =>
  isFlow ? JSON.stringify(value) : stringify(value)

export default {
  files: /^core\/config\//,
  seeds: (root) => {
    const all = readFileSync(path.join(root, 'test/config/every-key.yml'), 'utf8')
    const shared =
      'shared: [{ name: store, match: { type: aws_s3_bucket }, method: usage, metric: reads.csv }]'
    return [
      ...all.split(/\n\n/).map((part) => `version: 1\n${part}`),
      ...['team,reads\nfraud-ml,3\nfraud-ml,4e2\n', 'model,gb\nfraud,x\n'].map(
        (rows) => `version: 1\n${shared}\n${NEXT_FILE}${rows}`,
      ),
    ]
  },
  grammar: fc.oneof(
    {
      arbitrary: fc.tuple(document, fc.boolean()).map(([value, isFlow]) => written(value, isFlow)),
      weight: 4,
    },
    fc
      .tuple(document, table, catalogue)
      .map(([value, rows, more]) =>
        [JSON.stringify({ ...value, include: ['models.csv', 'teams.yml'] }), rows, written(more, false)].join(
          NEXT_FILE,
        ),
      ),
    fc.tuple(usage, fc.boolean()).map(([value, isFlow]) => written(value, isFlow)),
  ),
  words: [
    ...SECTIONS.map(([name]) => `${name}: `),
    ...new Set([...JSON.stringify(ascribeYml).matchAll(/"([\w-]+)":\{/g)].map(([, name]) => name!)),
    ...NAMES,
    ...ANY,
    ...PATTERNS,
    ...Object.values(TEXTS).flat(),
    ...[
      'calibration: ',
      'resource_usage: ',
      NEXT_FILE,
      'include: [models.csv, teams.yml]\n',
      'metric: reads.csv',
    ],
    ...[': ', '- ', '\n  ', '{ ', ' }', '[', ']', '&a ', '*a', 'version: 1\n', '---\n'],
  ],
  run: (text) => {
    const [own = '', rows = '', catalogue] = text.split(NEXT_FILE)
    if (/^\{?"?version"?: ?0/.test(own)) return readUsage(own)
    const { config, problems } = readConfig(new SourceFile('ascribe.yml', own), (name) => {
      if (name.endsWith('.csv')) return new SourceFile(name, rows)
      return catalogue === undefined ? undefined : new SourceFile(name, catalogue)
    })
    mustBeTold(problems)
    for (const { pattern } of config.schema.keys) mustMatch(pattern ?? '', text)
  },
} satisfies FuzzTarget

function readUsage(text: string): void {
  const { usage, problems } = readUsageFile(new SourceFile('ascribe-usage.yml', text))
  mustBeTold(problems)
  if (usage.measured)
    for (const { note } of usage.measured.discounts) if (note === '') throw new Error('no note')
  for (const address of ['aws_s3_bucket.data', 'aws_lambda_function.score["a"]'])
    statedInFile(usage, { address, type: 'aws_s3_bucket' }, 'monthly_requests')
}

/** As the rules try values. */
function mustMatch(source: string, text: string): void {
  const pattern = compilePattern(source)
  if (pattern.kind === 'pattern') pattern.matches(text.slice(0, 60))
}
