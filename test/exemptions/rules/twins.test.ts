import assert from 'node:assert/strict'
import { check } from '../../../core/check.ts'
import { EXEMPTION_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { exemptionChecks } from '../../../core/exemptions/rules/index.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import type { Files } from '../../support/review-files.ts'
import { assertDocumented, namesIn, rulePage, shownFindings } from '../../support/rule-page.ts'

const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const UNTAGGED = 'resource "aws_instance" "train" {\n  instance_type = "m5.xlarge"\n}\n'

/** The day that the pages speak of. */
const TODAY = '2026-11-21'

function shown(id: string, { language, text }: { language: string; text: string }): readonly string[] {
  const files: Files =
    language === 'hcl'
      ? { 'main.tf': text, 'providers.tf': PROVIDER }
      : { 'main.tf': UNTAGGED, 'providers.tf': PROVIDER, 'ascribe.yml': text }
  const { inspection, findings } = check(memoryTree(files), '', frozenBook(), [], TODAY)
  assert.deepEqual(inspection.problems, [])
  return shownFindings(findings, id)
}

describe('rules about exemptions', () => {
  const ids = exemptionChecks.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...EXEMPTION_RULE_IDS].toSorted())
    const files = namesIn('core/exemptions/rules', '.ts')
    assert.deepEqual(
      files.filter((name) => name !== 'index' && name !== 'exemption-check').toSorted(),
      ids.toSorted(),
    )
  })

  for (const rule of exemptionChecks)
    describe(rule.id, () => {
      it('has a page that says what it does', () => {
        assertDocumented(rule)
      })

      it('fails and passes as its page says', () => {
        const page = rulePage(rule.id)
        const failing = page.blocksOf('Fails', ['hcl', 'yaml'])
        assert.deepEqual(
          failing.flatMap((one) => shown(rule.id, one)),
          page.said(),
        )
        for (const one of page.blocksOf('Passes', ['hcl', 'yaml'])) assert.deepEqual(shown(rule.id, one), [])
      })
    })
})
