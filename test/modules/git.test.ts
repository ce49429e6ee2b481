import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  commitAll,
  git,
  temporaryFolder,
  temporaryRepository,
  writeFiles,
} from '../support/temporary-folder.ts'
import { loadFetched, onlyReason, valuesOf } from './support/fetching.ts'
import { gitBackend } from './support/git-backend.ts'
import { type LoopbackServer, startServer } from './support/loopback-https.ts'

const CLUSTER = (type: string) => `
  resource "aws_instance" "node" {
    instance_type = "${type}"
    user_data     = file("\${path.module}/../shared/init.sh")
  }`

describe('modules from git', () => {
  const servers: LoopbackServer[] = []
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  /** `acme/infra.git` with a tag, a branch and a newer HEAD. */
  async function served() {
    const work = temporaryRepository({
      'cluster/main.tf': CLUSTER('m5.large'),
      'shared/init.sh': '#!/bin/sh',
    })
    git(work, 'tag', '--annotate', 'v1.0.0', '--message', 'First')
    const first = git(work, 'rev-parse', 'HEAD')
    git(work, 'checkout', '--quiet', '-b', 'gpu/next')
    writeFiles(work, { 'cluster/main.tf': CLUSTER('p5.48xlarge') })
    commitAll(work, 'GPUs')
    git(work, 'checkout', '--quiet', 'main')
    writeFiles(work, { 'cluster/main.tf': CLUSTER('m7i.large') })
    commitAll(work, 'Newer machines')
    const folder = temporaryFolder({})
    execFileSync('git', ['clone', '--quiet', '--bare', work, path.join(folder, 'acme/infra.git')])
    const server = await startServer(gitBackend(folder))
    servers.push(server)
    return {
      server,
      first,
      work,
      bare: path.join(folder, 'acme/infra.git'),
      url: `git::https://${server.host}/acme/infra.git//cluster`,
    }
  }

  const typesAt = async (source: string, host: string) =>
    Object.values(
      valuesOf(
        await loadFetched(`module "train" { source = "${source}" }`, { hosts: [host] }),
        'instance_type',
      ),
    )

  it('HEAD, a tag, a branch and a commit are what they are in a clone', async () => {
    const { server, first, url } = await served()
    for (const [query, type] of [
      ['', 'm7i.large'],
      ['?ref=v1.0.0', 'm5.large'],
      ['?ref=gpu/next', 'p5.48xlarge'],
      [`?ref=${first}`, 'm5.large'],
      [`?ref=${first.slice(0, 10)}`, 'm5.large'],
      ['?ref=main&depth=1', 'm7i.large'],
    ] as const)
      assert.deepEqual(await typesAt(url + query, server.host), [type], query)
  })

  it('a folder of the repository sees its neighbours, as in the package that Terraform downloads', async () => {
    const { server, url } = await served()
    const project = await loadFetched(`module "train" { source = "${url}" }`, { hosts: [server.host] })
    assert.deepEqual(Object.values(valuesOf(project, 'user_data')), ['#!/bin/sh'])
    assert.match(
      project.resources[0]!.range.source.path,
      /^\.terraform\/modules\/@fetched\/localhost-\d+-acme-infra\.git-HEAD\/cluster\/main\.tf$/,
    )
  })

  it('a module cannot call what lies outside of its package', async () => {
    const work = temporaryRepository({ 'main.tf': 'module "out" { source = "../../../../infra" }' })
    const folder = temporaryFolder({})
    execFileSync('git', ['clone', '--quiet', '--bare', work, path.join(folder, 'acme/out.git')])
    const server = await startServer(gitBackend(folder))
    servers.push(server)
    const project = await loadFetched(
      {
        'main.tf': `module "m" { source = "git::https://${server.host}/acme/out.git" }`,
        'infra/main.tf': 'resource "aws_instance" "ours" { instance_type = "m5.large" }',
      },
      { hosts: [server.host] },
    )
    assert.match(onlyReason(project), /leaves the module's package/)
    assert.deepEqual(project.resources, [])
  })

  it('a branch, a tag or a folder that is not there is named', async () => {
    const { server, url } = await served()
    const why = async (source: string) =>
      onlyReason(await loadFetched(`module "m" { source = "${source}" }`, { hosts: [server.host] }))
    assert.match(await why(`${url}?ref=v9`), /\/acme\/infra\.git has no branch, tag or commit "v9"/)
    assert.match(await why(`${url}-of-gpus`), /there is no directory "cluster-of-gpus" in it/)
    assert.match(await why(`git::https://${server.host}/acme/none.git`), /git says "/)
  })

  it('a branch that moves is seen moved, and what did not move is not downloaded again', async () => {
    const { server, work, bare, url } = await served()
    const cache = temporaryFolder({})
    const load = () => loadFetched(`module "m" { source = "${url}" }`, { hosts: [server.host], cache })
    const downloads = () =>
      server.requests.filter(({ url: asked }) => asked.endsWith('/git-upload-pack')).length
    await load()
    const first = downloads()
    await load()
    // Only which commits there are is asked again.
    assert.equal(downloads() - first, 1)
    writeFiles(work, { 'cluster/main.tf': CLUSTER('c7i.large') })
    commitAll(work, 'Other machines')
    execFileSync('git', ['-C', work, 'push', '--quiet', bare, 'main'])
    assert.deepEqual(Object.values(valuesOf(await load(), 'instance_type')), ['c7i.large'])
  })

  it('a repository that has moved is followed on hosts that are allowed, and on no other', async () => {
    const { server, url } = await served()
    const moved = await startServer((request, response) =>
      response.writeHead(301, { location: `https://${server.host}${request.url}` }).end(),
    )
    servers.push(moved)
    const source = url.replace(server.host, moved.host)
    assert.deepEqual(
      Object.values(
        valuesOf(
          await loadFetched(`module "m" { source = "${source}" }`, { hosts: [server.host, moved.host] }),
          'instance_type',
        ),
      ),
      ['m7i.large'],
    )
    const refused = await loadFetched(`module "m" { source = "${source}" }`, { hosts: [moved.host] })
    assert.match(onlyReason(refused), new RegExp(`${server.host} is not among the hosts`))
  })

  it('nothing of a repository is run: no hook, no filter, no submodule, no local repository', async () => {
    const mark = path.join(temporaryFolder({}), 'ran')
    const work = temporaryRepository({
      'main.tf': 'resource "aws_instance" "node" { instance_type = "m5.large" }',
      '.gitattributes': '*.tf filter=evil diff=evil',
      '.gitmodules': `[submodule "s"]\n\tpath = s\n\turl = ext::touch ${mark}\n`,
      '.git/hooks/post-checkout': `#!/bin/sh\ntouch ${mark}\n`,
    })
    const folder = temporaryFolder({})
    execFileSync('git', ['clone', '--quiet', '--bare', work, path.join(folder, 'acme/evil.git')])
    const config = path.join(temporaryFolder({}), 'gitconfig')
    writeFileSync(config, `[filter "evil"]\n\tsmudge = touch ${mark}\n\tclean = touch ${mark}\n`)
    const server = await startServer(gitBackend(folder))
    servers.push(server)
    process.env.GIT_CONFIG_GLOBAL = config
    try {
      assert.deepEqual(await typesAt(`git::https://${server.host}/acme/evil.git`, server.host), ['m5.large'])
      const local = await loadFetched(`module "m" { source = "git::file://${work}" }`)
      assert.match(onlyReason(local), /git over file is not fetched/)
    } finally {
      delete process.env.GIT_CONFIG_GLOBAL
    }
    assert.equal(existsSync(mark), false)
  })
})
