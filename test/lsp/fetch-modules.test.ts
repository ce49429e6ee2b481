import assert from 'node:assert/strict'
import { type LoopbackServer, startServer, trustLoopback } from '../modules/support/loopback-https.ts'
import { tarGzOf } from '../modules/support/tar-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { LanguageClient } from './language-client.ts'

const MODULE = tarGzOf({ 'main.tf': 'resource "aws_instance" "gpu" { instance_type = "g5.xlarge" }' })

interface Summary {
  readonly total: number
}
interface Fetched {
  readonly notLoaded: readonly { readonly address: string; readonly because: string }[] | null
}

describe('modules in an editor', () => {
  let server: LoopbackServer
  const { NODE_EXTRA_CA_CERTS, XDG_CACHE_HOME } = process.env

  before(async () => {
    server = await startServer((_, response) => response.end(MODULE))
    process.env.NODE_EXTRA_CA_CERTS = trustLoopback().file
    process.env.XDG_CACHE_HOME = temporaryFolder({})
  })
  after(async () => {
    for (const [name, value] of Object.entries({ NODE_EXTRA_CA_CERTS, XDG_CACHE_HOME }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    await server.close()
  })

  it('are fetched when somebody asks for it, and not before', async () => {
    const client = await LanguageClient.start(
      temporaryFolder({
        'ascribe.yml': `version: 1\nmodules: { allow-hosts: ["${server.host}"] }\n`,
        'main.tf': `provider "aws" { region = "us-east-1" }
module "gpu" { source = "https://${server.host}/gpu.tar.gz" }
module "other" { source = "https://elsewhere.example/other.tar.gz" }
`,
      }),
    )
    try {
      assert.equal((await client.request<Summary>('ascribe/summary', {})).total, 0)
      assert.equal(server.requests.length, 0, 'opening a folder uses no network')
      const { notLoaded } = await client.request<Fetched>('ascribe/fetchModules', {})
      assert.deepEqual(
        notLoaded?.map(({ address }) => address),
        ['module.other'],
      )
      assert.match(notLoaded![0]!.because, /is not among the hosts/)
      assert.ok((await client.request<Summary>('ascribe/summary', {})).total > 700)
    } finally {
      await client.stop()
    }
  })

  it('are never fetched in a workspace that is not trusted', async () => {
    const before = server.requests.length
    const client = await LanguageClient.start(
      temporaryFolder({ 'main.tf': `module "gpu" { source = "https://${server.host}/gpu.tar.gz" }\n` }),
      { trusted: false },
    )
    try {
      assert.equal((await client.request<Fetched>('ascribe/fetchModules', {})).notLoaded, null)
      assert.equal(server.requests.length, before)
    } finally {
      await client.stop()
    }
  })
})
