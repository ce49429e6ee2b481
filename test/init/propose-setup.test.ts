import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { wholeFolder } from '../../cli/trees/locate-folder.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { memoryTree, proposeSetup, SETUP_PRESETS, type SourceTree } from '../../core/index.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { hostileText } from '../render/arbitrary-review.ts'
import { frozenBook } from '../support/frozen-book.ts'

const prices = frozenBook()
/** Half a character: no file holds one. */
const LONE = /\p{Surrogate}/u

/** The proposal for some files, and what our own reader makes of it. */
function proposed(tree: SourceTree, below = '', options: Partial<Parameters<typeof proposeSetup>[2]> = {}) {
  const { config, ...rest } = proposeSetup(tree, below, { prices, ...options })
  const { config: read, problems } = readConfig(new SourceFile('ascribe.yml', config.text))
  return {
    ...rest,
    path: config.path,
    text: config.text,
    read,
    problems: problems.map(({ message }) => message),
  }
}

const instance = (name: string, tags: Readonly<Record<string, string>>) => `
resource "aws_instance" "${name}" {
  instance_type = "g5.xlarge"
  tags = {
${Object.entries(tags)
  .map(([key, value]) => `    ${JSON.stringify(key)} = ${JSON.stringify(value)}`)
  .join('\n')}
  }
}
`

/** An example without the `ascribe.yml` that it has. */
function exampleTree(name: string): SourceTree {
  const { tree } = wholeFolder(`examples/${name}/head`)
  return {
    read: (path) => (path === 'ascribe.yml' ? undefined : tree.read(path)),
    list: (directory) => tree.list(directory).filter((entry) => entry.name !== 'ascribe.yml'),
  }
}

describe('a first ascribe.yml', () => {
  for (const example of ['ml-platform', 'gcp-platform', 'azure-platform'])
    it(`of ${example} reads without a problem, and names what its tags hold`, () => {
      const { read, problems, text } = proposed(exampleTree(example))
      assert.deepEqual(problems, [])
      assert.ok(read.teams.size >= 2, text)
      assert.ok(read.models.size >= 1, text)
      assert.match(text, /^enforcement:\n {2}mode: warn$/m)
    })

  it('of the example platform: prefix of labels, the cluster, teams with cost centres, models with teams', () => {
    const { read, text } = proposed(exampleTree('ml-platform'))
    assert.deepEqual(read.schema.targets.get('kubernetes'), { prefix: 'ml.acme.example/', separator: '-' })
    assert.deepEqual(
      read.clusters.map(({ name, manifests }) => ({ name, manifests })),
      [{ name: 'ml-shared', manifests: ['k8s/**'] }],
    )
    assert.equal(read.teams.get('fraud-ml')?.costCenter, 'eng-risk')
    assert.equal(read.models.get('fraud_xgb_v7')?.team, 'fraud-ml')
    assert.match(text, /lifecycle_phase: trainning is in use; is training meant\?/)
  })

  it('takes the preset whose keys are in use, and calls other spellings aliases', () => {
    const attribution = proposed(
      memoryTree({
        'main.tf': instance('a', { Team: 'fraud-ml', CostCenter: 'eng-1', Env: 'prod', Name: 'box' }),
      }),
    )
    assert.equal(attribution.preset, 'ml-attribution')
    assert.deepEqual(Object.fromEntries(attribution.read.schema.aliases), {
      CostCenter: 'cost_center',
      Env: 'environment',
      Team: 'team',
    })
    assert.ok(attribution.read.schema.keys.find(({ key }) => key === 'environment')?.values?.includes('prod'))
    assert.match(attribution.text, /left alone: \[Name\]/)
    const prefixed = proposed(
      memoryTree({ 'main.tf': instance('a', { 'ml-team': 'vision', 'ml-project': 'ocr' }) }),
    )
    assert.equal(prefixed.preset, 'ml-prefixed')
    assert.deepEqual([...prefixed.read.teams.keys(), ...prefixed.read.models.keys()], ['vision', 'ocr'])
  })

  it('says why: without tags there is a default, and it is the answer to a question', () => {
    const { because, problems } = proposed(memoryTree({ 'main.tf': instance('a', {}) }))
    assert.match(because, /none of the tags in use/)
    assert.deepEqual(problems, [])
    const chosen = proposed(memoryTree({ 'main.tf': instance('a', {}) }), '', { preset: 'ml-prefixed' })
    assert.equal(chosen.preset, 'ml-prefixed')
    assert.match(chosen.text, /# ml-prefixed: as asked for/)
  })

  for (const preset of SETUP_PRESETS)
    it(`with the preset ${preset} asked for, every example reads without a problem`, () => {
      for (const example of ['ml-platform', 'gcp-platform', 'azure-platform'])
        assert.deepEqual(proposed(exampleTree(example), '', { preset }).problems, [], example)
      const { read } = proposed(exampleTree('ml-platform'), '', { preset: 'ml-prefixed' })
      assert.equal(read.schema.aliases.get('ml.acme.example/team'), 'ml-team')
      assert.equal(read.schema.targets.get('kubernetes'), undefined)
    })

  it('leaves open what tags contradict each other about', () => {
    const { read, text } = proposed(
      memoryTree({
        'main.tf':
          instance('a', { team: 'fraud-ml', cost_center: 'eng-1', model_id: 'ranker' }) +
          instance('b', { team: 'fraud-ml', cost_center: 'eng-2' }) +
          instance('c', { team: 'search-ml', model_id: 'ranker' }),
      }),
    )
    assert.equal(read.teams.get('fraud-ml')?.costCenter, undefined)
    assert.equal(read.models.get('ranker')?.team, undefined)
    assert.match(text, /fraud-ml: \{\} # 2, with several cost centres: \[eng-1, eng-2\]/)
    assert.match(text, /ranker: \{\} # 2, of several teams: \[fraud-ml, search-ml\]/)
  })

  it('makes a project of each var file that Terraform does not read by itself', () => {
    const { read, problems } = proposed(
      memoryTree({
        'infra/main.tf': `terraform {\n  backend "s3" {}\n}\n${instance('a', {})}`,
        'infra/terraform.tfvars': '',
        'infra/envs/prod.tfvars': '',
        'infra/envs/staging/values.tfvars': '',
        'infra/example.tfvars': '',
        'other/main.tf': instance('b', {}),
      }),
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      read.projects.map(({ name, path, varFiles }) => ({ name, path, varFiles })),
      [
        { name: 'infra-prod', path: 'infra', varFiles: ['infra/envs/prod.tfvars'] },
        { name: 'infra-staging', path: 'infra', varFiles: ['infra/envs/staging/values.tfvars'] },
        { name: 'other', path: 'other', varFiles: [] },
      ],
    )
  })

  it('of a folder counts from there on, and reads CODEOWNERS and the domains of those who commit', () => {
    const tree = memoryTree({
      'platform/main.tf': instance('a', { team: 'fraud-ml' }),
      'platform/x.tfvars': '',
      'elsewhere/main.tf': instance('b', { team: 'search-ml' }),
      '.github/CODEOWNERS': '# all\n* @acme/platform someone@acme.example\n/x @acme/fraud-ml\n',
    })
    const { path, read, text, workflow } = proposed(tree, 'platform', {
      authors: [{ name: 'acme.example', count: 4 }],
    })
    assert.equal(path, 'platform/ascribe.yml')
    assert.deepEqual(
      [...read.teams].map(([name, { review }]) => [name, review]),
      [['fraud-ml', '@acme/fraud-ml']],
    )
    assert.match(text, /# platform: \{ review: "@acme\/platform" \}/)
    assert.match(text, /# People who commit: acme\.example \(4\)\./)
    assert.equal(read.projects[0]!.path, '')
    assert.match(workflow.text, /\n {10}path: platform\n$/)
  })

  it('reads back as it is meant whatever a tag holds: no value becomes a key, a comment or a document of its own', () => {
    const name = fc
      .oneof(
        hostileText(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('yes', 'null', '1e3', '~', '- a', '# x', ': ', '---'),
      )
      .filter(
        (text) =>
          text.trim() !== '' &&
          text !== 'shared' &&
          text !== '__proto__' &&
          !LONE.test(text) &&
          text.length <= 128,
      )
      // As Terraform has every text.
      .map((text) => text.normalize('NFC'))
    fc.assert(
      fc.property(name, name, name, name, (team, model, costCenter, environment) => {
        const tags = { team, model_id: model, cost_center: costCenter, environment }
        const { read, problems, text } = proposed(
          memoryTree({
            'main.tf.json': JSON.stringify({
              resource: { aws_instance: { a: { instance_type: 'g5.xlarge', tags: literal(tags) } } },
            }),
          }),
        )
        assert.deepEqual(problems, [], text)
        assert.deepEqual([...read.teams.keys()], [team], text)
        assert.deepEqual([...read.models.keys()], [model], text)
        assert.equal(read.teams.get(team)?.costCenter, costCenter)
        assert.equal(read.models.get(model)?.team, team)
      }),
      { numRuns: 300 },
    )
  })

  it('the workflow is that of docs/action.md', () => {
    const page = readFileSync('docs/action.md', 'utf8')
    const [, shown] = /^```yaml\n(name: cost review\n[\s\S]*?)^```$/m.exec(page)!
    assert.equal(proposed(memoryTree({})).workflow.text, shown)
  })
})

/** JSON is a language of templates too: what begins one is doubled. */
const literal = (tags: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, value.replaceAll('${', '$${').replaceAll('%{', '%%{')]),
  )
