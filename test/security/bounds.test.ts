import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspectTree } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { ascribe } from '../support/run-cli.ts'
import { git, temporaryFolder, temporaryRepository } from '../support/temporary-folder.ts'
import { planText } from '../terraform/plan-json/plan-of.ts'

const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const TRAIN = 'resource "aws_instance" "train" {\n  instance_type = "m5.large"\n}\n'
/** Far above what any of these takes on a machine that does nothing else. */
const MAX_MS = 20_000

/** Runs a command that has to end soon, with a verdict or one line. */
function ends(folder: string, ...args: readonly string[]): { readonly code: number; readonly said: string } {
  const start = performance.now()
  const { code, out, err } = ascribe(folder, ...args)
  assert.ok(code === 0 || code === 1 || code === 2, `${args.join(' ')}: ${code}\n${err.slice(0, 2_000)}`)
  assert.ok(performance.now() - start < MAX_MS, `${args.join(' ')} takes too long`)
  return { code, said: out + err }
}

describe('what has no bound of its own', function () {
  this.timeout(120_000)

  it('a device, a pipe and a file of gigabytes are not read, and the rest is reviewed', () => {
    const folder = temporaryFolder({ 'main.tf': TRAIN })
    execFileSync('mkfifo', [path.join(folder, 'pipe.tf')])
    symlinkSync('/dev/zero', path.join(folder, 'zero.tf'))
    writeFileSync(path.join(folder, 'huge.tf'), '')
    truncateSync(path.join(folder, 'huge.tf'), 4 * 2 ** 30)
    const { said } = ends(folder, 'check')
    assert.match(said, /aws_instance\.train/)
    for (const name of ['huge.tf', 'zero.tf']) assert.ok(said.includes(name), `${name}: ${said}`)
  })

  it('globs and patterns that explode elsewhere are matched in time', () => {
    const stars = `${'a*'.repeat(60)}b`
    const folder = temporaryFolder({
      'main.tf': `${TRAIN}locals {
  files = fileset(".", "${'**/'.repeat(30)}${stars}")
  found = regexall("(a+)+$", join("", [for n in range(1000) : "aaaaaaaaaaaaaaaaaaaa!"]))
}
resource "aws_instance" "all" {\n  instance_type = "m5.large"\n  tags = { n = length(local.files), m = length(local.found) }\n}\n`,
      'ascribe.yml': `version: 1\nschema:\n  keys: { team: { pattern: "^(([a-z])+.)+[A-Z]([a-z])+$" } }\nowners:\n  - { match: { path: "${'**/'.repeat(30)}${stars}", tags: { team: "${stars}" } }, set: { team: x } }\n`,
      [`${'a'.repeat(120)}.txt`]: '',
      [`${'a/'.repeat(60)}a.txt`]: '',
    })
    ends(folder, 'check')
  })

  it('aliases that unfold, and nesting without end, in manifests, plans, reports and values', () => {
    const letters = [...'bcdefghij']
    const laughs = `a: &a [${'x,'.repeat(9)}x]\n${letters.map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}x]\n`).join('')}`
    const deep = '['.repeat(200_000)
    const closed = deep + ']'.repeat(200_000)
    const folder = temporaryFolder({
      'main.tf': `${TRAIN}locals {\n  a = yamldecode(file("laughs.txt"))\n  b = jsondecode(file("deep.txt"))\n  c = ${deep}\n}\n`,
      'laughs.txt': laughs,
      'deep.txt': closed,
      'k8s/laughs.yaml': `apiVersion: v1\nkind: Pod\n${laughs}`,
      'k8s/deep.yaml': `apiVersion: v1\nkind: Pod\nspec: ${deep}\n`,
      'k8s/kustomization.yaml': laughs,
      'more/ascribe.yml': `version: 1\n${laughs}`,
      'more/main.tf': TRAIN,
      'deep.json': `{"format_version":"1.2","resource_changes":${closed}}`,
      'report.json': `{"version":1,"tool":${closed}}`,
      'ascribe.baseline.json': `{"version":1,"findings":${closed}}`,
    })
    assert.match(ends(folder, 'check').said, /aws_instance\.train/)
    ends(path.join(folder, 'more'), 'check')
    ends(folder, 'check', '--plan', 'deep.json')
    assert.equal(ends(folder, 'comment', '--from', 'report.json').code, 2)
  })

  it('numbers beyond all measure, in files and in plans, give no infinite money', () => {
    const files = {
      'main.tf': `${PROVIDER}resource "aws_ebs_volume" "a" {\n  size = 1e308\n  type = "gp3"\n  iops = 1e400\n}
resource "aws_instance" "b" {\n  count = 1e15\n  instance_type = "p5.48xlarge"\n}\nresource "aws_ebs_volume" "c" {\n  size = -5\n}\n`,
      'plan.json': planText([
        { address: 'aws_ebs_volume.a', after: { size: 1e308, type: 'gp3', availability_zone: 'us-east-1a' } },
        { address: 'aws_ebs_volume.c', after: { size: -5, type: 'gp3', availability_zone: 'us-east-1a' } },
      ]),
    }
    const folder = temporaryFolder(files)
    for (const options of [[], ['--plan', 'plan.json']]) {
      const { said } = ends(folder, 'inspect', '--format', 'json', ...options)
      const { resources } = JSON.parse(said) as {
        resources: { estimate: { monthlyListCost: number | null } }[]
      }
      for (const { estimate } of resources)
        assert.ok(
          estimate.monthlyListCost === null ||
            (estimate.monthlyListCost >= 0 && estimate.monthlyListCost < 1e12),
        )
    }
  })

  it('names of prototypes are names: in Terraform, manifests, plans, ascribe.yml and reports', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
    const map = names.map((name) => `"${name}": "${name}"`).join(', ')
    const plan = planText([
      { address: 'aws_instance.constructor', after: { instance_type: 'm5.large', tags: {} } },
    ])
    const folder = temporaryFolder({
      'main.tf': `${PROVIDER}${names.map((name) => `resource "aws_instance" "${name}" {\n  instance_type = "m5.large"\n  tags = { ${map} }\n}\nvariable "${name}" {\n  default = "${name}"\n}\nlocals {\n  ${name} = var.${name}\n}\nresource "${name}" "x" {}\n`).join('')}`,
      'ascribe.yml': `version: 1\nschema:\n  keys: { ${names.map((name) => `${name}: {}`).join(', ')} }\nteams: { ${names.map((name) => `${name}: {}`).join(', ')} }\n`,
      'k8s/app.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: constructor, labels: { ${map} } }\nspec: { containers: [{ name: __proto__, resources: { requests: { ${map} } } }] }\n`,
      'plan.json': plan.replace('"tags":{}', `"tags":{${map}}`),
      'report.json': '{"version":1,"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
    })
    const { said } = ends(folder, 'inspect', '--format', 'json')
    for (const name of names) assert.ok(said.includes(`aws_instance.${name}`), name)
    ends(folder, 'check')
    ends(folder, 'inspect', '--plan', 'plan.json')
    ends(folder, 'policy', 'export', '--target', 'all', '--out', 'policies')
    assert.equal(ends(folder, 'comment', '--from', 'report.json').code, 2)
  })

  it('no argument of a resource that is priced is taken for a method, whichever it is', () => {
    const folder = path.join(import.meta.dirname, '../pricing/pricers')
    let tried = 0
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.tf'))) {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const values = new Set([...text.matchAll(/= ("[^"$]*")/g)].map(([, value]) => value!))
      for (const [at, value] of [...values].entries()) {
        const name = at % 2 === 0 ? '"constructor"' : '"__proto__"'
        const tree = memoryTree({ 'main.tf': text.replaceAll(`= ${value}`, `= ${name}`) })
        for (const { estimate } of inspectTree(tree, '', frozenBook()).resources)
          if (estimate.kind === 'priced')
            for (const { listCost } of estimate.charges)
              assert.ok(Number.isFinite(listCost), `${file}: ${value} as ${name}`)
        tried++
      }
    }
    assert.ok(tried > 500, String(tried))
  })

  it('provisioners and external data are text: nothing of them runs', () => {
    const mark = path.join(temporaryFolder({}), 'ran')
    const folder = temporaryFolder({
      'main.tf': `${TRAIN.replace('}\n', `  provisioner "local-exec" {\n    command = "touch ${mark}"\n  }\n}\n`)}data "external" "x" {\n  program = ["touch", "${mark}"]\n}\nterraform {\n  backend "local" {\n    path = "${mark}"\n  }\n}\n`,
    })
    ends(folder, 'inspect')
    assert.equal(existsSync(mark), false)
  })

  it('a revision that looks like an option is a revision that nobody knows', () => {
    const repository = temporaryRepository({ 'main.tf': TRAIN })
    const mark = path.join(temporaryFolder({}), 'ran')
    for (const name of [
      `--output=${mark}`,
      `--upload-pack=touch ${mark}`,
      '-h',
      'HEAD;touch x',
      `HEAD\n--output=${mark}`,
    ]) {
      const { code, said } = ends(repository, 'review', `--base=${name}`)
      assert.equal(code, 2)
      assert.match(said, /neither a folder nor a revision/)
    }
    assert.equal(existsSync(mark), false)
    assert.equal(git(repository, 'status', '--porcelain'), '')
  })
})
