import assert from 'node:assert/strict'
import { RULE_IDS, TAG_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { tagRules } from '../../../core/tags/rules/index.ts'
import { assertDocumented, namesIn, rulePage, shownFindings } from '../../support/rule-page.ts'
import { findingsIn } from '../support/drawn.ts'

describe('every rule', () => {
  const ids = tagRules.map(({ id }) => id)

  it('is known to ascribe.yml', () => {
    assert.deepEqual(ids.toSorted(), [...TAG_RULE_IDS].toSorted())
  })

  for (const rule of tagRules)
    describe(rule.id, () => {
      const { id } = rule

      it('has its file, its test and its page', () => {
        assert.ok(namesIn('core/tags/rules', '.ts').includes(id), `core/tags/rules/${id}.ts is missing`)
        assert.ok(
          namesIn('test/tags/rules', '.test.ts').includes(id),
          `test/tags/rules/${id}.test.ts is missing`,
        )
        assert.ok(namesIn('docs/rules', '.md').includes(id), `docs/rules/${id}.md is missing`)
      })

      it('has a page that says what it does', () => {
        const page = rulePage(id)
        assertDocumented(rule)
        assert.ok(page.blocks('Fails', 'hcl').length > 0 && page.blocks('Passes', 'hcl').length > 0)
      })

      it('fails and passes as its page says', () => {
        const page = rulePage(id)
        // The page's own configuration, where a rule says nothing without one.
        const [yml = ''] = page.blocks('Fails', 'yaml')
        const shown = (text: string) => shownFindings(findingsIn(text, yml.replace(/^version: 1\n/, '')), id)
        const found = page.blocks('Fails', 'hcl').flatMap(shown)
        for (const line of page.said())
          assert.ok(found.includes(line), `not found: ${line}\namong:\n${found.join('\n')}`)
        for (const text of page.blocks('Passes', 'hcl')) assert.deepEqual(shown(text), [])
      })
    })

  it('has no page, test or file without it', () => {
    const helpers = ['index', 'tag-rule', 'required', 'expectation']
    assert.deepEqual(
      namesIn('core/tags/rules', '.ts')
        .filter((name) => !helpers.includes(name))
        .toSorted(),
      ids.toSorted(),
    )
    assert.deepEqual(
      namesIn('test/tags/rules', '.test.ts')
        .filter((name) => name !== 'twins')
        .toSorted(),
      ids.toSorted(),
    )
    const known: readonly string[] = RULE_IDS
    for (const name of namesIn('docs/rules', '.md')) assert.ok(known.includes(name), `${name} is no rule`)
  })
})
