import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { CLI } from '../support/run-cli.ts'
import { commitAll, temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'
import { everyOutput } from './support/every-output.ts'

const SECRET = 'hunter2-of-another-project'

/** Everything by which a repository may name a file that lies beside it. */
function curiousRepository() {
  const outside = temporaryFolder({
    'secret.tf': `resource "aws_instance" "stolen" {\n  instance_type = "m5.large"\n  tags = { team = "${SECRET}" }\n}\n`,
    'secret.txt': SECRET,
    'secret.tfvars': `team = "${SECRET}"\n`,
    'secret.csv': `team,budget\n${SECRET},1\n`,
    'secret.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: "${SECRET}" }\nspec: { containers: [] }\n`,
    'kustomization.yaml': 'resources: [secret.yaml]\n',
    'ascribe-usage.yml': `version: 0.1\nresource_usage: { ${SECRET}: { hours: 1 } }\n`,
    'Chart.yaml': `name: ${SECRET}\nversion: 1.0.0\n`,
  })
  const repository = temporaryRepository({ 'README.md': 'Nothing yet\n' })
  const up = path.relative(repository, outside)
  const windows = up.replaceAll('/', '\\\\')
  const reads = [
    ...[
      `${up}/secret.txt`,
      `./a/../${up}/secret.txt`,
      `${outside}/secret.txt`,
      'link.txt',
      'links/secret.txt',
    ],
    ...[`${windows}\\\\secret.txt`, `file://${outside}/secret.txt`],
  ]
  const calls = reads.flatMap((name) =>
    ['file', 'filebase64', 'filesha256', 'fileexists', 'pathexpand'].map(
      (call) => `try(${call}("${name}"), "no")`,
    ),
  )
  writeFiles(repository, {
    'main.tf': `variable "team" {\n  default = "none"\n}
resource "aws_instance" "train" {
  instance_type = "m5.large"
  tags = {
    team  = var.team
    ${calls.map((call, at) => `read${at} = ${call}`).join('\n    ')}
    all   = join(",", fileset("${up}", "**"))
    links = join(",", fileset("links", "**"))
    shown = try(templatefile("${up}/secret.txt", {}), "no")
    var   = try(templatestring("$\{file("${up}/secret.txt")}", {}), "no")
  }
}
module "beside" {\n  source = "${up.startsWith('.') ? up : `./${up}`}"\n}
module "linked" {\n  source = "./links"\n}
module "absolute" {\n  source = "${outside}"\n}
module "scheme" {\n  source = "file://${outside}"\n}
`,
    'ascribe.yml': `version: 1
include: ["${up}/secret.csv", "link.csv"]
projects:
  - { name: prod, path: ".", var-files: ["${up}/secret.tfvars", "link.tfvars"] }
  - { name: beside, path: "${up}" }
`,
    'k8s/kustomization.yaml': `resources: ["../${up}", "../${up}/secret.yaml", ../links, app.yaml]\npatches: [{ path: "../${up}/secret.yaml" }]\nconfigMapGenerator: [{ name: x, files: ["../${up}/secret.txt"] }]\n`,
    'k8s/app.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: app }\nspec: { containers: [] }\n',
  })
  for (const [link, target] of [
    ['link.txt', 'secret.txt'],
    ['link.tf', 'secret.tf'],
    ['link.tfvars', 'secret.tfvars'],
    ['terraform.tfvars', 'secret.tfvars'],
    ['link.csv', 'secret.csv'],
    ['ascribe-usage.yml', 'ascribe-usage.yml'],
    ['k8s/link.yaml', 'secret.yaml'],
    ['links', '.'],
  ])
    symlinkSync(path.join(outside, target!), path.join(repository, link!))
  return repository
}

describe('what lies beside the repository', () => {
  it('is in no output, neither from disk nor from a commit, whatever names it', () => {
    const repository = curiousRepository()
    const encoded = Buffer.from(SECRET).toString('base64')
    const look = (base: string) => {
      for (const [line, { code, out, err }] of everyOutput(repository, base)) {
        assert.ok(code === 0 || code === 1 || code === 2, `${line}: ${code}\n${err}`)
        for (const word of [SECRET, encoded])
          assert.equal((out + err).includes(word), false, `${line} shows what it must not know`)
      }
    }
    look('HEAD')
    commitAll(repository, 'Curious')
    look('HEAD~1')
  }).timeout(180_000)

  it('would be shown if it were inside: the test above can fail', () => {
    const repository = temporaryRepository({
      'main.tf':
        'resource "aws_instance" "x" {\n  instance_type = "m5.large"\n  tags = { team = file("secret.txt") }\n}\n',
      'secret.txt': SECRET,
    })
    assert.ok(everyOutput(repository).get('inspect --format json')!.out.includes(SECRET))
  }).timeout(60_000)
})

describe('a remote base of a kustomization', () => {
  it('is named, and nobody is asked for it', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.end('apiVersion: v1\nkind: Pod\nmetadata: { name: fetched }\n')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const repository = temporaryRepository({
      'k8s/kustomization.yaml': `resources:\n  - http://${host}/base.yaml\n  - git::http://${host}/base?ref=main\n  - app.yaml\nhelmCharts: [{ name: x, repo: "http://${host}", releaseName: x }]\ngenerators: [http://${host}/plugin.yaml]\n`,
      'k8s/app.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: app }\nspec: { containers: [] }\n',
    })
    try {
      const child = spawn(process.execPath, [CLI, 'check'], { cwd: repository })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
      await once(child, 'close')
      assert.ok(said.includes(`http://${host}/base.yaml`), said)
      assert.equal(asked, 0)
    } finally {
      server.close()
    }
  }).timeout(60_000)
})
