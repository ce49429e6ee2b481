import assert from 'node:assert/strict'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('an ascribe.yml of another version', () => {
  for (const command of ['check', 'inspect'])
    it(`is all that ${command} says: nothing is judged by another schema`, () => {
      const folder = temporaryFolder({
        'ascribe.yml': 'version: 2\nschema: { preset: ml-attribution }\n',
        'main.tf': 'resource "aws_instance" "gpu" {\n  instance_type = "g5.xlarge"\n}\n',
      })
      const { code, out, err } = ascribe(folder, command)
      assert.equal(code, 2)
      assert.equal(out, '')
      assert.match(
        err,
        /ascribe\.yml:1:10: version 2 of ascribe\.yml is not known\. this Ascribe reads "version: 1"\n$/,
      )
      assert.equal(err.trim().split('\n').length, 1)
    })
})
