import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseHcl } from '../../core/hcl/parse.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { effectiveTags } from '../../core/tags/effective-tags.ts'
import { ConfigurationLoader, loadProject } from '../../core/terraform/index.ts'
import { ROOT } from '../terraform/edits/fixing.ts'
import { assertKept } from '../terraform/edits/kept.ts'
import { formatted, hasTerraform } from '../terraform/edits/terraform-fmt.ts'
import { type Files, fixed, planned, TEAM_ONLY } from './fixing.ts'

const tags = fc.constantFrom(
  '',
  'tags = {}',
  'tags = { Name = "box" }',
  'tags = { team = "search-ml" }',
  'tags = { Name = "box", tier = "gold", }',
  'tags = local.shared',
  'tags = merge(local.shared, { Name = "box" })',
  'tags = merge(\n    local.shared,\n    local.more,\n  )',
  'tags = { for key, value in local.shared : key => value }',
  'tags = var.given',
  'tags = {\n    # nothing yet\n  }',
)
const type = fc.constantFrom('aws_instance', 'aws_s3_bucket', 'aws_ebs_volume', 'aws_iam_role')
const block = fc.record({ type, tags, uses: fc.boolean(), count: fc.boolean() })

/** A root module with a module that it calls once or twice. */
const tree = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 5 }),
    inner: fc.array(block, { maxLength: 2 }),
    calls: fc.integer({ min: 0, max: 2 }),
    provider: fc.constantFrom(
      '',
      'provider "aws" {\n  region = "us-east-1"\n}\n',
      'provider "aws" {\n  default_tags {\n    tags = local.more\n  }\n}\n',
    ),
    crlf: fc.boolean(),
  })
  .map(({ blocks, inner, calls, provider, crlf }): Files => {
    const bodies = (all: typeof blocks) =>
      all
        .map(({ type, tags, uses, count }, index) => {
          const lines = [
            count ? 'count = 2' : '',
            uses ? '# uses the local\n  user_data = jsonencode(local.shared)' : '',
            tags,
          ]
          const body = lines
            .filter((line) => line !== '')
            .map((line) => `  ${line}\n`)
            .join('')
          return `resource "${type}" "r${index}" {\n${body}}\n`
        })
        .join('\n')
    const locals = 'locals {\n  shared = {\n    Project = "fraud" # kept\n  }\n  more = {}\n}\n'
    const variable = 'variable "given" {\n  default = {}\n}\n'
    const module = Array.from(
      { length: calls },
      (_, index) => `module "m${index}" {\n  source = "./inner"\n}\n`,
    )
    const main = [provider, locals, variable, ...module, bodies(blocks)].join('\n')
    const files = { 'main.tf': main, 'inner/main.tf': [locals, variable, bodies(inner)].join('\n') }
    const ended = Object.entries(files).map(([name, text]) => [
      name,
      crlf ? text.replaceAll('\n', '\r\n') : text,
    ])
    return { ...Object.fromEntries(ended), 'ascribe.yml': TEAM_ONLY }
  })

/** Address → tags and everything else, evaluated here and not by the fix. */
function evaluated(files: Files) {
  const { resources } = loadProject(new ConfigurationLoader(memoryTree(files)), ROOT)
  return new Map(
    resources.map((resource) => {
      const found = effectiveTags(resource, () => 'other')
      const own = found.kind === 'taggable' ? [...found.tags.tags.values()] : []
      const text = own.map(({ key, value }) => [key, value.kind === 'string' ? value.value : null] as const)
      const rest = [...resource.attributes.entries]
        .filter(([name]) => name !== 'tags')
        .map(([name, value]) => [name, value.kind, 'value' in value ? value.value : null])
      return [resource.address, { tags: new Map(text), rest }]
    }),
  )
}

describe('whatever the tree', () => {
  it('a fix adds the team where it lacks and changes nothing else, reads again, and is done once', function () {
    this.timeout(120_000)
    fc.assert(
      fc.property(tree, (files) => {
        const { files: after } = fixed(files, { set: { team: 'fraud-ml' } })
        const were = evaluated(files)
        const are = evaluated(after)
        assert.deepEqual([...are.keys()], [...were.keys()])
        for (const [address, was] of were) {
          const is = are.get(address)!
          assert.deepEqual(is.rest, was.rest)
          const expected =
            was.tags.has('team') || !is.tags.has('team')
              ? was.tags
              : new Map([...was.tags, ['team', 'fraud-ml']])
          assert.deepEqual(new Map([...is.tags].sort()), new Map([...expected].sort()))
        }
        for (const name of ['main.tf', 'inner/main.tf']) {
          assertKept(files[name]!, after[name]!)
          assert.deepEqual(parseHcl(new SourceFile(name, after[name]!)).problems, [])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('what costs money has a team then, or a reason', () => {
    fc.assert(
      fc.property(tree, (files) => {
        const { plan, files: after } = fixed(files, { set: { team: 'fraud-ml' } })
        const refused = new Set(plan.refusals.map(({ address }) => address))
        for (const [address, { tags }] of evaluated(after))
          if (/aws_instance|aws_ebs_volume/.test(address) && !tags.has('team'))
            assert.ok(refused.has(address), address)
      }),
      { numRuns: 20 },
    )
  })

  it('what terraform fmt had nothing to say about, it has nothing to say about after', function () {
    if (!hasTerraform) return this.skip()
    const samples = fc.sample(tree, { numRuns: 30, seed: 20_261_121 })
    const before = formatted(
      Object.fromEntries(samples.map((files, index) => [`${index}.tf`, files['main.tf']!])),
    )
    const after: Record<string, string> = {}
    for (const [index, files] of samples.entries()) {
      const main = before[`${index}.tf`]!
      const [changed] = planned({ ...files, 'main.tf': main }, { set: { team: 'fraud-ml' } }).files.filter(
        ({ path }) => path === 'main.tf',
      )
      after[`${index}.tf`] = changed?.after ?? main
    }
    assert.deepEqual(formatted(after), after)
  })
})
