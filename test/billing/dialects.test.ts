import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { readBill } from '../../bills/read-bill.ts'
import { DIALECTS } from '../../core/billing/dialects/index.ts'
import { TAG_FORMS } from '../../core/billing/expression.ts'
import { printedSql } from '../../core/billing/print-sql.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { matchesGolden } from '../support/golden.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const { config } = readConfig(undefined, () => undefined)
const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }

describe('dialects of SQL', () => {
  it('are each one file, and each file is one', () => {
    const files = readdirSync(here('../../core/billing/dialects'))
      .map((name) => name.replace('.ts', ''))
      .filter((name) => !['dialect', 'index', 'quoting'].includes(name))
    assert.deepEqual(files.sort(), DIALECTS.map(({ id }) => id).sort())
  })

  for (const format of ['focus', 'aws-cur-2'])
    for (const dialect of DIALECTS)
      it(`${dialect.title} has the view and the queries over ${format}`, async () => {
        const bill = await readBill([here(`formats/fixtures/${format}.csv`)], config, 'stream')
        try {
          const sql = printedSql(bill.view, 'billing.exports', dialect, OCTOBER)
          matchesGolden(sql, here(`dialects/${format}.${dialect.id}.sql`))
        } finally {
          bill.close()
        }
      })

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom("'", '"', '`', '\\', '\n', ';', '-', '$', ']', 'a'), maxLength: 12 }),
  )

  for (const dialect of DIALECTS) {
    it(`${dialect.title}: whatever a key holds stays in its quotes`, () => {
      const escapes = (quote: 'text' | 'identifier') => dialect[quote]('\\').length === 4
      fc.assert(
        fc.property(hostile, (key) => {
          assert.equal(unquoted(dialect.text(key), "'", escapes('text')), key)
          const quote = dialect.identifier('')[0]!
          assert.equal(unquoted(dialect.identifier(key), quote, escapes('identifier')), key)
        }),
      )
    })

    it(`${dialect.title}: a key is in the SQL of a tag as a literal or as a name, and in no other way`, () => {
      for (const form of TAG_FORMS) {
        const [own, other] = [`it's "a" \\ key`, 'plain'].map((key) => {
          const name = form === 'columns' ? dialect.identifier(`tag_${key}`) : dialect.text(key)
          return dialect.tag({ column: 'tag_', form }, key).split(name).join('KEY')
        })
        if (dialect.id === 'duckdb' && form.endsWith('json')) continue // a pointer of its own, run below
        assert.equal(own, other)
        assert.ok(own!.includes('KEY'))
      }
    })
  }

  it('DuckDB reads a hostile key of JSON tags and nothing else', async () => {
    const api = await loadDuckDb()
    assert.ok(api)
    const duckdb = DIALECTS[0]!
    const connection = await (await api.DuckDBInstance.create(':memory:')).connect()
    await fc.assert(
      fc.asyncProperty(
        hostile.filter((key) => key !== '' && !/\p{Cs}/u.test(key) && !key.includes('\0')),
        async (key) => {
          const tags = JSON.stringify({ [key]: 'mine', other: 'theirs' })
          const answer = await connection.runAndReadAll(
            `SELECT ${duckdb.tag({ column: 'Tags', form: 'json' }, key)} FROM (SELECT ${duckdb.text(tags)} AS "Tags")`,
          )
          assert.deepEqual(answer.getRows(), [['mine']])
        },
      ),
    )
  })
})

/** What a literal stands for, read as the dialect's scanner reads it; undefined where it ends early or not at all. */
function unquoted(sql: string, quote: string, hasEscapes: boolean): string | undefined {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' }
  if (sql[0] !== quote) return undefined
  let read = ''
  for (let at = 1; at < sql.length; at++) {
    if (hasEscapes && sql[at] === '\\') {
      at++
      read += named[sql[at]!] ?? sql[at]
    } else if (sql[at] === quote && sql[at + 1] === quote) {
      at++
      read += quote
    } else if (sql[at] === quote) return at === sql.length - 1 ? read : undefined
    else read += sql[at]
  }
  return undefined
}
