import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type LedgerEntry, readLedger } from '../../core/index.ts'
import { billRows, FOCUS_COLUMNS } from '../../scripts/bills/believable-bill.ts'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { contract } from './contract.ts'
import type { Issue } from './github/state.ts'
import type { Files, Story } from './pull-request-repository.ts'
import { BOT, EXAMPLE, scenario } from './scenario.ts'

const PLATFORM = path.join(import.meta.dirname, '../../examples/ml-platform/head')
const OUR_MARKER = '<!-- ascribe-issue v=1 about="untagged" run="1.1" -->\n'

/** The example's bill up to and without a day; the ranking service's retries are of 28 October on. */
function billUntil(until: string): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = billRows({ from: '2026-09-01', until, copies: 1, seed: 1, isHourly: false, isClean: true })
  return [FOCUS_COLUMNS, ...[...rows].map((row) => FOCUS_COLUMNS.map((name) => row[name]))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('')
}

const SPIKED = billUntil('2026-11-01')
const BEFORE = billUntil('2026-10-28')
const CLEAN = billUntil('2026-10-05').replaceAll('vol-0f0000000000000a2', '')

const SCHEDULE = {
  name: 'schedule',
  payload: {
    repository: { full_name: 'acme/ml', name: 'ml', owner: { login: 'acme' }, default_branch: 'main' },
  },
}
const DUCKDB = path.join(import.meta.dirname, '../../node_modules/@duckdb/node-api')
const ISSUES = { mode: 'report', bill: 'bill.csv', issues: 'on' }

/** What `terraform show -json` prints, as far as it is read. */
const STATE = JSON.stringify({
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_instance.gpu_training',
          mode: 'managed',
          values: { id: 'i-0f00000000000003c', password: 'hunter2' },
        },
      ],
    },
  },
})

/** With a charge of October that came late. */
const late = (bill: string): string => {
  const lines = bill.trimEnd().split('\n')
  return `${bill}${lines.findLast((line) => line.includes('fraud_xgb_v7') && line.includes('2026-10-31'))}\n`
}

const withBill = (bill: string): Story => {
  const files: Files = { ...EXAMPLE.head, 'bill.csv': bill, 'state.json': STATE }
  return { base: files, head: files }
}

const told = (issues: readonly Issue[]) => issues.map(({ title, state }) => `${state} ${title}`)

contract('the report of the bill', (rule) => {
  rule('is a folder of files, a summary and outputs; nothing is asked of GitHub', async (node) => {
    const { run, github } = await scenario(node, withBill(SPIKED))
    const temporary = temporaryFolder({})
    const inputs = { mode: 'report', bill: 'bill.csv' }
    const { code, outputs, summary, log } = await run({ inputs, event: SCHEDULE, temporary })
    assert.equal(code, 0, log.join('\n'))
    const folder = outputs['report-folder']!
    assert.deepEqual(readdirSync(folder).sort(), [
      'anomalies.json',
      'anomalies.md',
      'chargeback.csv',
      'chargeback.json',
      'index.html',
      'report.json',
      'report.txt',
      'team-fraud-ml.html',
      'team-ml-platform.html',
      'team-search-ml.html',
    ])
    const { period, total, coverage } = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))
    assert.deepEqual(period, { from: '2026-10-01', until: '2026-11-01' })
    const parts =
      coverage.direct + coverage.shared + coverage.untagged + coverage.unallocated + coverage.apart
    assert.equal(parts.toFixed(6), total.toFixed(6))
    assert.match(summary, /### The bill, 2026-10-01 until 2026-11-01: &#36;/)
    assert.match(summary, /#### Untagged/)
    assert.match(summary, /\| `product_rec_v3` `search-ml` \| &#36;66 a day/)
    assert.equal(outputs.anomalies, '2')
    assert.ok(Number(outputs.untagged) >= 2)
    assert.equal(github.calls.length, 0)
  })

  rule(
    'reads the bill with the DuckDB that a step before has installed, and says where there is none',
    async (node) => {
      const { run } = await scenario(node, withBill(SPIKED))
      const options = {
        inputs: { mode: 'report', bill: 'bill.csv' },
        event: SCHEDULE,
        temporary: temporaryFolder({}),
      }
      const { outputs, commands: said } = await run({ ...options, environment: { ASCRIBE_DUCKDB: DUCKDB } })
      assert.deepEqual(
        said.filter(({ name }) => name === 'error'),
        [],
      )
      const { source } = JSON.parse(readFileSync(path.join(outputs['report-folder']!, 'report.json'), 'utf8'))
      assert.match(source.engine, /^DuckDB /)
      const { code, commands } = await run({
        ...options,
        environment: { ASCRIBE_DUCKDB: temporaryFolder({}) },
      })
      assert.equal(code, 1)
      assert.match(commands.at(-1)!.data, /^ASCRIBE_DUCKDB: /)
    },
  )

  rule('keeps an issue for each anomaly and one for all that is untagged', async (node) => {
    const { run, github } = await scenario(node, withBill(SPIKED))
    const inputs = { ...ISSUES, 'terraform-state': 'state.json' }
    await run({ inputs, event: SCHEDULE })
    const { issues = [] } = github.state
    assert.deepEqual(told(issues), [
      'open Untagged cloud resources: tag or terminate',
      'open Cost anomaly: (no model) of (no team) costs more than usual since 2026-10-05',
      'open Cost anomaly: product_rec_v3 of search-ml costs more than usual since 2026-10-28',
    ])
    assert.match(issues[2]!.body, /- \+&#36;40 `arn:aws:sagemaker:us-east-1:.*` `product-ranking`/)
    assert.match(issues[0]!.body, /`anna-test`.* \| 2026-10-05 \| 2026-10-12/)
    for (const { body } of issues.slice(0, 2))
      assert.match(body, /`i-0f00000000000003c`.* `aws_instance.gpu_training`/)
    const writes = github.calls.length
    await run({ inputs, event: SCHEDULE, run: { number: 413, attempt: 1 } })
    assert.deepEqual(
      github.calls.slice(writes).map(({ operation }) => operation),
      ['issues/list-for-repo'],
      'what says it already is left alone',
    )
  })

  rule('closes what is over, and touches no issue of anybody else', async (node) => {
    const others: Issue[] = [
      { number: 1, author: 'ada', title: 'a quote', body: `${OUR_MARKER}quoted`, state: 'open' },
      { number: 2, author: BOT, title: 'another tool', body: 'A report', state: 'open' },
      { number: 3, author: BOT, title: 'a pull request', body: OUR_MARKER, state: 'open', isPull: true },
      { number: 4, author: BOT, title: 'later in the text', body: `See\n${OUR_MARKER}`, state: 'open' },
      { number: 5, author: BOT, title: 'was closed', body: OUR_MARKER, state: 'closed' },
    ]
    const { run, github, push } = await scenario(node, withBill(SPIKED), { issues: others })
    await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 1, attempt: 1 } })
    push(withBill(BEFORE).head)
    await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 2, attempt: 1 } })
    const issues = github.state.issues!
    assert.deepEqual(issues.slice(0, 5), others)
    const ranking = issues.find(({ title }) => title.includes('product_rec_v3'))!
    assert.equal(ranking.state, 'closed')
    assert.equal(ranking.reason, 'completed')
    assert.match(ranking.body, /^<!-- ascribe-issue .* -->\n\*\*Over\*\*/)
    push(withBill(CLEAN).head)
    await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 3, attempt: 1 } })
    assert.deepEqual(
      issues.slice(5).map(({ state }) => state),
      ['closed', 'closed', 'closed'],
    )
    push(withBill(SPIKED).head)
    await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 4, attempt: 1 } })
    assert.equal(issues.length, 11, 'what comes back is a new issue')
  })

  rule('of an older run that ends later changes nothing', async (node) => {
    const { run, github, push } = await scenario(node, withBill(SPIKED))
    await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 10, attempt: 2 } })
    const before = structuredClone(github.state.issues)
    push(withBill(CLEAN).head)
    const { log } = await run({ inputs: ISSUES, event: SCHEDULE, run: { number: 10, attempt: 1 } })
    assert.deepEqual(github.state.issues, before)
    assert.match(log.join('\n'), /is of a newer run; left as it is/)
  })

  rule('makes one issue though two runs find none', async (node) => {
    const held = { operation: 'issues/create', kind: 'held', times: 2 } as const
    const faults = [{ ...held, until: { operation: 'issues/list-for-repo', calls: 2 } }]
    const { run, github } = await scenario(node, withBill(SPIKED), { faults })
    await Promise.all(
      [1, 2].map((number) => run({ inputs: ISSUES, event: SCHEDULE, run: { number, attempt: 1 } })),
    )
    const open = github.state.issues!.filter(({ state }) => state === 'open')
    assert.equal(new Set(open.map(({ title }) => title)).size, open.length)
    assert.equal(open.length, 3)
  })

  rule('without the permission says which, and reports all the same', async (node) => {
    const { run } = await scenario(node, withBill(SPIKED), { permission: 'read' })
    const { code, commands, summary } = await run({ inputs: ISSUES, event: SCHEDULE })
    assert.equal(code, 0)
    assert.ok(commands.some(({ name, data }) => name === 'notice' && /issues: write/.test(data)))
    assert.match(summary, /product_rec_v3/)
  })

  rule('posts what is new to the webhook once, and says its address nowhere', async (node) => {
    const posted: string[] = []
    let status = 500
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        if (status === 200) posted.push(text)
        response.writeHead(status).end('ok')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const secret = 'T0000-B0000-XXXXXXXX'
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}`
    try {
      const { run } = await scenario(node, withBill(SPIKED))
      const state = path.join(temporaryFolder({}), 'state')
      const options = {
        inputs: { mode: 'report', bill: 'bill.csv', state, 'webhook-url-env': 'SLACK' },
        environment: { SLACK: address },
        event: SCHEDULE,
      }
      const failed = await run(options)
      assert.equal(failed.code, 0)
      assert.ok(failed.commands.some(({ data }) => /the webhook of SLACK answered 500/.test(data)))
      assert.ok(
        !existsSync(path.join(state, 'ascribe-report.json')),
        'what was not told is not remembered as told',
      )
      status = 200
      const runs = [await run(options), await run(options)]
      assert.equal(posted.length, 1)
      const { blocks, text } = JSON.parse(posted[0]!)
      assert.match(text, /^Cloud cost of 2026-10-31: 2 anomalies\n• critical: \(no model\)/)
      assert.equal(blocks.length, 3)
      for (const { stdout, summary } of [failed, ...runs]) assert.ok(!(stdout + summary).includes(secret))
    } finally {
      server.close()
    }
  })

  rule('books the records of each run, and changes nothing of a period that was closed', async (node) => {
    const { run } = await scenario(node, withBill(BEFORE))
    const state = temporaryFolder({})
    const on = (day: string, bill: string, number: number, inputs = {}) =>
      run({
        inputs: { mode: 'report', bill, state, ...inputs },
        event: SCHEDULE,
        run: { number, attempt: 1 },
        temporary: temporaryFolder({}),
        environment: { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) },
      })
    const booked = (month: string): LedgerEntry => {
      const name = `${month}-USD.json`
      return readLedger(readFileSync(path.join(state, 'ledger', name), 'utf8'), name)
    }
    const folder = temporaryFolder({ 'november.csv': SPIKED, 'late.csv': late(SPIKED) })
    await on('2026-10-29', 'bill.csv', 1)
    const first = booked('2026-10')
    assert.deepEqual([first.shown, first.state], ['2026-10-29', 'open'])
    await on('2026-11-02', path.join(folder, 'november.csv'), 2)
    const second = booked('2026-10')
    assert.ok(second.total > first.total)
    assert.deepEqual([second.shown, second.state], ['2026-10-29', 'open'], 'first shown when it was')

    const cli = ['chargeback', path.join(folder, 'november.csv'), '--period', '2026-10', '--config']
    const close = ['--engine', 'stream', '--ledger', path.join(state, 'ledger'), '--close']
    const closed = ascribe(folder, ...cli, PLATFORM, ...close)
    assert.equal(closed.code, 0, closed.err)
    const asClosed = booked('2026-10')
    const { outputs } = await on('2026-11-05', path.join(folder, 'late.csv'), 3)
    const corrected = booked('2026-10')
    assert.deepEqual(corrected.records.slice(0, asClosed.records.length), asClosed.records)
    const added = corrected.records.slice(asClosed.records.length)
    assert.ok(added.length > 0 && added.every(({ correction }) => correction?.on === '2026-11-05'))
    const records = readFileSync(path.join(outputs['report-folder']!, 'chargeback.csv'), 'utf8')
    assert.ok(records.includes(added[0]!.id))

    await on('2026-11-05', 'bill.csv', 2)
    assert.deepEqual(booked('2026-10'), corrected, 'an older run books nothing')
  })

  rule('refuses a state that is none, a bill that is not there, and a month that is none', async (node) => {
    const { run } = await scenario(node, withBill(SPIKED))
    const state = temporaryFolder({})
    mkdirSync(state, { recursive: true })
    writeFileSync(path.join(state, 'ascribe-report.json'), '{"version":1}')
    const refused = async (inputs: Readonly<Record<string, string>>, expected: RegExp) => {
      const { code, commands } = await run({ inputs: { mode: 'report', ...inputs }, event: SCHEDULE })
      assert.equal(code, 1)
      assert.match(commands.at(-1)!.data, expected)
    }
    await refused({ bill: 'bill.csv', state }, /not what Ascribe writes/)
    await refused({}, /needs bill/)
    await refused({ bill: 'exports/*.csv' }, /"exports\/\*\.csv": there is no such file/)
    await refused({ bill: 'bill.csv', period: 'October' }, /"October" is none/)
    await refused({ bill: 'ascribe.yml' }, /ascribe\.yml/)
  })
})
