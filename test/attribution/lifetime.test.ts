import assert from 'node:assert/strict'
import { inspectTree } from '../../core/check.ts'
import { toDollars } from '../../core/domain/money.ts'
import { renderers } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

const sweep = (end: string) =>
  memoryTree({
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
resource "aws_instance" "sweep" {
  instance_type = "m5.large"
  tags = { environment = "experiment", expires_at = "${end}" }
}
`,
  })

const look = (end: string, today?: string) => {
  const inspection = inspectTree(sweep(end), '', frozenBook(), [], today)
  return { inspection, inspected: inspection.resources.find(({ cost }) => cost > 0)! }
}

describe('an experiment that ends on New Year’s Eve', () => {
  it('costs its days until then: 41 of $0.096 × 24 hours', () => {
    const { inspected, inspection } = look('2026-12-31', '2026-11-21')
    const { lifetime } = inspected
    assert.deepEqual([lifetime?.expiresOn, lifetime?.daysLeft], ['2026-12-31', 40])
    assert.equal(toDollars(lifetime!.costUntilThen), 41 * 24 * 0.096)
    const text = renderers.inspect.terminal(inspection, { width: 100, colour: false })
    assert.match(text, /ends on 2026-12-31, in 40 days: \$94 until then/)
    const { resources } = JSON.parse(renderers.inspect.json(inspection, { width: 80, colour: false }))
    assert.deepEqual(resources[0].lifetime, {
      expiresOn: '2026-12-31',
      daysLeft: 40,
      costUntilThen: 94.464,
    })
  })

  it('costs nothing more once it is over, and is a finding then', () => {
    const { inspected, inspection } = look('2026-12-31T00:00:00Z', '2027-01-01')
    assert.deepEqual([inspected.lifetime?.daysLeft, inspected.lifetime?.costUntilThen], [-1, 0])
    assert.deepEqual(
      inspection.findings.filter(({ ruleId }) => ruleId === 'expired').map(({ message }) => message),
      [
        'the "expires_at" tag of aws_instance.sweep is "2026-12-31T00:00:00Z", 1 day ago. remove the resource, or set a later date',
      ],
    )
  })

  it('is not judged where nobody says which day it is', () => {
    const { inspected, inspection } = look('2020-01-01')
    assert.equal(inspected.lifetime, undefined)
    assert.ok(!inspection.findings.some(({ ruleId }) => ruleId === 'expired'))
  })
})
