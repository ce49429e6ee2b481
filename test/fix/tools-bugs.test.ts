import assert from 'node:assert/strict'
import { assertKept } from '../terraform/edits/kept.ts'
import { formatted, hasTerraform } from '../terraform/edits/terraform-fmt.ts'
import { changed, fixed, TEAM_ONLY } from './fixing.ts'

const set = { team: 'fraud-ml' }

/** What becomes of one resource's tags; the result must be as `terraform fmt` has it where the text before was. */
function tagged(tags: string, others = ''): string {
  const main = `resource "aws_instance" "train" {\n  instance_type = "p4d.24xlarge"\n\n  ${tags}\n}\n${others}`
  const { files, diff, refused } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set })
  assert.deepEqual(refused, [])
  const after = files['main.tf']!
  assertKept(main, after)
  if (hasTerraform && formatted({ 'main.tf': main })['main.tf'] === main)
    assert.equal(formatted({ 'main.tf': after })['main.tf'], after)
  return changed(diff)
}

describe('what other tools got wrong', () => {
  it('a comma after the last argument of merge() gets no second one (bridgecrewio/yor#85)', () =>
    assert.equal(
      tagged(
        'tags = merge(\n    var.tags,\n    {\n      "Name" = "train"\n    },\n  )',
        'variable "tags" {\n  default = {}\n}\n',
      ),
      '+      "team" = "fraud-ml"',
    ))

  it('a comma after the last entry of a map neither', () =>
    assert.equal(tagged('tags = {\n    Name = "train",\n  }'), '+    team = "fraud-ml",'))

  it('a reference stays a reference', () => {
    const vpc = '\nresource "aws_vpc" "ml" {\n  tags = { Name = "ml" }\n}\n'
    assert.equal(
      tagged('tags = aws_vpc.ml.tags', vpc),
      '-  tags = aws_vpc.ml.tags\n+  tags = merge(aws_vpc.ml.tags, { team = "fraud-ml" })',
    )
  })

  it('functions in the arguments of merge() stay as they are (bridgecrewio/yor#315)', () => {
    const others = '\nvariable "tags" {\n  default = {}\n}\n\nvariable "this" {\n  default = "x"\n}\n'
    const before = 'tags = merge(var.tags, tomap({ "Name" = format("%s-sample", var.this) }))'
    assert.equal(tagged(before, others), `-  ${before}\n+  ${before.slice(0, -1)}, { team = "fraud-ml" })`)
  })

  it('braces in braces are no end (bridgecrewio/yor#297)', () =>
    assert.equal(
      tagged('tags = {\n    a = lookup({ team = "ay", b = "bee" }, "a", "what?")\n  }'),
      '-    a = lookup({ team = "ay", b = "bee" }, "a", "what?")\n+    a    = lookup({ team = "ay", b = "bee" }, "a", "what?")\n+    team = "fraud-ml"',
    ))

  it('comments among the tags stay where they are (bridgecrewio/yor#376)', () =>
    assert.equal(
      tagged(
        'tags = {\n    "name" = "sahil" # this is name\n    # of the stage\n    "env" = "dev" // last\n  }',
      ),
      '-    "env" = "dev" // last\n+    "env"  = "dev" // last\n+    "team" = "fraud-ml"',
    ))

  it('a for expression is merged, not opened (bridgecrewio/yor#496)', () => {
    const before = 'tags = { for k, v in local.tags : k => v if k != "environment" }'
    assert.equal(
      tagged(before, '\nlocals {\n  tags = { a : "b", c : "d" }\n}\n'),
      `-  ${before}\n+  ${before.replace('{ for', 'merge({ for').replace(/ \}$/, ' }, { team = "fraud-ml" })')}`,
    )
  })

  it('keys that are expressions stay unquoted (env0/terratag#27)', () =>
    assert.equal(
      tagged(
        'tags = {\n    "${join("-", ["foo", "bar"])}" = "test"\n    (local.key)                   = "test"\n  }',
        '\nlocals {\n  key = "k"\n}\n',
      ),
      '+    team                          = "fraud-ml"',
    ))

  it('a second run adds nothing, and no second block (env0/terratag#88)', () => {
    const main = 'resource "aws_instance" "train" {\n  instance_type = "p4d.24xlarge"\n}\n'
    const { files } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set })
    assert.equal(files['main.tf']!.match(/team/g)!.length, 1)
    assert.equal(files['main.tf']!.match(/tags/g)!.length, 1)
  })

  it('returns at line ends stay, and tabs', () => {
    const main =
      'resource "aws_instance" "train" {\r\n\tinstance_type = "p4d.24xlarge"\r\n\ttags = {\r\n\t\tName = "a"\r\n\t}\r\n}\r\n'
    const { files } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set })
    assert.equal(files['main.tf'], main.replace('"a"\r\n', '"a"\r\n\t\tteam = "fraud-ml"\r\n'))
  })
})
