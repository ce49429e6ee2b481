import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../core/config/read-config.ts'
import { RULE_IDS, TAG_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { locate, SourceFile } from '../../../core/source/source-file.ts'
import { tagRules } from '../../../core/tags/rules/index.ts'
import { findingsIn } from '../support/drawn.ts'

const root = join(import.meta.dirname, '../../..')
const names = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))

/** The code blocks of a language under a heading of a page. */
function blocks(page: string, heading: string, language: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text]) => text!)
}

describe('every rule', () => {
  const ids = tagRules.map(({ id }) => id)

  it('is known to ascribe.yml', () => {
    assert.deepEqual(ids.toSorted(), [...TAG_RULE_IDS].toSorted())
  })

  for (const { id, severity, summary } of tagRules)
    describe(id, () => {
      const file = join(root, `docs/rules/${id}.md`)

      it('has its file, its test and its page', () => {
        assert.ok(names('core/tags/rules', '.ts').includes(id), `core/tags/rules/${id}.ts is missing`)
        assert.ok(
          names('test/tags/rules', '.test.ts').includes(id),
          `test/tags/rules/${id}.test.ts is missing`,
        )
        assert.ok(names('docs/rules', '.md').includes(id), `docs/rules/${id}.md is missing`)
      })

      it('has a page that says what it does', () => {
        const page = readFileSync(file, 'utf8')
        assert.ok(page.startsWith(`# ${id}\n\n${summary}\n`))
        assert.ok(page.includes(`Default severity: **${severity}**`))
        const examples = [...blocks(page, 'Fails', 'hcl'), ...blocks(page, 'Passes', 'hcl')]
        assert.ok(examples.length >= 2)
        for (const example of blocks(page, 'Settings', 'yaml'))
          assert.deepEqual(readConfig(new SourceFile('ascribe.yml', example)).problems, [])
      })

      it('fails and passes as its page says', () => {
        const page = readFileSync(file, 'utf8')
        // The page's own configuration, where a rule says nothing without one.
        const [yml = ''] = blocks(page, 'Fails', 'yaml')
        const shown = (text: string) =>
          findingsIn(text, yml.replace(/^version: 1\n/, ''))
            .filter(({ ruleId }) => ruleId === id)
            .map(({ range, message }) => {
              const { path, line, column } = locate(range)
              return `${path}:${line}:${column}: ${message} [${id}]`
            })
        const said = blocks(page, 'Fails', '').flatMap((text) => text.trimEnd().split('\n'))
        const found = blocks(page, 'Fails', 'hcl').flatMap(shown)
        assert.ok(said.length > 0)
        for (const line of said)
          assert.ok(found.includes(line), `not found: ${line}\namong:\n${found.join('\n')}`)
        for (const text of blocks(page, 'Passes', 'hcl')) assert.deepEqual(shown(text), [])
      })
    })

  it('has no page, test or file without it', () => {
    const helpers = ['index', 'tag-rule', 'required', 'expectation']
    assert.deepEqual(
      names('core/tags/rules', '.ts')
        .filter((name) => !helpers.includes(name))
        .toSorted(),
      ids.toSorted(),
    )
    assert.deepEqual(
      names('test/tags/rules', '.test.ts')
        .filter((name) => name !== 'twins')
        .toSorted(),
      ids.toSorted(),
    )
    const known: readonly string[] = RULE_IDS
    for (const name of names('docs/rules', '.md')) assert.ok(known.includes(name), `${name} is no rule`)
  })
})
