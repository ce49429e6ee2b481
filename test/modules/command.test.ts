import assert from 'node:assert/strict'
import { parseArguments } from '../../cli/command.ts'
import { reviewCommand } from '../../cli/commands/review.ts'
import { fetchIntoSides } from '../../cli/module-options.ts'
import { memoryTree, type SourceTree } from '../../core/source/source-tree.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { evaluated, onlyReason, valuesOf } from './support/fetching.ts'
import { type LoopbackServer, startServer } from './support/loopback-https.ts'
import { tarGzOf } from './support/tar-of.ts'

const MODULE = tarGzOf({ 'main.tf': 'resource "aws_instance" "gpu" { instance_type = "g5.xlarge" }' })

describe('what a review fetches', () => {
  let server: LoopbackServer
  const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME } = process.env
  beforeEach(async () => {
    server = await startServer((_request, response) => response.end(MODULE))
    delete process.env.RUNNER_TOOL_CACHE
    process.env.XDG_CACHE_HOME = temporaryFolder({})
  })
  afterEach(async () => {
    restore({ RUNNER_TOOL_CACHE, XDG_CACHE_HOME })
    await server.close()
  })

  const call = () => `module "gpu" { source = "https://${server.host}/gpu.tar.gz" }`
  const allowing = () => `version: 1\nmodules: { allow-hosts: ["${server.host}"] }\n`
  const sides = (base: Record<string, string>, head: Record<string, string>) => ({
    base: { label: 'base', tree: memoryTree(base) },
    head: { label: 'head', tree: memoryTree(head) },
    below: '',
  })
  const asked = (...flags: readonly string[]) => parseArguments(reviewCommand, flags)
  const typesIn = (tree: SourceTree) => Object.values(valuesOf(evaluated(tree), 'instance_type'))

  it('is decided by the base side: it allows the host', async () => {
    const { head } = await fetchIntoSides(
      sides({ 'ascribe.yml': allowing() }, { 'main.tf': call(), 'ascribe.yml': 'version: 1\n' }),
      asked(),
    )
    assert.deepEqual(typesIn(head.tree), ['g5.xlarge'])
  })

  it('a change cannot allow a host for itself, not even with the first ascribe.yml', async () => {
    for (const base of [{}, { 'ascribe.yml': 'version: 1\n' }]) {
      const { head } = await fetchIntoSides(
        sides(base, { 'main.tf': call(), 'ascribe.yml': allowing() }),
        asked('--fetch'),
      )
      assert.match(onlyReason(evaluated(head.tree)), /is not among the hosts that modules may come from/)
    }
    assert.equal(server.requests.length, 0)
  })

  it('is nothing with --no-fetch or "fetch: false", and something again with --fetch', async () => {
    const off = { 'ascribe.yml': allowing().replace('{', '{ fetch: false,') }
    const head = { 'main.tf': call() }
    const types = async (base: Record<string, string>, ...flags: readonly string[]) =>
      typesIn((await fetchIntoSides(sides(base, head), asked(...flags))).head.tree)
    assert.deepEqual(await types({ 'ascribe.yml': allowing() }, '--no-fetch'), [])
    assert.deepEqual(await types(off), [])
    assert.equal(server.requests.length, 0)
    assert.deepEqual(await types(off, '--fetch'), ['g5.xlarge'])
    await assert.rejects(types(off, '--fetch', '--no-fetch'), /exclude each other/)
  })

  it('a repository cannot commit what passes for a fetched module', async () => {
    const forged = 'resource "aws_instance" "gpu" { instance_type = "t3.nano" }'
    const folder = `.terraform/modules/@fetched/localhost-${server.host.split(':')[1]}-gpu.tar.gz`
    const { head } = await fetchIntoSides(
      sides(
        { 'ascribe.yml': allowing() },
        { 'main.tf': call(), [`${folder}/more.tf`]: forged.replace('gpu', 'x') },
      ),
      asked(),
    )
    assert.deepEqual(typesIn(head.tree), ['g5.xlarge'])
  })
})

function restore(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
}
