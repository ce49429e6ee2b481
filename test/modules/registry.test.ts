import assert from 'node:assert/strict'
import { inspectTree } from '../../core/check.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { evaluated, fetchInto, loadFetched, onlyReason, valuesOf } from './support/fetching.ts'
import { type LoopbackServer, type Respond, startServer } from './support/loopback-https.ts'
import { type RegistryOptions, type Shelves, startRegistry } from './support/registry-server.ts'
import { tarGzOf } from './support/tar-of.ts'

const TRAINER = (type: string) => ({
  'main.tf': `
    variable "team" {}
    resource "aws_instance" "gpu" {
      instance_type = "${type}"
      tags          = { team = var.team }
    }`,
})

/** Archives by path, for what a registry does not answer itself. */
function archives(files: Readonly<Record<string, Buffer>>): Respond {
  return (request, response) => {
    const body = files[(request.url ?? '').split('?')[0]!]
    if (body) response.end(body)
    else response.writeHead(404).end()
  }
}

const VERSIONS: Shelves = {
  'acme/trainer/aws': {
    '1.4.0': '/archives/small.tar.gz',
    '2.0.1': '/archives/small.tar.gz',
    '2.3.0': '/archives/large.tar.gz',
    '3.0.0-beta1': '/archives/large.tar.gz',
  },
}
const ARCHIVES = {
  '/archives/small.tar.gz': tarGzOf(TRAINER('g5.xlarge')),
  '/archives/large.tar.gz': tarGzOf(TRAINER('p4d.24xlarge')),
}

describe('modules from a registry', () => {
  const servers: LoopbackServer[] = []
  const registry = async (shelves: Shelves = VERSIONS, options: RegistryOptions = {}) => {
    const server = await startRegistry(shelves, { otherwise: archives(ARCHIVES), ...options })
    servers.push(server)
    return server
  }
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  const call = (host: string, version: string) => `
    module "fraud" {
      source  = "${host}/acme/trainer/aws"
      version = "${version}"
      team    = "fraud-ml"
    }`

  it('the newest version that the constraint allows is read, and its resources have the call’s tags', async () => {
    const { host } = await registry()
    const project = await loadFetched(call(host, '~> 2.0'), { hosts: [host] })
    assert.deepEqual(project.notLoaded, [])
    assert.deepEqual(valuesOf(project, 'instance_type'), { 'module.fraud.aws_instance.gpu': 'p4d.24xlarge' })
    assert.deepEqual(valuesOf(project, 'tags'), { 'module.fraud.aws_instance.gpu': { team: 'fraud-ml' } })
  })

  for (const [constraint, type] of [
    ['~> 2.0.0', 'g5.xlarge'],
    ['>= 1.0, < 2.0', 'g5.xlarge'],
    ['!= 2.3.0', 'g5.xlarge'],
    ['>= 1.0', 'p4d.24xlarge'],
    ['3.0.0-beta1', 'p4d.24xlarge'],
  ] as const)
    it(`"${constraint}" is a ${type}`, async () => {
      const { host } = await registry()
      const project = await loadFetched(call(host, constraint), { hosts: [host] })
      assert.deepEqual(Object.values(valuesOf(project, 'instance_type')), [type])
    })

  it('the newer protocol says where the module is in the body', async () => {
    const { host } = await registry(VERSIONS, { style: 'json' })
    const project = await loadFetched(call(host, '1.4.0'), { hosts: [host] })
    assert.deepEqual(Object.values(valuesOf(project, 'instance_type')), ['g5.xlarge'])
  })

  it('a version that nobody published is named, with how many there are', async () => {
    const { host } = await registry()
    const project = await loadFetched(call(host, '~> 4.0'), { hosts: [host] })
    assert.match(
      onlyReason(project),
      /none of the 4 versions of \S+\/acme\/trainer\/aws is allowed by "~> 4\.0"/,
    )
  })

  it('base and head may use two versions side by side', async () => {
    const { host } = await registry()
    const [base, head] = await fetchInto(
      [memoryTree({ 'main.tf': call(host, '1.4.0') }), memoryTree({ 'main.tf': call(host, '2.3.0') })],
      { hosts: [host] },
    )
    assert.deepEqual(Object.values(valuesOf(evaluated(base!), 'instance_type')), ['g5.xlarge'])
    assert.deepEqual(Object.values(valuesOf(evaluated(head!), 'instance_type')), ['p4d.24xlarge'])
  })

  it('a fetched module brings its own modules, breadth first, and its folders', async () => {
    let body: Buffer = Buffer.alloc(0)
    const { host } = await registry(
      { ...VERSIONS, 'acme/platform/aws': { '1.0.0': '/archives/platform.tar.gz' } },
      {
        otherwise: (request, response) =>
          request.url === '/archives/platform.tar.gz'
            ? response.end(body)
            : archives(ARCHIVES)(request, response),
      },
    )
    body = tarGzOf({
      'main.tf': 'module "inner" { source = "./modules/inner" }',
      'modules/inner/main.tf': `module "deep" {
        source  = "${host}/acme/trainer/aws"
        version = "1.4.0"
        team    = file("\${path.module}/../../team.txt")
      }`,
      'team.txt': 'search-ml',
    })
    const project = await loadFetched(`module "p" { source = "${host}/acme/platform/aws" }`, {
      hosts: [host],
    })
    assert.deepEqual(valuesOf(project, 'tags'), {
      'module.p.module.inner.module.deep.aws_instance.gpu': { team: 'search-ml' },
    })
  })

  it('what is wrong inside is told at the call, where somebody can mend it', async () => {
    const { host } = await registry()
    const tree = memoryTree({
      'infra/main.tf': call(host, '2.3.0'),
      'infra/provider.tf': 'provider "aws" { region = "us-east-1" }',
    })
    const [grown] = await fetchInto([tree], { hosts: [host] })
    const { findings, resources } = inspectTree(grown!, '', frozenBook())
    assert.equal(resources[0]?.estimate.kind, 'priced')
    assert.ok(findings.length > 0)
    assert.deepEqual([...new Set(findings.map(({ range }) => range.source.path))], ['infra/main.tf'])
  })

  it('a module that calls itself ends, with a reason', async () => {
    let host = ''
    const server = await registry(
      { 'acme/loop/aws': { '1.0.0': '/archives/loop.tar.gz' } },
      {
        otherwise: (_request, response) =>
          response.end(tarGzOf({ 'main.tf': `module "again" { source = "${host}/acme/loop/aws" }` })),
      },
    )
    host = server.host
    const project = await loadFetched(`module "loop" { source = "${host}/acme/loop/aws" }`, { hosts: [host] })
    assert.match(onlyReason(project), /lies in that module, which would call itself without end/)
    assert.equal(server.requests.filter(({ url }) => url.startsWith('/archives')).length, 1)
  })

  it('an installed module of another version is fetched in its place, one that fits is taken', async () => {
    const { host, requests } = await registry()
    const manifest = (version: string) =>
      JSON.stringify({
        Modules: [
          {
            Key: 'fraud',
            Source: `${host}/acme/trainer/aws`,
            Version: version,
            Dir: '.terraform/modules/fraud',
          },
        ],
      })
    const files = (version: string) => ({
      'main.tf': call(host, '~> 2.0'),
      '.terraform/modules/modules.json': manifest(version),
      '.terraform/modules/fraud/main.tf': TRAINER('t3.micro')['main.tf'],
    })
    const installed = await loadFetched(files('2.0.1'), { hosts: [host] })
    assert.deepEqual(Object.values(valuesOf(installed, 'instance_type')), ['t3.micro'])
    assert.equal(requests.length, 0)
    const outdated = await loadFetched(files('1.4.0'), { hosts: [host] })
    assert.deepEqual(Object.values(valuesOf(outdated, 'instance_type')), ['p4d.24xlarge'])
  })

  it('what was fetched once is had again when nobody answers', async () => {
    const cache = temporaryFolder({})
    const server = await registry()
    const options = { hosts: [server.host], cache }
    await loadFetched(call(server.host, '~> 2.0'), options)
    await server.close()
    const project = await loadFetched(call(server.host, '~> 2.0'), options)
    assert.deepEqual(Object.values(valuesOf(project, 'instance_type')), ['p4d.24xlarge'])
  })

  it('a version is downloaded once, also by two runs at the same time', async () => {
    const cache = temporaryFolder({})
    const { host, requests } = await registry()
    const run = () => loadFetched(call(host, '1.4.0'), { hosts: [host], cache })
    const both = await Promise.all([run(), run()])
    const third = await run()
    for (const project of [...both, third])
      assert.deepEqual(Object.values(valuesOf(project, 'instance_type')), ['g5.xlarge'])
    const downloads = requests.filter(({ url }) => url.startsWith('/archives')).length
    assert.ok(downloads <= 2, `${downloads} downloads`)
  })

  it('waits where it is asked too often', async () => {
    let asked = 0
    const { host } = await registry(VERSIONS, {
      otherwise: (request, response) => {
        if (asked++ === 0) response.writeHead(429, { 'retry-after': '0' }).end()
        else archives(ARCHIVES)(request, response)
      },
    })
    const project = await loadFetched(call(host, '1.4.0'), { hosts: [host] })
    assert.deepEqual(project.notLoaded, [])
    assert.equal(asked, 2)
  })

  it('a host that is not there is asked once, however many modules it would have', async () => {
    const { host, close } = await startServer((_request, response) => response.end())
    await close()
    const calls = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (number) => `module "m${number}" { source = "${host}/acme/m${number}/aws" }`,
    )
    const begun = Date.now()
    const project = await loadFetched(calls.join('\n'), { hosts: [host] })
    assert.equal(project.notLoaded.length, 8)
    assert.match(project.notLoaded[0]!.because, /cannot be reached \(ECONNREFUSED\).*"terraform get"/)
    assert.ok(Date.now() - begun < 3_000)
  })

  it('a registry or a page that leads back to where it was asked is not followed around', async () => {
    const shelves: Record<string, Record<string, string>> = { 'acme/loop/aws': { '1.0.0': '' } }
    const server = await registry(shelves, {
      otherwise: (request, response) =>
        response.writeHead(200, { 'x-terraform-get': `https://${server.host}${request.url}` }).end(),
    })
    shelves['acme/loop/aws']!['1.0.0'] = `${server.host}/acme/loop/aws`
    const from = (source: string) =>
      loadFetched(`module "m" { source = "${source}" }`, { hosts: [server.host] })
    assert.match(onlyReason(await from(`${server.host}/acme/loop/aws`)), /which is no address of a package/)
    assert.match(
      onlyReason(await from(`https://${server.host}/page`)),
      /from one place to another without end/,
    )
  })

  it('a registry that is none says so', async () => {
    const server = await startServer((_request, response) => response.end('<html>Welcome</html>'))
    servers.push(server)
    const project = await loadFetched(`module "m" { source = "${server.host}/acme/m/aws" }`, {
      hosts: [server.host],
    })
    assert.match(onlyReason(project), /answers \/\.well-known\/terraform\.json with what is no JSON/)
  })
})
