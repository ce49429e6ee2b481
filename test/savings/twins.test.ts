import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../core/check.ts'
import { SAVINGS_RULE_IDS } from '../../core/config/rule-ids.ts'
import { savingsRules } from '../../core/savings/rules/index.ts'
import { locate } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { bookAt } from '../support/frozen-book.ts'

const root = join(import.meta.dirname, '../..')

/** The code blocks of a language under a heading of a page. */
function blocks(page: string, heading: string, language: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text]) => text!)
}

const book = bookAt(join(root, 'core/pricing/book'))

describe('rules about money spent for nothing', () => {
  const ids = savingsRules.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...SAVINGS_RULE_IDS].toSorted())
    const files = readdirSync(join(root, 'core/savings/rules')).map((file) => file.replace(/\.ts$/, ''))
    for (const id of ids) assert.ok(files.includes(id), `core/savings/rules/${id}.ts is missing`)
  })

  for (const { id, severity, summary } of savingsRules)
    describe(id, () => {
      const file = join(root, `docs/rules/${id}.md`)

      it('has a page that says what it does', () => {
        assert.ok(existsSync(file), `docs/rules/${id}.md is missing`)
        const page = readFileSync(file, 'utf8')
        assert.ok(page.startsWith(`# ${id}\n\n${summary}\n`))
        assert.ok(page.includes(`Default severity: **${severity}**`))
      })

      it('fails and passes as its page says', () => {
        const page = readFileSync(file, 'utf8')
        // The page's settings switch on what is off by default.
        const [settings = ''] = blocks(page, 'Settings', 'yaml')
        const config = settings.replace(`${id}: off`, `${id}: warning`)
        const shown = (text: string) => {
          const tree = memoryTree({ 'manifests.yaml': text, 'ascribe.yml': config })
          const { inspection, findings } = check(tree, '', book)
          assert.deepEqual(inspection.problems, [])
          return findings
            .filter(({ ruleId }) => ruleId === id)
            .map(({ range, message }) => {
              const { path, line, column } = locate(range)
              return `${path}:${line}:${column}: ${message} [${id}]`
            })
        }
        const said = blocks(page, 'Fails', '').flatMap((text) => text.trimEnd().split('\n'))
        assert.ok(said.length > 0)
        assert.deepEqual(blocks(page, 'Fails', 'yaml').flatMap(shown), said)
        for (const text of blocks(page, 'Passes', 'yaml')) assert.deepEqual(shown(text), [])
      })
    })
})
