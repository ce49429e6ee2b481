import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const GATEWAY = {
  'ascribe.yml': 'version: 1\n',
  'prod/main.tf': `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "main" {
  subnet_id = "subnet-a"
}
`,
}

describe('ascribe usage', () => {
  it('init writes a file beside ascribe.yml, once', () => {
    const folder = temporaryFolder(GATEWAY)
    const first = ascribe(folder, 'usage', 'init')
    assert.equal(first.code, 0, first.err)
    const file = join(folder, 'ascribe-usage.yml')
    assert.match(
      readFileSync(file, 'utf8'),
      /aws_nat_gateway\.main:\n {4}# monthly_data_processed_gb: 0 {2}# GB\n/,
    )
    const again = ascribe(folder, 'usage', 'init')
    assert.equal(again.code, 2)
    assert.match(again.err, /is already there\. --print shows/)
  })

  it('init --print writes nothing, and without anything to say there is no file', () => {
    const folder = temporaryFolder(GATEWAY)
    assert.match(ascribe(folder, 'usage', 'init', '--print').out, /monthly_data_processed_gb/)
    assert.equal(existsSync(join(folder, 'ascribe-usage.yml')), false)
    const nothing = temporaryFolder({ 'main.tf': '' })
    assert.equal(ascribe(nothing, 'usage', 'init').out, 'Nothing here is charged by use.\n')
  })

  it('says what it expects', () => {
    const folder = temporaryFolder(GATEWAY)
    assert.match(ascribe(folder, 'usage').err, /expected "init \[FOLDER\]", found nothing/)
    assert.match(ascribe(folder, 'usage', 'init', 'a', 'b').err, /expected one folder, found 2/)
  })
})
