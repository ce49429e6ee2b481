import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ascribeYml } from '../../core/config/ascribe-yml.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { configurationTables } from '../../scripts/config-schema/configuration-tables.ts'
import { jsonSchema, rows } from '../../scripts/config-schema/json-schema.ts'

const root = join(import.meta.dirname, '../..')
const STALE = 'run npx tsx scripts/config-schema/build.ts'

describe('what is published of ascribe.yml', () => {
  const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8')

  it('is the JSON Schema that the code checks with', () => {
    assert.equal(readFileSync(join(root, 'schema/ascribe.schema.json'), 'utf8'), jsonSchema(), STALE)
  })

  it('is the reference page, with every key', () => {
    assert.equal(page, configurationTables(page), STALE)
    for (const section of Object.keys(ascribeYml.shape))
      assert.ok(page.includes(`<!-- keys:${section} -->`), `docs/configuration.md leaves out "${section}"`)
    for (const { path, description } of rows())
      if (path.split('.').length <= 2) assert.notEqual(description, '', `${path} is not described`)
  })

  it('has examples that hold', () => {
    const examples = [...page.matchAll(/```yaml\n(version:[\s\S]*?)```/g)].map(([, text]) => text!)
    assert.ok(examples.length > 0)
    for (const example of examples) {
      assert.deepEqual(readConfig(new SourceFile('ascribe.yml', example)).problems, [])
      assert.ok(ascribeYml.safeParse(parse(example)).success)
    }
  })
})
