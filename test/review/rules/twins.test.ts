import assert from 'node:assert/strict'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { REVIEW_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { changeRules } from '../../../core/review/rules/index.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { assertDocumented, namesIn, rulePage, shownFindings } from '../../support/rule-page.ts'

/** The change that the pages are about: a fraud model's machine is doubled, $140.16 → $280.32 a month. */
const platform = (type: string) => `provider "aws" { region = "us-east-1" }
resource "aws_instance" "fraud" {
  instance_type = "${type}"
  tags = {
    team            = "fraud-ml"
    model_id        = "fraud_xgb_v7"
    lifecycle_phase = "inference"
    environment     = "production"
    project         = "fraud-detection"
    cost_center     = "eng-risk"
    created_by      = "ada"
  }
}
`

const TODAY = '2026-11-21'

describe('rules about the money of a change', () => {
  const ids = changeRules.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...REVIEW_RULE_IDS].toSorted())
    const files = namesIn('core/review/rules', '.ts')
    assert.deepEqual(
      files.filter((name) => name !== 'index' && name !== 'change-rule').toSorted(),
      ids.toSorted(),
    )
  })

  for (const rule of changeRules)
    describe(rule.id, () => {
      it('has a page that says what it does', () => {
        assertDocumented(rule)
      })

      it('fails and passes as its page says', () => {
        const page = rulePage(rule.id)
        const shown = (config: string) => {
          const side = (type: string) => ({
            label: type,
            tree: memoryTree({ 'ascribe.yml': config, 'main.tf': platform(type) }),
          })
          const { findings, problems } = reviewChange(side('m5.xlarge'), side('m5.2xlarge'), {
            below: '',
            prices: frozenBook(),
            failOn: undefined,
            today: TODAY,
          })
          assert.deepEqual(problems, [])
          return shownFindings([...findings.new, ...findings.existing], rule.id)
        }
        assert.deepEqual(page.blocks('Fails', 'yaml').flatMap(shown), page.said())
        for (const text of page.blocks('Passes', 'yaml')) assert.deepEqual(shown(text), [])
      })
    })
})
