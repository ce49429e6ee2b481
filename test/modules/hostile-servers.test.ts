import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globalAgent } from 'node:https'
import { gzipSync } from 'node:zlib'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { loadFetched, onlyReason, valuesOf } from './support/fetching.ts'
import { type LoopbackServer, type Respond, startServer, trustLoopback } from './support/loopback-https.ts'
import { startRegistry } from './support/registry-server.ts'
import { tarGzOf, tarOf } from './support/tar-of.ts'

const FRAUD = tarGzOf({ 'main.tf': 'resource "aws_instance" "fraud" { instance_type = "g5.xlarge" }' })
const SECRET = 'do-not-tell'

describe('servers that mean harm, or are broken', () => {
  const servers: LoopbackServer[] = []
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))
  const start = async (respond: Respond, name?: string) => {
    const server = await startServer(respond, name)
    servers.push(server)
    return server
  }
  const sends = (body: Buffer) => start((_request, response) => response.end(body))
  const whyNot = async (server: LoopbackServer, query = '', path = '/fraud.tar.gz') =>
    onlyReason(
      await loadFetched(`module "m" { source = "https://${server.host}${path}${query}" }`, {
        hosts: [server.host],
      }),
    )

  it('an archive that is cut off, or is none, is no module', async () => {
    assert.match(await whyNot(await sends(FRAUD.subarray(0, 60))), /the archive is broken or incomplete/)
    assert.match(await whyNot(await sends(Buffer.from('<html>'))), /the archive is broken or incomplete/)
    assert.match(await whyNot(await sends(gzipSync('no tar at all'))), /the archive is broken or incomplete/)
    const cut = gzipSync(tarOf([{ name: 'main.tf', text: 'x'.repeat(4000) }]).subarray(0, 1024))
    assert.match(await whyNot(await sends(cut)), /the archive is broken or incomplete/)
    assert.match(await whyNot(await sends(FRAUD), '', '/fraud.zip'), /the archive is broken or incomplete/)
  })

  it('an answer that breaks off is asked for again', async () => {
    let asked = 0
    const server = await start((_request, response) => {
      response.setHeader('content-length', FRAUD.length)
      if (asked++ > 0) response.end(FRAUD)
      else response.write(FRAUD.subarray(0, 20), () => response.destroy())
    })
    const source = `https://${server.host}/fraud.tar.gz`
    const project = await loadFetched(`module "m" { source = "${source}" }`, { hosts: [server.host] })
    assert.deepEqual(Object.values(valuesOf(project, 'instance_type')), ['g5.xlarge'])
  })

  it('an archive that names a file outside of it is refused whole', async () => {
    for (const name of ['../../.ssh/authorized_keys', '/etc/cron.d/x', 'a/../../b', 'c:\\windows'])
      assert.match(
        await whyNot(await sends(gzipSync(tarOf([{ name, text: 'x' }])))),
        /which lies outside of it/,
        name,
      )
  })

  it('a link in an archive leads nowhere', async () => {
    const archive = tarOf([
      { name: 'main.tf', text: 'resource "aws_instance" "m" { user_data = file("${path.module}/passwd") }' },
      { name: 'passwd', type: '2', link: '/etc/passwd' },
    ])
    const server = await sends(gzipSync(archive))
    const project = await loadFetched(`module "m" { source = "https://${server.host}/m.tgz" }`, {
      hosts: [server.host],
    })
    assert.doesNotMatch(JSON.stringify(valuesOf(project, 'user_data')), /root:/)
  })

  it('an archive that unpacks to hundreds of megabytes is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024))
    assert.match(await whyNot(await sends(bomb)), /the package has more than 64 MiB/)
  })

  it('a download without end is stopped', async () => {
    const block = Buffer.alloc(1024 * 1024)
    const server = await start((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(block, () => setImmediate(more))
      }
      more()
    })
    assert.match(await whyNot(server), /sends more than 64 MiB/)
  })

  it('a checksum that is another is said, the right one is taken', async () => {
    const server = await sends(FRAUD)
    const right = createHash('sha256').update(FRAUD).digest('hex')
    assert.match(await whyNot(server, `?checksum=sha256:${'0'.repeat(64)}`), /its checksum is not the one/)
    assert.match(await whyNot(server, '?checksum=sha256:12'), /"sha256:12" is no checksum/)
    const source = `https://${server.host}/fraud.tar.gz?checksum=sha256:${right}`
    const project = await loadFetched(`module "m" { source = "${source}" }`, { hosts: [server.host] })
    assert.deepEqual(project.notLoaded, [])
  })

  it('a redirect to a host that nobody allowed is not followed, to an allowed one it is', async () => {
    const target = await sends(FRAUD)
    const server = await start((_request, response) =>
      response.writeHead(302, { location: `https://${target.host}/x.tar.gz` }).end(),
    )
    assert.match(await whyNot(server), new RegExp(`${target.host} is not among the hosts`))
    assert.equal(target.requests.length, 0)
    const source = `https://${server.host}/fraud.tar.gz`
    const project = await loadFetched(`module "m" { source = "${source}" }`, {
      hosts: [server.host, target.host],
    })
    assert.deepEqual(project.notLoaded, [])
  })

  it('a redirect around in circles ends, one to plain http is refused', async () => {
    const circle = await start((request, response) =>
      response.writeHead(302, { location: request.url }).end(),
    )
    assert.match(await whyNot(circle), /redirects more than 5 times/)
    const plain = await start((_request, response) =>
      response.writeHead(302, { location: 'http://localhost/fraud.tar.gz' }).end(),
    )
    assert.match(await whyNot(plain), /is not encrypted/)
  })

  it('an address that is none is said to be none, wherever a server names it', async () => {
    const redirecting = await start((_request, response) =>
      response.writeHead(302, { location: 'https://[' }).end(),
    )
    assert.match(await whyNot(redirecting), /"https:\/\/\[" is no address/)
    for (const answer of ['{"modules.v1":"https://["}', '{"modules.v1":7}', '[]', 'null']) {
      const server = await start((_request, response) => response.end(answer))
      const project = await loadFetched(`module "m" { source = "${server.host}/a/b/aws" }`, {
        hosts: [server.host],
      })
      assert.match(onlyReason(project), /is no address|is no registry of modules/, answer)
    }
    const page = await start((_request, response) =>
      response.writeHead(200, { 'x-terraform-get': 'git::https://[' }).end(),
    )
    assert.match(await whyNot(page, '', '/page'), /is no address/)
    const port = await loadFetched('module "m" { source = "localhost:99999/a/b/aws" }', {
      hosts: ['localhost:99999'],
    })
    assert.match(onlyReason(port), /is no address/)
  })

  it('a certificate that nobody has vouched for is not accepted, and not tried again', async () => {
    const server = await sends(FRAUD)
    globalAgent.options.ca = undefined
    try {
      assert.match(await whyNot(server), /has no certificate that this machine trusts/)
      assert.equal(server.requests.length, 0)
    } finally {
      globalAgent.options.ca = trustLoopback().cert
    }
  })

  it('a host on the machine or in a private network is refused unless just that host is listed', async () => {
    const server = await sends(FRAUD)
    const from = async (source: string, hosts?: readonly string[]) =>
      onlyReason(await loadFetched(`module "m" { source = "${source}" }`, hosts && { hosts }))
    assert.match(
      await from(`https://${server.host}/m.tar.gz`),
      /is not among the hosts .*\(registry\.terraform\.io, github\.com\)/,
    )
    assert.match(await from('https://169.254.169.254/latest/m.zip', ['github.com']), /is not among the hosts/)
    assert.equal(server.requests.length, 0)
  })

  it('the token goes to its host: not along a redirect, not to where the archive is, not into a message', async () => {
    const archives = await sends(FRAUD)
    const elsewhere = await start((request, response) => {
      if (request.url?.endsWith('/versions')) response.end('{"modules":[{"versions":[{"version":"1.0.0"}]}]}')
      else response.writeHead(204, { 'x-terraform-get': `https://${archives.host}/fraud.tar.gz` }).end()
    }, '127.0.0.1')
    const registry = await start((request, response) => {
      if (request.url === '/.well-known/terraform.json') response.end('{"modules.v1":"/v1/"}')
      else response.writeHead(307, { location: `https://${elsewhere.host}${request.url}` }).end()
    })
    const hosts = [registry.host, elsewhere.host, archives.host]
    const home = temporaryFolder({
      '.terraform.d/credentials.tfrc.json': JSON.stringify({
        credentials: { [registry.host]: { token: SECRET } },
      }),
    })
    const project = await loadFetched(`module "m" { source = "${registry.host}/acme/fraud/aws" }`, {
      hosts,
      env: { HOME: home },
    })
    assert.deepEqual(project.notLoaded, [])
    assert.ok(registry.requests.every(({ authorization }) => authorization === `Bearer ${SECRET}`))
    for (const { requests } of [elsewhere, archives]) {
      assert.ok(requests.length > 0)
      assert.ok(requests.every(({ authorization }) => authorization === undefined))
    }
  })

  it('a registry that wants a token gets the one that Terraform would send, and is named without', async () => {
    const shelves = { 'acme/fraud/aws': { '1.0.0': '/fraud.tar.gz' } }
    const otherwise: Respond = (_request, response) => response.end(FRAUD)
    const registry = await startRegistry(shelves, { token: SECRET, otherwise })
    servers.push(registry)
    const { host } = registry
    const call = `module "m" { source = "${host}/acme/fraud/aws" }`
    const without = await loadFetched(call, { hosts: [host] })
    assert.match(
      onlyReason(without),
      /wants credentials \(401\)\. "terraform login localhost:\d+" or TF_TOKEN_/,
    )
    const rc = temporaryFolder({ 'rc.tfrc': `credentials "${host}" {\n  token = "${SECRET}"\n}\n` })
    const withToken = await loadFetched(call, { hosts: [host], env: { TF_CLI_CONFIG_FILE: `${rc}/rc.tfrc` } })
    assert.deepEqual(withToken.notLoaded, [])
    const wrong = await loadFetched(call, {
      hosts: [host],
      env: {
        HOME: temporaryFolder({ '.terraformrc': `credentials "${host}" { token = "wrong-${SECRET}" }` }),
      },
    })
    assert.doesNotMatch(onlyReason(wrong), new RegExp(SECRET))
  })

  it('the cache gives nobody what the registry would refuse', async () => {
    const shelves = { 'acme/fraud/aws': { '1.0.0': '/fraud.tar.gz' } }
    const otherwise: Respond = (_request, response) => response.end(FRAUD)
    const registry = await startRegistry(shelves, { token: SECRET, otherwise })
    servers.push(registry)
    const { host } = registry
    const call = `module "m" { source = "${host}/acme/fraud/aws" }`
    const cache = temporaryFolder({})
    const rc = `${temporaryFolder({ 'rc.tfrc': `credentials "${host}" { token = "${SECRET}" }` })}/rc.tfrc`
    const allowed = await loadFetched(call, { hosts: [host], cache, env: { TF_CLI_CONFIG_FILE: rc } })
    assert.deepEqual(allowed.notLoaded, [])
    const refused = await loadFetched(call, { hosts: [host], cache })
    assert.match(onlyReason(refused), /wants credentials/)
    assert.deepEqual(refused.resources, [])
  })
})
