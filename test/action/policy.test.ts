import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contract } from './contract.ts'
import { checkOut, type Files } from './pull-request-repository.ts'
import { pullRequestEvent, scenario } from './scenario.ts'
import { box, platform, stray } from './stories.ts'

const BASE = platform(box('fraud_train'))
const STRAY = box('fraud_train') + stray('gpu_train', 'g5.2xlarge')

contract('who decides', (rule) => {
  const loosened: readonly (readonly [string, string])[] = [
    ['fail-on', 'version: 1\nchecks: { fail-on: none }\n'],
    ['the schema', 'version: 1\nschema: { preset: none }\n'],
    ['a severity', 'version: 1\nchecks: { severity: { missing-tag: hint } }\n'],
    ['nothing legible', 'version: {{{\n'],
  ]
  for (const [what, yml] of loosened)
    rule(`a change that loosens the rule that judges it does not pass by it: ${what}`, async (node) => {
      const head = { ...platform(STRAY), 'ascribe.yml': yml }
      const { run, comments } = await scenario(node, { base: BASE, head })
      const { code, outputs } = await run()
      assert.equal(code, 1)
      assert.equal(outputs.verdict, 'fail')
      assert.match(comments()[0]!.body, /alters ascribe\.yml; the base side's decides/)
    })

  rule('without an ascribe.yml nothing fails, unless the workflow says so', async (node) => {
    const without = ({ 'ascribe.yml': _, ...files }: Files): Files => files
    const { run } = await scenario(node, { base: without(BASE), head: without(platform(STRAY)) })
    assert.equal((await run()).code, 0)
    const asked = await run({ inputs: { 'fail-on': 'new-errors' } })
    assert.equal(asked.code, 1)
    assert.equal(asked.outputs.violations, '2')
    const wrong = await run({ inputs: { 'fail-on': 'evrything' } })
    assert.match(wrong.commands.at(-1)!.data, /fail-on "evrything" is unknown. expected one of new-errors/)
  })

  rule('what was wrong before fails only where all errors do', async (node) => {
    const base = platform(stray('old_train'))
    const head = platform(stray('old_train') + box('gpu_train'))
    const { run } = await scenario(node, { base, head })
    assert.equal((await run()).code, 0)
    assert.equal((await run({ inputs: { 'fail-on': 'errors' } })).code, 1)
  })
})

contract('a token that may not write', (rule) => {
  for (const permission of ['read', 'none'] as const)
    rule(`changes nothing about pass or fail (${permission})`, async (node) => {
      const failing = await scenario(node, { base: BASE, head: platform(STRAY) }, { permission })
      const passing = await scenario(
        node,
        { base: BASE, head: platform(box('fraud_train', { type: 'm5.xlarge' })) },
        { permission },
      )
      const failed = await failing.run()
      const passed = await passing.run()
      assert.deepEqual([failed.code, passed.code], [1, 0])
      for (const { summary, commands, outputs, report } of [failed, passed]) {
        assert.match(summary, /^### Ascribe: /)
        assert.match(summary, /<summary>Resources changed/)
        assert.equal(outputs['comment-url'], undefined)
        assert.ok(JSON.parse(report!).total)
        const notice = commands.find(({ name }) => name === 'notice')
        assert.match(notice?.data ?? '', /pull-requests: write/)
      }
      assert.equal(failing.writes() + passing.writes(), 0)
    })

  rule('is what Dependabot and forks have; a fork that is gone is no trouble', async (node) => {
    const { run, repository } = await scenario(
      node,
      { base: BASE, head: platform(STRAY) },
      { permission: 'read' },
    )
    const head = { ref: 'gpu-training', sha: repository.head, repo: null }
    const event = pullRequestEvent(repository, 'pull_request', { head })
    assert.equal(
      (await run({ event, environment: { GITHUB_SHA: repository.merge, GITHUB_ACTOR: 'dependabot[bot]' } }))
        .code,
      1,
    )
  })

  rule('or no token at all still reviews what git has', async (node) => {
    const { run } = await scenario(node, { base: BASE, head: platform(STRAY) })
    const { code, summary } = await run({ inputs: { 'github-token': '' } })
    assert.equal(code, 1)
    assert.match(summary, /gpu_train/)
  })
})

contract('what cannot be read', (rule) => {
  const head = platform(box('fraud_train', { type: 'm5.xlarge' }), {
    'infra/broken.tf': `locals {\n  size = \n`,
  })

  rule('is named, the rest is priced, and by on-parse-error it fails', async (node) => {
    const { run, comments } = await scenario(node, { base: BASE, head })
    const { code, outputs, commands } = await run()
    assert.equal(code, 1)
    assert.deepEqual([outputs['monthly-delta'], outputs.verdict], ['70.08', 'fail'])
    assert.match(
      comments()[0]!.body,
      /Could not be read as it stands \(\d\)\*\*.*\n- \[`infra\/broken\.tf:\d`\]/,
    )
    assert.ok(
      commands.some(({ name, properties }) => name === 'error' && properties.file === 'infra/broken.tf'),
    )
  })

  rule('or only warns', async (node) => {
    const { run } = await scenario(node, { base: BASE, head })
    const { code, outputs, commands } = await run({ inputs: { 'on-parse-error': 'warn' } })
    assert.deepEqual([code, outputs.verdict], [0, 'warn'])
    assert.ok(
      commands.some(({ name, properties }) => name === 'warning' && properties.file === 'infra/broken.tf'),
    )
  })

  rule('does not fail where it was so before', async (node) => {
    const { 'infra/broken.tf': broken = '' } = head
    const { run } = await scenario(node, { base: { ...BASE, 'infra/broken.tf': broken }, head })
    assert.equal((await run()).code, 0)
  })
})

contract('modules', (rule) => {
  const call = `module "gpu" {\n  source  = "acme/gpu/aws"\n  version = "1.2.0"\n}\n`
  const story = { base: BASE, head: platform(box('fraud_train') + call) }

  rule('that are not installed are named, and the estimate is called partial', async (node) => {
    const { run, comments } = await scenario(node, story)
    const { outputs, summary } = await run({ inputs: { comment: 'always', 'fetch-modules': 'false' } })
    assert.equal(outputs.partial, 'true')
    assert.match(summary, /1 module is not loaded · partial estimate/)
    assert.match(summary, /`module\.gpu` at/)
    assert.match(comments()[0]!.body, /partial estimate/)
  })

  rule(
    'are named in the log as they are looked for, without what a source may hold of a password',
    async (node) => {
      const secret = `module "x" {\n  source = "git::https://ada:s3cret@127.0.0.1:9/acme/x.git"\n}\n`
      const { run } = await scenario(node, { base: BASE, head: platform(box('fraud_train') + secret) })
      const { log } = await run({ inputs: { 'fetch-modules': 'true' } })
      assert.ok(
        log.some((line) => /^› 0 of 1 modules; next git::https:\/\/127\.0\.0\.1:9/.test(line)),
        log.join('\n'),
      )
      assert.doesNotMatch(log.join('\n'), /s3cret/)
    },
  )

  rule('that terraform get has installed count', async (node) => {
    const { run, repository } = await scenario(node, story)
    const workspace = checkOut(repository, { of: 'merge', depth: 1 })
    const folder = path.join(workspace, 'infra/.terraform/modules')
    mkdirSync(path.join(folder, 'gpu'), { recursive: true })
    const listed = {
      Key: 'gpu',
      Source: 'registry.terraform.io/acme/gpu/aws',
      Version: '1.2.0',
      Dir: '.terraform/modules/gpu',
    }
    writeFileSync(
      path.join(folder, 'modules.json'),
      JSON.stringify({ Modules: [{ Key: '', Source: '', Dir: '.' }, listed] }),
    )
    writeFileSync(path.join(folder, 'gpu/main.tf'), box('this'))
    const { outputs } = await run({ workspace })
    assert.deepEqual([outputs.partial, outputs['monthly-delta']], ['false', '70.08'])
  })
})
