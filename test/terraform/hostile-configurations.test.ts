import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_NESTING } from '../../core/hcl/parser.ts'
import { MAX_DEPTH, MAX_INSTANCES, MAX_MODULES, MAX_STEPS } from '../../core/terraform/evaluation/budget.ts'
import { staticDataSources } from '../../core/terraform/evaluation/static-data-sources.ts'
import { attribute, load, problemsOf } from '../support/load.ts'

describe('hostile configurations end, and say why', function () {
  // The slowest of them take a second or two.
  this.timeout(15_000)

  it('count = 1e9 is one instance that stands for many', () => {
    const project = load('resource "aws_instance" "many" { count = 1000000000 }')
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      ['aws_instance.many[*]'],
    )
    assert.deepEqual(problemsOf(project), [
      'main.tf:1:34: count is 1000000000. more than 5000 instances are not expanded one by one',
    ])
  })

  it('locals that repeat one another exponentially are not carried', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `l${level + 1} = [local.l${level}, local.l${level}]`,
    )
    const project = load(
      `locals {\n l0 = ["tag"]\n ${levels.join('\n ')}\n}\nresource "aws_instance" "x" { tags = { all = jsonencode(local.l40) } }`,
    )
    const tags = attribute(project, 'aws_instance.x', 'tags') as { all: { $unknown: string } }
    assert.match(tags.all.$unknown, /parts/)
  })

  it('a chain of ten thousand locals is cut, not followed to the end of the stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, link) => `l${link + 1} = local.l${link}`)
    const project = load(
      `locals {\nl0 = "end"\n${chain.join('\n')}\n}\nresource "aws_instance" "x" { ami = local.l10000 }`,
    )
    assert.match(
      (attribute(project, 'aws_instance.x', 'ami') as { $unknown: string }).$unknown,
      /nested more than/,
    )
  })

  it('a local, a resource and a module that need themselves are unknown', () => {
    const project = load({
      'main.tf': `
        locals { a = local.b, b = local.a }
        resource "aws_instance" "x" { ami = aws_instance.x.id }
        resource "aws_instance" "y" { ami = local.a }
        module "again" { source = "./again" }`.replace('local.b, b', 'local.b\n b'),
      'again/main.tf': 'module "again" { source = "../again" }',
    })
    assert.match(problemsOf(project).join('\n'), /local\.\w refers to itself/)
    assert.match(problemsOf(project).join('\n'), /aws_instance\.x refers to itself/)
    assert.match(
      project.notLoaded.at(-1)!.because,
      /lies in that module, which would call itself without end/,
    )
  })

  it('modules that call one another twice on twenty levels are cut', () => {
    const levels = Array.from({ length: 20 }, (_, level) => [
      `l${level}/main.tf`,
      `module "a" { source = "../l${level + 1}" }\nmodule "b" { source = "../l${level + 1}" }`,
    ])
    const project = load({ ...Object.fromEntries(levels), 'main.tf': 'module "a" { source = "./l0" }' })
    const because = project.notLoaded.map((module) => module.because)
    assert.ok(because.includes('the project has more than 5000 module instances'), because.join())
  })

  it('loops in loops in loops end with the budget, and try() does not go on after it', () => {
    const project = load(`
      locals {
        many = range(1000)
        grid = try([for a in local.many : [for b in local.many : [for c in local.many : a]]], "small")
      }
      resource "aws_instance" "x" { ami = local.grid }
      resource "aws_instance" "y" { ami = "ami-1" }`)
    const { $unknown } = attribute(project, 'aws_instance.x', 'ami') as { $unknown: string }
    assert.match($unknown, /more than 5000000 evaluation steps/)
  })

  it('dynamic blocks in dynamic blocks end with the budget', () => {
    const nest = (level: number): string =>
      level === 0 ? '' : `dynamic "b${level}" {\nfor_each = range(1000)\ncontent {\n${nest(level - 1)}}\n}\n`
    const project = load(`resource "aws_instance" "x" {\n${nest(3)}}`)
    assert.match(problemsOf(project).join(), /more than 5000000 evaluation steps/)
  })

  it('a range of 2^40 numbers is refused, in count, for_each and dynamic blocks', () => {
    const project = load(`
      locals { many = range(pow(2, 40)) }
      resource "aws_instance" "counted" { count = length(local.many) }
      resource "aws_instance" "keyed" { for_each = toset([for n in local.many : tostring(n)]) }
      resource "aws_instance" "blocks" {
        dynamic "ebs_block_device" {
          for_each = local.many
          content { volume_size = 1 }
        }
      }`)
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      ['aws_instance.counted[*]', 'aws_instance.keyed[*]', 'aws_instance.blocks'],
    )
    assert.match(problemsOf(project).join(), /more than 1024 values/)
  })

  it('a for_each of more keys than anybody has stands for them with one instance', () => {
    const project = load(
      'resource "aws_instance" "x" { for_each = toset([for p in setproduct(range(100), range(100)) : join("-", p)]) }',
    )
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      ['aws_instance.x[*]'],
    )
    assert.match(problemsOf(project).join(), /more than 5000 instances/)
  })

  it('templates that double on every level end with a text that is too long', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `l${level + 1} = "\${local.l${level}}\${local.l${level}}"`,
    )
    const project = load(
      `locals {\n l0 = "0123456789"\n ${levels.join('\n ')}\n}\nresource "aws_instance" "x" { ami = local.l40 }`,
    )
    const { $unknown } = attribute(project, 'aws_instance.x', 'ami') as { $unknown: string }
    assert.match($unknown, /longer than|characters/)
  })

  it('template directives in template directives end with the budget', () => {
    const loops = (depth: number): string =>
      depth === 0 ? 'x' : `%{ for v${depth} in range(1000) }${loops(depth - 1)}%{ endfor }`
    const project = load(`resource "aws_instance" "x" { user_data = "${loops(4)}" }`)
    const { $unknown } = attribute(project, 'aws_instance.x', 'user_data') as { $unknown: string }
    assert.match($unknown, /longer than|evaluation steps/)
  })

  it('a template file that renders itself ends', () => {
    const project = load({
      'main.tf': 'resource "aws_instance" "x" { user_data = templatefile("self.tftpl", {}) }',
      'self.tftpl': '${templatefile("self.tftpl", {})}${templatefile("self.tftpl", {})}',
    })
    assert.ok((attribute(project, 'aws_instance.x', 'user_data') as { $unknown: string }).$unknown)
    assert.equal(problemsOf(project).length, 1)
  })

  it('brackets, blocks and JSON that nest a hundred thousand deep are refused where they are too deep', () => {
    const deep = 100_000
    const project = load({
      'main.tf': `locals {\n a = ${'['.repeat(deep)}${']'.repeat(deep)}\n}`,
      'blocks.tf': 'a {\n'.repeat(deep) + '}\n'.repeat(deep),
      'text.tf': `locals {\n b = ${'"${'.repeat(deep)}1${'}"'.repeat(deep)}\n}`,
      'chain.tf': `locals {\n c = ${'1 + '.repeat(deep)}1\n d = local.c${'.x'.repeat(deep)}\n}`,
      'json.tf.json': `{"locals": {"e": ${'['.repeat(deep)}${']'.repeat(deep)}}}`,
    })
    for (const file of ['main.tf', 'blocks.tf', 'text.tf', 'chain.tf', 'json.tf.json'])
      assert.ok(
        problemsOf(project).some((problem) => problem.startsWith(file) && /more than|too deep/.test(problem)),
        file,
      )
  })

  it('a pattern that would take other engines for ever is searched in linear time', () => {
    const project = load(`
      locals { text = join("", [for n in range(1000) : "aaaaaaaaaaaaaaaaaaaa"]) }
      resource "aws_instance" "x" { ami = can(regex("^(a+)+$", "\${local.text}!")) ? "yes" : "no" }`)
    assert.equal(attribute(project, 'aws_instance.x', 'ami'), 'no')
  })

  it('docs/terraform.md names the bounds as they are', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/terraform.md'), 'utf8')
    for (const bound of [MAX_INSTANCES, MAX_MODULES, MAX_STEPS, MAX_DEPTH, MAX_NESTING])
      assert.match(docs, new RegExp(`[|;] ${bound.toLocaleString('en-US')}[ ;]`), String(bound))
    for (const type of Object.keys(staticDataSources)) assert.ok(docs.includes(`\`${type}\``), type)
  })

  it('file() cannot leave the repository', () => {
    const project = load('resource "aws_instance" "x" { user_data = file("../../../../etc/passwd") }')
    const { $unknown } = attribute(project, 'aws_instance.x', 'user_data') as { $unknown: string }
    assert.match($unknown, /outside/)
  })

  it('names of Object.prototype are names like any other', () => {
    const project = load(`
      variable "constructor" { default = "fraud-ml" }
      locals { __proto__ = { toString = var.constructor } }
      resource "aws_instance" "hasOwnProperty" { tags = local.__proto__ }`)
    assert.deepEqual(attribute(project, 'aws_instance.hasOwnProperty', 'tags'), { toString: 'fraud-ml' })
    assert.deepEqual(problemsOf(project), [])
  })
})
