import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'
import { type Diagnostic, LanguageClient, type Position } from './language-client.ts'

const ASCRIBE = `version: 1
teams:
  fraud-ml: {}
  search-ml: {}
models:
  fraud_xgb_v7: { team: fraud-ml }
  product_rec_v3: { team: search-ml }
schema:
  keys:
    team: { values: catalogue }
    model_id: { values: catalogue }
    project: { required: false }
    cost_center: { required: false }
    environment: { required: false }
    created_by: { required: false }
`

const LOCALS = `locals {
  fraud_tags = {
    team     = "fraud-ml"
    model_id = "fraud_xgb_v7"
  }
}
`

const UNTAGGED = `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "training" {
  instance_type = "g5.xlarge"
}
`

const TAGGED = UNTAGGED.replace(
  '"g5.xlarge"',
  '"g5.xlarge"\n  tags          = merge(local.fraud_tags, { lifecycle_phase = "training" })',
)

const PLATFORM = { 'ascribe.yml': ASCRIBE, 'locals.tf': LOCALS, 'train.tf': UNTAGGED }
const HEADER = { start: { line: 4, character: 0 }, end: { line: 4, character: 34 } }
const isSilent = (found: readonly Diagnostic[]) => found.length === 0
const speaks = (found: readonly Diagnostic[]) => found.length > 0

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly newText: string
}

describe('ascribe lsp --stdio', function () {
  this.timeout(60_000)
  let client: LanguageClient | undefined
  afterEach(async () => {
    assert.equal(await client?.stop(), client && 0)
    client = undefined
  })
  async function editor(files: Readonly<Record<string, string>>, ...rest: object[]): Promise<LanguageClient> {
    client = await LanguageClient.start(temporaryFolder(files), ...rest)
    return client
  }

  it('says which tags an untagged instance lacks, and takes it back when they are typed', async () => {
    const it = await editor(PLATFORM)
    it.open('train.tf', UNTAGGED)
    const [missing, ...others] = await it.until('train.tf', speaks)
    assert.deepEqual(others, [])
    assert.equal(missing!.code, 'missing-tag')
    assert.equal(missing!.severity, 1)
    assert.deepEqual(missing!.range, HEADER)
    assert.match(missing!.message, /aws_instance\.training has no "team", "model_id", "lifecycle_phase" tags/)
    it.change('train.tf', TAGGED)
    await it.until('train.tf', isSilent)
  })

  it('reads unsaved texts over those on disk, also of files that only others look at', async () => {
    const it = await editor({
      ...PLATFORM,
      'train.tf': TAGGED.replace('local.fraud_tags', 'local.team_tags'),
    })
    it.open(
      'locals.tf',
      LOCALS.replace('fraud_tags', 'team_tags').replace('    model_id = "fraud_xgb_v7"\n', ''),
    )
    const [found] = await it.until('train.tf', (all) => all.some(({ code }) => code === 'missing-tag'))
    assert.match(found!.message, /has no "model_id" tag/)
  })

  it('tells a misspelled value at the value, with where it comes from', async () => {
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED.replace('"training" })', '"trainning" })') })
    const [found] = await it.until('train.tf', speaks)
    assert.equal(found!.code, 'invalid-tag-value')
    const line = TAGGED.split('\n')[found!.range.start.line]!.replace('"training" })', '"trainning" })')
    assert.equal(line.slice(found!.range.start.character, found!.range.end.character), '"trainning"')
    assert.match(found!.message, /did you mean "training"/)
  })

  it('says beside a missing tag where the others come from, and in which page the rule is explained', async () => {
    const text = UNTAGGED.replace(
      '"us-east-1"\n',
      '"us-east-1"\n  default_tags {\n    tags = { managed_by = "terraform" }\n  }\n',
    ).replace(
      '"g5.xlarge"',
      '"g5.xlarge"\n  tags = merge(local.fraud_tags, { Name = "train", owner = "ada", stage = "prod" })',
    )
    const it = await editor({ ...PLATFORM, 'train.tf': text })
    const [found] = await it.until('train.tf', speaks)
    assert.equal(found!.code, 'missing-tag')
    assert.deepEqual(
      found!.relatedInformation?.map(({ location: { uri }, message }) => [
        uri.slice(it.uri('').length + 1),
        message,
      ]),
      [
        ['train.tf', 'tags of it come from here (default_tags): managed_by'],
        ['locals.tf', 'tags of it come from here (local): team, model_id'],
      ],
    )
    const page = new URL(found!.codeDescription!.href)
    assert.match(readFileSync(page, 'utf8'), /^# missing-tag$/m)
  })

  it('links to the pages that it is told of', async () => {
    const it = await editor(PLATFORM, { rulePages: 'https://tags.example/rules/' })
    const [found] = await it.until('train.tf', speaks)
    assert.equal(found!.codeDescription?.href, 'https://tags.example/rules/missing-tag.md')
  })

  it('what is not known is a hint with its reason, no error', async () => {
    const text = TAGGED.replace('local.fraud_tags', 'var.tags')
    const it = await editor({ ...PLATFORM, 'train.tf': `${text}\nvariable "tags" {}\n` })
    const [found] = await it.until('train.tf', speaks)
    assert.deepEqual([found!.code, found!.severity], ['unknown-tags', 4])
    assert.match(found!.message, /var\.tags has no default/)
  })

  it('keeps what stands around code that is half typed', async () => {
    const it = await editor(PLATFORM)
    it.open('train.tf', UNTAGGED)
    await it.until('train.tf', speaks)
    it.change('train.tf', `${UNTAGGED}\nresource "aws_ebs_volume" "features" {\n  size = \n  tags = { te`)
    const found = await it.until('train.tf', (all) => all.some(({ code }) => code === undefined))
    assert.ok(
      found.some(({ code, range }) => code === 'missing-tag' && range.start.line === HEADER.start.line),
    )
    const lenses = await it.request<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri: it.uri('train.tf') },
    })
    assert.match(lenses[0]!.command.title, /^≈ \$\d+\/mo · unattributed$/)
  })

  it('shows above each block what it costs, whose it is, and the change since HEAD', async () => {
    const folder = temporaryRepository({ ...PLATFORM, 'train.tf': TAGGED })
    const it = await LanguageClient.start(folder)
    client = it
    it.open('train.tf', TAGGED.replace('g5.xlarge', 'g5.12xlarge'))
    const uri = it.uri('train.tf')
    let titles: string[] = []
    for (let tries = 0; tries < 100 && !titles[0]?.includes('HEAD'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const lenses = await it.request<{ command: { title: string; arguments: unknown[] } }[]>(
        'textDocument/codeLens',
        { textDocument: { uri } },
      )
      titles = lenses.map(({ command }) => command.title)
      assert.deepEqual(lenses[0]?.command.arguments, [uri, HEADER])
    }
    assert.equal(titles.length, 1)
    assert.match(titles[0]!, /^≈ \$4,1\d\d\/mo · fraud_xgb_v7 · training · \+\$3,4\d\d since HEAD$/)
  })

  it('counts in the currency of the work tree, and compares it with no other', async () => {
    const it = await LanguageClient.start(temporaryRepository({ ...PLATFORM, 'train.tf': TAGGED }))
    client = it
    it.open('train.tf', TAGGED.replace('g5.xlarge', 'g5.12xlarge'))
    const title = async () => {
      const lenses = await it.request<{ command: { title: string } }[]>('textDocument/codeLens', {
        textDocument: { uri: it.uri('train.tf') },
      })
      return lenses[0]!.command.title
    }
    for (let tries = 0; tries < 100 && !(await title()).includes('HEAD'); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    assert.match(await title(), /^≈ \$4,.*since HEAD$/)

    it.open('ascribe.yml', `${ASCRIBE}prices: { currency: EUR, rate: 0.92 }\n`)
    assert.match(await title(), /^≈ €3,\d{3}\/mo · fraud_xgb_v7 · training$/)
    const summary = await it.request<{ delta: number | null; currency: string }>('ascribe/summary', {})
    assert.deepEqual([summary.currency, summary.delta], ['EUR', null])
  })

  it('an untrusted workspace starts no git, and so has no HEAD', async () => {
    client = await LanguageClient.start(temporaryRepository(PLATFORM), { trusted: false })
    const summary = await client.request<{ delta: number | null; total: number }>('ascribe/summary', {})
    assert.equal(summary.delta, null)
    assert.ok(summary.total > 700)
  })

  it('hover: charges, their prices with source and date, tags with origin, assumptions', async () => {
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED })
    const hover = await it.request<{ contents: { value: string } }>(
      'textDocument/hover',
      it.at('train.tf', { line: 4, character: 12 }),
    )
    const text = hover.contents.value
    assert.match(text, /\*\*`aws_instance\.training`\*\*: ≈ \\\$\d+\/mo · fraud_xgb_v7 · training/)
    assert.match(text, /\| Instance \(g5\.xlarge, on-demand\) \| 730 Hours × \\\$1\.006 \| \\\$734 \|/)
    assert.match(text, /Prices: AWS Price List.*20\d\d/)
    assert.match(text, /- `team` = `fraud-ml` \(.*locals\.tf:3/)
    assert.match(text, /- `lifecycle_phase` = `training` \(resource at line 7/)
    assert.match(text, /- 730 hours a month/)
    assert.equal(await it.request('textDocument/hover', it.at('train.tf', { line: 5, character: 3 })), null)
  })

  it('completes the tags that a map lacks, and their values', async () => {
    const it = await editor(PLATFORM)
    const lines = UNTAGGED.trimEnd().split('\n')
    const text = [...lines.slice(0, -1), '  tags = {', '    team = "fraud-ml"', '    ', '  }', '}'].join('\n')
    it.open('train.tf', text)
    const at = { line: lines.length + 1, character: 4 }
    const keys = await it.request<{ label: string; textEdit: Edit }[]>(
      'textDocument/completion',
      it.at('train.tf', at),
    )
    assert.deepEqual(
      keys
        .slice(0, 2)
        .map(({ label }) => label)
        .sort(),
      ['lifecycle_phase', 'model_id'],
    )
    assert.ok(!keys.some(({ label }) => label === 'team'))
    assert.equal(keys.find(({ label }) => label === 'model_id')!.textEdit.newText, 'model_id = ""')
    const value = { line: at.line - 1, character: '    team = "'.length }
    const values = await it.request<{ label: string }[]>('textDocument/completion', it.at('train.tf', value))
    assert.deepEqual(
      values.map(({ label }) => label),
      ['fraud-ml', 'search-ml'],
    )
    const elsewhere = await it.request<unknown[]>(
      'textDocument/completion',
      it.at('train.tf', { line: 1, character: 4 }),
    )
    assert.deepEqual(elsewhere, [])
  })

  it('ascribe.yml: what is wrong in it, keys, names of teams', async () => {
    const wrong = ASCRIBE.replace('team: fraud-ml }', 'team: frauds-ml }').replace(
      'teams:',
      'tems: 1\nteams:',
    )
    const it = await editor({ ...PLATFORM, 'ascribe.yml': wrong })
    const found = await it.until('ascribe.yml', (all) => all.length >= 2)
    assert.match(found[0]!.message, /"tems"/)
    assert.match(found[1]!.message, /fraud-ml/)
    const typed = `${ASCRIBE}ch`
    it.open('ascribe.yml', typed)
    const lines = typed.split('\n')
    const keys = await it.request<{ label: string }[]>(
      'textDocument/completion',
      it.at('ascribe.yml', { line: lines.length - 1, character: 2 }),
    )
    assert.ok(keys.some(({ label }) => label === 'checks'))
    assert.ok(!keys.some(({ label }) => label === 'schema'), 'it is there already')
    const ofModel = `${ASCRIBE}\n`.replace('{ team: search-ml }', '\n    team: ')
    it.change('ascribe.yml', ofModel)
    const line = ofModel.split('\n').indexOf('    team: ')
    const teams = await it.request<{ label: string }[]>(
      'textDocument/completion',
      it.at('ascribe.yml', { line, character: 10 }),
    )
    assert.deepEqual(
      teams.map(({ label }) => label),
      ['fraud-ml', 'search-ml'],
    )
  })

  it('the schema that is being typed holds at once', async () => {
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED })
    const summary = await it.request<{ findings: { errors: number } }>('ascribe/summary', {})
    assert.equal(summary.findings.errors, 0)
    it.open('ascribe.yml', ASCRIBE.replace('project: { required: false }', 'project: { required: true }'))
    const [found] = await it.until('train.tf', speaks)
    assert.match(found!.message, /has no "project" tag/)
  })

  it('a quick fix writes what is missing, and then nothing is missing', async () => {
    const it = await editor(PLATFORM)
    it.open('train.tf', UNTAGGED)
    const diagnostics = await it.until('train.tf', speaks)
    const uri = it.uri('train.tf')
    const actions = await it.request<
      { title: string; kind: string; edit: { changes: Record<string, Edit[]> } }[]
    >('textDocument/codeAction', {
      textDocument: { uri },
      range: HEADER,
      context: { diagnostics, only: ['quickfix'] },
    })
    assert.match(actions[0]!.title, /^Add "team", "model_id", "lifecycle_phase" to /)
    it.change('train.tf', applied(UNTAGGED, actions[0]!.edit.changes[uri]!))
    await it.until('train.tf', isSilent)
  })

  it('a misspelled key is renamed where it is written, and its value stays', async () => {
    const misspelled = LOCALS.replace('team     =', 'Teams    =')
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED, 'locals.tf': misspelled })
    it.open('train.tf', TAGGED)
    const diagnostics = await it.until('train.tf', speaks)
    assert.match(diagnostics[0]!.message, /has no "team" tag, but "Teams"/)
    const [rename, add] = await it.request<
      { title: string; isPreferred: boolean; edit: { changes: Record<string, Edit[]> } }[]
    >('textDocument/codeAction', {
      textDocument: { uri: it.uri('train.tf') },
      range: HEADER,
      context: { diagnostics, only: ['quickfix'] },
    })
    assert.deepEqual([rename!.title, rename!.isPreferred], ['Rename tag "Teams" to "team"', true])
    assert.match(add!.title, /^Add "team" to /)
    assert.equal(add!.isPreferred, false)
    it.open('locals.tf', applied(misspelled, rename!.edit.changes[it.uri('locals.tf')]!))
    assert.equal(applied(misspelled, rename!.edit.changes[it.uri('locals.tf')]!), LOCALS)
    await it.until('train.tf', isSilent)
  })

  it('what if: other sizes with their cost, tried in the text', async () => {
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED })
    const answer = await it.request<{
      resource: string
      current: { instanceType: string; monthlyCost: number }
      choices: { instanceType: string; monthlyCost: number; delta: number }[]
    }>('ascribe/whatIf', { uri: it.uri('train.tf'), position: { line: 5, character: 22 } })
    assert.equal(answer.resource, 'aws_instance.training')
    assert.equal(answer.current.instanceType, 'g5.xlarge')
    const double = answer.choices.find(({ instanceType }) => instanceType === 'g5.2xlarge')!
    assert.ok(double.delta > 0)
    assert.ok(Math.abs(answer.current.monthlyCost + double.delta - double.monthlyCost) < 1e-6)
    assert.equal(
      await it.request('ascribe/whatIf', { uri: it.uri('locals.tf'), position: { line: 0, character: 0 } }),
      null,
    )
  })

  it('the summary is by model and phase, and the report a page without scripts', async () => {
    const it = await editor({ ...PLATFORM, 'train.tf': TAGGED })
    const summary = await it.request<{
      total: number
      models: { name: string; team: string; phases: { name: string; resources: { uri: string }[] }[] }[]
    }>('ascribe/summary', {})
    assert.deepEqual(
      summary.models.map(({ name, team, phases }) => [name, team, phases.map((phase) => phase.name)]),
      [['fraud_xgb_v7', 'fraud-ml', ['training']]],
    )
    assert.equal(summary.models[0]!.phases[0]!.resources[0]!.uri, it.uri('train.tf'))
    const { html } = await it.request<{ html: string }>('ascribe/report', {})
    assert.match(html, /<html/)
    assert.doesNotMatch(html, /<script/)
    await it.until('train.tf', () => it.notifications.includes('ascribe/changed'))
  })

  it('files that others change on disk are read anew', async () => {
    const it = await editor(PLATFORM)
    await it.until('train.tf', speaks)
    writeFiles(it.folder, { 'train.tf': TAGGED })
    const changes = [{ uri: it.uri('train.tf'), type: 2 }]
    it.notify('workspace/didChangeWatchedFiles', { changes })
    await it.until('train.tf', isSilent)
    writeFiles(it.folder, { 'serving/main.tf': UNTAGGED })
    it.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: it.uri('serving/main.tf'), type: 1 }] })
    await it.until('serving/main.tf', speaks)
  })

  it('settings: scope and severity', async () => {
    const bucket =
      'resource "aws_cloudwatch_dashboard" "x" {}\nresource "aws_iam_role" "ml" {\n  name = "ml"\n}\n'
    const it = await editor({ ...PLATFORM, 'train.tf': UNTAGGED, 'role.tf': bucket })
    await it.until('train.tf', (all) => all[0]?.severity === 1)
    assert.deepEqual(await it.until('role.tf', isSilent), [])
    const settings = { ascribe: { diagnostics: { scope: 'all', severity: 'warning' } } }
    it.notify('workspace/didChangeConfiguration', { settings })
    await it.until('train.tf', (all) => all[0]?.severity === 2)
    await it.until('role.tf', speaks)
  })

  it('manifests: findings in YAML, and a fix that mends them', async () => {
    const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: scorer
spec:
  replicas: 2
  selector:
    matchLabels: { app: scorer }
  template:
    metadata:
      labels:
        app: scorer
    spec:
      containers:
        - name: scorer
          image: scorer:1
          resources:
            requests: { cpu: "2", memory: 4Gi }
`
    const it = await editor({ 'ascribe.yml': ASCRIBE, 'k8s/scorer.yaml': manifest })
    it.open('k8s/scorer.yaml', manifest)
    const diagnostics = await it.until('k8s/scorer.yaml', (all) =>
      all.some(({ code }) => code === 'missing-tag'),
    )
    const missing = diagnostics.find(({ code }) => code === 'missing-tag')!
    assert.match(missing.message, /has no "team"/)
    const uri = it.uri('k8s/scorer.yaml')
    const actions = await it.request<{ title: string; edit: { changes: Record<string, Edit[]> } }[]>(
      'textDocument/codeAction',
      { textDocument: { uri }, range: missing.range, context: { diagnostics, only: ['quickfix'] } },
    )
    it.change('k8s/scorer.yaml', applied(manifest, actions[0]!.edit.changes[uri]!))
    await it.until('k8s/scorer.yaml', (all) => all.every(({ code }) => code !== 'missing-tag'))
  })

  it('a request that is cancelled is answered so', async () => {
    const it = await editor(PLATFORM)
    it.open('train.tf', UNTAGGED)
    const { id, answer } = it.ask('textDocument/codeLens', { textDocument: { uri: it.uri('train.tf') } })
    it.notify('$/cancelRequest', { id })
    await assert.rejects(answer, { code: -32800 })
  })

  it('1,000 edits leave the memory as it was', async () => {
    const it = await editor(PLATFORM)
    it.open('train.tf', UNTAGGED)
    await it.until('train.tf', speaks)
    const edit = async (count: number) => {
      for (let n = 0; n < count; n += 10) {
        for (const text of [TAGGED, UNTAGGED, TAGGED, UNTAGGED, TAGGED]) it.change('train.tf', text)
        await it.until('train.tf', isSilent)
        for (const text of [UNTAGGED, TAGGED, UNTAGGED, TAGGED, UNTAGGED]) it.change('train.tf', text)
        await it.until('train.tf', speaks)
      }
      return memoryOf(it)
    }
    const before = await edit(400)
    const after = await edit(1_000)
    assert.ok(after - before < 60, `${before} MB before, ${after} MB after 1,000 edits`)
  })
})

function memoryOf({ process: { pid } }: LanguageClient): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}

function applied(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    )
}
