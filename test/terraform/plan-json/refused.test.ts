import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readPlanFile } from '../../../cli/trees/plan-file.ts'
import { ConfigurationError } from '../../../core/domain/configuration-error.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ConfigurationLoader, loadPlan, readPlan } from '../../../core/terraform/index.ts'
import { planText } from './plan-of.ts'

const HOW = 'make it with "terraform show -json tfplan > plan.json" (or "tofu show -json")'

const refused: Readonly<Record<string, readonly [text: string, message: string]>> = {
  "Terraform's binary plan": [
    'PK\u0003\u0004\u0014\u0000',
    `plan.json is Terraform's binary plan file, not its JSON. ${HOW}`,
  ],
  'an empty file': [' \n', `plan.json is empty. ${HOW}`],
  'what terraform plan prints': [
    'Terraform will perform the following actions:',
    `plan.json is not JSON. ${HOW}`,
  ],
  'a plan that is cut off': [
    planText([]).slice(0, -20),
    `plan.json is cut off: its JSON does not end. ${HOW}`,
  ],
  'the log of terraform plan -json': [
    '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
    `plan.json is the log of "terraform plan -json", not the plan. ${HOW}`,
  ],
  'a state file': [
    '{"version":4,"serial":1,"lineage":"x","resources":[]}',
    `plan.json is a state file, not a plan. ${HOW}`,
  ],
  'a state that is shown': [
    '{"format_version":"1.0","values":{"root_module":{}}}',
    `plan.json shows a state, not a plan. ${HOW}`,
  ],
  'other JSON': ['{"name":"ascribe"}', `plan.json is JSON, but no plan: it has no format_version. ${HOW}`],
  'a list': ['[]', `plan.json is JSON, but no plan. ${HOW}`],
  'a later format': [
    '{"format_version":"2.0","resource_changes":[]}',
    'plan.json has format_version "2.0". expected 1.x',
  ],
}

describe('what is no plan is refused in one line', () => {
  for (const [what, [text, message]] of Object.entries(refused))
    it(what, () =>
      assert.throws(
        () => readPlan(new SourceFile('plan.json', text)),
        (error) => error instanceof ConfigurationError && error.message === message,
      ),
    )

  it("what setup-terraform's wrapper prints around a plan is passed over", () => {
    const text = `[command]/opt/terraform-bin show -json tfplan\n${planText([])}\n::debug::exit code: 0\n`
    assert.equal(readPlan(new SourceFile('plan.json', text)).json.terraform_version, '1.11.4')
  })

  it('a file that is not there', () =>
    assert.throws(
      () => readPlanFile('infra=none.json', tmpdir(), tmpdir()),
      (error) =>
        error instanceof ConfigurationError &&
        error.message ===
          'the plan "none.json" is not there. make it with "terraform show -json tfplan > plan.json"',
    ))

  it("what PowerShell's > writes is read", () => {
    const folder = mkdtempSync(join(tmpdir(), 'ascribe-plan-'))
    try {
      writeFileSync(join(folder, 'plan.json'), Buffer.from(`\uFEFF${planText([])}`, 'utf16le'))
      const { project, source } = readPlanFile('infra=plan.json', folder, folder)
      assert.deepEqual([project, source.path], ['infra', 'plan.json'])
      assert.equal(readPlan(source).json.terraform_version, '1.11.4')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a hostile plan', () => {
  const spec = { id: '.', root: '', variableFiles: [], workspace: 'default' }
  const load = (text: string) =>
    loadPlan(
      readPlan(new SourceFile('plan.json', text)),
      'after',
      new ConfigurationLoader(memoryTree({})),
      spec,
    )

  it('any JSON in the place of its parts is read or refused, and nothing is thrown', () => {
    const anyJson = fc.jsonValue({ maxDepth: 3 })
    const change = fc.record({
      address: fc.oneof(fc.constant('module.a["x"].aws_instance.b[0]'), anyJson),
      mode: fc.constant('managed'),
      type: fc.oneof(fc.constant('aws_instance'), anyJson),
      name: fc.constant('b'),
      change: fc.oneof(
        fc.record({ before: anyJson, after: anyJson, after_unknown: anyJson, after_sensitive: anyJson }),
        anyJson,
      ),
    })
    const plan = fc.record({
      format_version: fc.constant('1.2'),
      resource_changes: fc.oneof(fc.array(change, { maxLength: 3 }), anyJson),
      planned_values: anyJson,
      configuration: fc.oneof(fc.record({ provider_config: anyJson, root_module: anyJson }), anyJson),
      variables: anyJson,
    })
    fc.assert(
      fc.property(plan, (json) => {
        load(JSON.stringify(json))
      }),
      { numRuns: 500 },
    )
  })

  it('modules that give each other their variables end', () => {
    const call = (references: readonly string[]) => ({
      source: './m',
      expressions: { a: { references }, b: { references } },
    })
    let module: object = {
      resources: [{ address: 'aws_instance.x', expressions: { ami: { references: ['var.a', 'var.b'] } } }],
    }
    let address = 'aws_instance.x'
    for (let depth = 0; depth < 30; depth++) {
      module = { module_calls: { m: { ...call(['var.a', 'var.b']), module } } }
      address = `module.m.${address}`
    }
    const plan = planText([{ address, after: { ami: 'x' } }], { configuration: { root_module: module } })
    assert.equal(load(plan).resources.length, 1)
  })

  it('values that are nested without end', () => {
    const deep = `${'['.repeat(3000)}1${']'.repeat(3000)}`
    const plan = planText([{ address: 'aws_instance.x', after: { tags: 'DEEP' } }]).replace('"DEEP"', deep)
    assert.equal(load(plan).resources.length, 1)
  })
})
