import assert from 'node:assert/strict'
import fc from 'fast-check'
import { changedLines } from './changed-lines.ts'
import { applied, type Files, fixing } from './fixing.ts'
import { assertKept } from './kept.ts'
import { formatted, hasTerraform } from './terraform-fmt.ts'

/** Ways to write the tags of a resource, from none to several lines of calls. */
const tagsArgument = fc.constantFrom(
  '',
  'tags = {}',
  'tags = null',
  'tags = { Name = "box" }',
  'tags = { "Name" : "box", tier = "gold", }',
  'tags = {\n    Name = "box"\n  }',
  'tags = {\n    Name = "box", # shown\n    a_rather_long_key = "x", // kept\n  }',
  'tags = {\n    # nothing yet\n  }',
  'tags = {\n    Name = <<-EOT\n      box\n    EOT\n  }',
  'tags = local.shared',
  'tags = local.shared /* all of\n  us */',
  'tags = var.tags',
  'tags = merge(local.shared, { Name = "box" })',
  'tags = merge(local.shared, var.tags)',
  'tags = merge(\n    local.shared,\n    {\n      Name = "box"\n    },\n  )',
  'tags = merge(\n    local.shared,\n    var.tags # last\n  )',
  'tags = { for key, value in local.shared : key => value }',
  'tags = (local.shared)',
)

const argument = fc.constantFrom(
  'ami = "ami-0abc"',
  'instance_type = "p4d.24xlarge" # the dear one',
  'user_data = <<-EOT\n    #!/bin/bash\n    tags = { a = "b" }\n  EOT',
  'root_block_device {\n    volume_size = 100\n  }',
  '# a comment of its own',
  '/* over\n     lines */',
  '',
  'monitoring = true',
  'depends_on = [aws_s3_bucket.features]',
  'lifecycle {\n    prevent_destroy = true\n  }',
)

interface Box {
  readonly before: readonly string[]
  readonly tags: string
  readonly after: readonly string[]
}

const box = (): fc.Arbitrary<Box> =>
  fc
    .record({
      before: fc.uniqueArray(argument, { maxLength: 4, selector: nameOf }),
      tags: tagsArgument,
      after: fc.uniqueArray(argument, { maxLength: 2, selector: nameOf }),
    })
    .map(({ before, tags, after }) => ({
      before,
      tags,
      after: after.filter((one) => !before.some((other) => nameOf(other) === nameOf(one))),
    }))

function nameOf(argument: string): string {
  return /^\w*/.exec(argument)![0] || argument
}

function configuration(boxes: readonly Box[], defaults: boolean): string {
  const provider = `provider "aws" {\n  region = "us-east-1"\n${defaults ? '  default_tags {\n    tags = { managed_by = "terraform" }\n  }\n' : ''}}\n`
  const head = `${provider}\nvariable "tags" {\n  type = map(string)\n  default = { origin = "variable" }\n}\n\nlocals {\n  shared = { area = "ml" }\n}\n\nresource "aws_s3_bucket" "features" {}\n`
  const resources = boxes.map(({ before, tags, after }, at) => {
    const lines = [...before, tags, ...after].map((line) => (line === '' ? '' : `  ${line}`))
    return `resource "aws_instance" "box_${at}" {\n${lines.join('\n')}\n}\n`
  })
  return [head, ...resources].join('\n')
}

const WANTED = new Map([
  ['team', 'fraud-ml'],
  ['model_id', 'fraud "xgb" ${v7}'],
  ['cost_center', 'eng-risk'],
])

const configurations = () =>
  fc.tuple(fc.array(box(), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.integer({ min: 1, max: 3 }))

/** Every fix of every resource, with the files it makes. */
function* fixed(files: Files, count: number) {
  const wanted = new Map([...WANTED].slice(0, count))
  const asked = fixing(files)
  for (const address of asked.addresses)
    for (const fix of asked.fixesOf(address, wanted))
      yield { address, fix, wanted, asked, after: applied(files, fix.edits) }
}

describe('tag edits: properties', () => {
  it('bring exactly the tags wanted, and others only what the title says', () => {
    let fixes = 0
    fc.assert(
      fc.property(configurations(), fc.constantFrom('\n', '\r\n'), ([boxes, defaults, count], lineBreak) => {
        const files = { 'main.tf': configuration(boxes, defaults).replaceAll('\n', lineBreak) }
        for (const { address, fix, wanted, asked, after } of fixed(files, count)) {
          fixes++
          assertKept(files['main.tf'], after['main.tf']!)
          const now = fixing(after).tags
          let others = 0
          for (const [name, was] of asked.tags) {
            const is = now.get(name)!
            if (name === address && !fix.title.startsWith('Add local') && !bringsShared(was, is))
              assert.deepEqual(is, { ...was, ...Object.fromEntries(wanted) }, fix.title)
            for (const key of Object.keys(was))
              assert.equal(is[key], was[key], `${fix.title}: ${name} ${key}`)
            if (name !== address && Object.keys(is).length !== Object.keys(was).length) others++
          }
          assert.equal(others, Number(/also tags (\d+) other/.exec(fix.title)?.[1] ?? 0), fix.title)
          for (const key of wanted.keys()) assert.equal(typeof now.get(address)![key], 'string', fix.title)
        }
      }),
      { numRuns: 150 },
    )
    assert.ok(fixes > 300, `only ${fixes} fixes`)
  })

  it('every resource can be fixed in its own block, unless it cannot be read', () => {
    fc.assert(
      fc.property(configurations(), ([boxes, defaults, count]) => {
        const asked = fixing({ 'main.tf': configuration(boxes, defaults) })
        const wanted = new Map([...WANTED].slice(0, count))
        for (const address of asked.addresses)
          assert.equal(
            asked.fixesOf(address, wanted, 'own').length,
            1,
            `${address}\n${configuration(boxes, defaults)}`,
          )
      }),
      { numRuns: 60 },
    )
  })

  it('terraform fmt has nothing to add', function () {
    if (!hasTerraform) this.skip()
    const samples = fc.sample(configurations(), { numRuns: 80, seed: 7 })
    const texts = Object.fromEntries(
      samples.map(([boxes, defaults], at) => [`${at}.tf`, configuration(boxes, defaults)]),
    )
    const edited: Record<string, string> = {}
    for (const [name, text] of Object.entries(formatted(texts)))
      for (const { after, fix } of fixed({ 'main.tf': text }, samples[Number.parseInt(name, 10)]![2]))
        edited[`${name}-${fix.title.replace(/\W+/g, '-')}.tf`] = after['main.tf']!
    const again = formatted(edited)
    const changed = Object.keys(edited).filter((name) => edited[name] !== again[name])
    const shown = changed.slice(0, 3).map((name) => `${name}\n${changedLines(edited[name]!, again[name]!)}`)
    assert.equal(changed.length, 0, `${changed.length} of ${Object.keys(edited).length}\n${shown.join('\n')}`)
  })
})

/** Whether tags came that its neighbours share. */
function bringsShared(was: object, is: object): boolean {
  return ['area', 'origin'].some((key) => key in is && !(key in was))
}
