import assert from 'node:assert/strict'
import { join } from 'node:path'
import { check } from '../../core/check.ts'
import { SAVINGS_RULE_IDS } from '../../core/config/rule-ids.ts'
import { savingsRules } from '../../core/savings/rules/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { bookAt } from '../support/frozen-book.ts'
import { assertDocumented, namesIn, rulePage, shownFindings } from '../support/rule-page.ts'

const root = join(import.meta.dirname, '../..')

const book = bookAt(join(root, 'core/pricing/book'))

describe('rules about money spent for nothing', () => {
  const ids = savingsRules.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...SAVINGS_RULE_IDS].toSorted())
    const files = namesIn('core/savings/rules', '.ts')
    for (const id of ids) assert.ok(files.includes(id), `core/savings/rules/${id}.ts is missing`)
  })

  for (const rule of savingsRules)
    describe(rule.id, () => {
      it('has a page that says what it does', () => {
        assertDocumented(rule)
      })

      it('fails and passes as its page says', () => {
        const { id } = rule
        const page = rulePage(id)
        // The page's settings switch on what is off by default.
        const [settings = ''] = page.blocks('Settings', 'yaml')
        const config = settings.replace(`${id}: off`, `${id}: warning`)
        const shown = (text: string) => {
          const tree = memoryTree({ 'manifests.yaml': text, 'ascribe.yml': config })
          const { inspection, findings } = check(tree, '', book)
          assert.deepEqual(inspection.problems, [])
          return shownFindings(findings, id)
        }
        assert.deepEqual(page.blocks('Fails', 'yaml').flatMap(shown), page.said())
        for (const text of page.blocks('Passes', 'yaml')) assert.deepEqual(shown(text), [])
      })
    })
})
