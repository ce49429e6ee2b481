import assert from 'node:assert/strict'
import path from 'node:path'
import { EXAMPLE_BILL } from '../../scripts/bills/example-bill.ts'
import type { OutputName } from '../../scripts/json-schemas/json-schema.ts'
import { conforms } from '../support/json-output.ts'
import { ascribe } from '../support/run-cli.ts'

const platform = path.join(import.meta.dirname, '../../examples/ml-platform')
const predictions = ['--volumes', path.join(platform, 'bill/predictions.csv')]
const period = ['--period', '2026-10']
const record = '2026-10/fraud-ml/fraud_xgb_v7/training'

const COMMANDS: Readonly<Record<string, readonly [OutputName, string, readonly string[]]>> = {
  'a month': ['bill-report', 'report', [...period, ...predictions, '--suggest']],
  'a month that is not over': ['bill-report', 'report', ['--period', '2026-Q4']],
  'all days': ['bill-report', 'report', []],
  records: ['chargeback', 'chargeback', [...period, ...predictions]],
  'what is behind a record': ['charges-behind', 'chargeback', [...period, '--explain', record]],
  anomalies: ['anomalies', 'anomalies', ['--since', '2026-09-22', '--drops']],
  explained: ['explanation', 'explain', ['--team', 'fraud-ml']],
  'estimates beside it': ['reconciliation', 'reconcile', period],
}

describe('JSON of the commands that read a bill', () => {
  for (const [what, [schema, command, options]] of Object.entries(COMMANDS))
    it(`${what}: ascribe ${command} prints what its schema says`, () => {
      const folder = command === 'reconcile' ? [path.join(platform, 'head')] : []
      const config = command === 'reconcile' ? [] : ['--config', path.join(platform, 'head')]
      const args = [EXAMPLE_BILL, ...folder, ...config, ...options, '--engine', 'stream', '--format', 'json']
      const { code, out, err } = ascribe(platform, command, ...args)
      assert.equal(code, 0, err)
      conforms(schema, out)
    })
})
