import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import { BillError } from '../../bills/open-bill.ts'
import { ENGINES, type Engine, readBill } from '../../bills/read-bill.ts'
import { costRowsQuery } from '../../core/billing/cost-rows.ts'
import { periodBill } from '../../core/billing/period-bill.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HEADER = 'ChargePeriodStart,ServiceName,ResourceId,BillingCurrency,BilledCost,EffectiveCost,Tags'
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const charge = (service: string, tags = '{}', currency = 'USD') =>
  `2026-10-01T00:00:00Z,${cell(service)},r,${currency},1,1,${cell(tags)}`

const KEYS = ['te"am', "it's", "x') OR 1=1 --", '$.team', 'a/b~c', '\\', '*', 'team]', ' ']
const { config } = readConfig(
  new SourceFile(
    'ascribe.yml',
    `version: 1\nschema:\n  aliases:\n${KEYS.map((key) => `    ${JSON.stringify(key)}: team\n`).join('')}`,
  ),
)

async function rowsOf(files: readonly string[], engine: Engine) {
  const bill = await readBill(files, config, engine)
  try {
    const [groups] = await bill.groups([costRowsQuery(undefined)])
    return groups!
      .map(({ by, rows }) => [by.service ?? '', by.team ?? '', by.currency ?? '', rows])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  } finally {
    bill.close()
  }
}

for (const engine of ENGINES)
  describe(`bills that mean no good, read by the engine ${engine}`, () => {
    const folder = temporaryFolder({})
    const written = (name: string, bytes: string | Buffer): string => {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      return file
    }
    const bill = (name: string, ...charges: readonly string[]) =>
      written(name, `${[HEADER, ...charges].join('\n')}\n`)
    const refused = (file: string, what: RegExp = /./) =>
      assert.rejects(rowsOf([file], engine), (error: Error) => {
        assert.ok(error instanceof BillError, error.stack)
        assert.ok(error.message.includes(path.basename(file)), error.message)
        assert.match(error.message, what)
        assert.ok(error.message.length < 2000, 'it is not the bill that is printed')
        return true
      })

    it('keys that would end a string, a path or an identifier are keys', async () => {
      for (const [at, key] of KEYS.entries())
        assert.deepEqual(
          await rowsOf([bill(`key-${at}.csv`, charge('EC2', `{${JSON.stringify(key)}:"fraud-ml"}`))], engine),
          [['EC2', 'fraud-ml', 'USD', 1]],
          key,
        )
    })

    it('names of columns too', async () => {
      const names = [
        'resourceTags/user:team',
        'resourceTags/user:a"b',
        "resourceTags/user:'; DROP VIEW bill; --",
      ]
      const file = written(
        'columns.csv',
        `${['lineItem/UnblendedCost', 'lineItem/UsageStartDate', ...names].map(cell).join(',')}\n1,2026-10-01,fraud-ml,x,y\n`,
      )
      assert.deepEqual(await rowsOf([file], engine), [['', 'fraud-ml', '', 1]])
    })

    it('tags nested without end are no tags, and end nothing', async () => {
      const deep = `{"team":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
      const [[service, , , rows] = []] = await rowsOf([bill('deep.csv', charge('EC2', deep))], engine)
      assert.deepEqual([service, rows], ['EC2', 1])
    })

    it('a quote that is never closed is an error, not the rest of the file in one cell', () =>
      refused(written('quote.csv', `${HEADER}\n2026-10-01,"EC2\n${`${charge('S3')}\n`.repeat(2000)}`)))

    it('a cell without end is an error', () =>
      refused(bill('cell.csv', charge('x'.repeat(17 * 1024 * 1024)))))

    it('a small file that unpacks to a large line is an error', () =>
      refused(written('bomb.csv.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a')))))

    it('what is named as gzip and is none, is nothing, a folder or not there, is an error', async () => {
      await refused(written('plain.csv.gz', `${HEADER}\n`))
      await refused(written('empty.csv', ''))
      await refused(path.join(folder, 'absent.csv'))
      mkdirSync(path.join(folder, 'folder.csv'), { recursive: true })
      await refused(path.join(folder, 'folder.csv'))
      await refused(written('other.csv', 'a,b\n1,2\n'), /is|are those of no format/)
    })

    it('a gzipped file that is cut off is an error, also between two lines or in its last bytes', async () => {
      const lines = Array.from({ length: 5_000 }, (_, at) => charge(`service ${at}`))
      const whole = gzipSync(`${[HEADER, ...lines].join('\n')}\n`)
      const flushed = gzipSync(`${[HEADER, ...lines.slice(0, 10)].join('\n')}\n`, {
        finishFlush: constants.Z_SYNC_FLUSH,
      })
      await refused(written('flushed.csv.gz', flushed), /cut off or damaged/)
      await refused(written('middle.csv.gz', whole.subarray(0, whole.length / 2)), /cut off or damaged/)
      await refused(written('trailer.csv.gz', whole.subarray(0, -4)), /cut off or damaged/)
      const flipped = Buffer.from(whole)
      flipped[whole.length - 6]! ^= 0xff
      await refused(written('flipped.csv.gz', flipped), /cut off or damaged/)
    })

    it('what is not what its name says is told as what it is', async () => {
      await refused(written('zipped.csv', gzipSync(`${HEADER}\n`)), /it is gzipped\. expected a name/)
      await refused(written('table.csv', 'PAR1....PAR1'), /it is a Parquet file\. expected a name/)
      await refused(written('table.parquet', `${HEADER}\n`), /it is no Parquet file/)
      await refused(written('archive.csv', Buffer.from('PK\x03\x04....')), /ZIP archive/)
      await refused(written('excel.csv', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le')), /UTF-16/)
    })

    it('what is wrong in a line is told with its place, by whichever question comes upon it', async () => {
      const good = Array.from({ length: 30_000 }, () => charge('EC2'))
      await refused(bill('cells.csv', ...good, '2026-10-01,EC2'), /cells\.csv:30002: 2 cells\. expected 7/)
      await refused(bill('open.csv', ...good, '2026-10-01,"EC2'), /open\.csv:30002: a quoted cell/)
    })

    it('a file that is named twice is an error, also by a link to it', async () => {
      const file = bill('once.csv', charge('EC2'))
      const link = path.join(folder, 'again.csv')
      symlinkSync(file, link)
      await assert.rejects(rowsOf([file, link], engine), /again\.csv: it is named twice/)
    })

    it('names of files are no patterns and no SQL', async () => {
      bill('a.csv', charge('A'))
      bill('b.csv', charge('B'))
      for (const name of ['[ab].csv', '*.csv', "it's.csv", '?.csv', '{a,b}.csv'])
        assert.deepEqual(await rowsOf([bill(name, charge('EC2'))], engine), [['EC2', '', 'USD', 1]], name)
      await refused(path.join(folder, '[xyz].csv'))
    })

    it('a link is the file that it leads to; several files, one gzipped, are one bill', async () => {
      const target = bill('target.csv', charge('EC2'))
      const link = path.join(folder, 'link.csv')
      symlinkSync(target, link)
      const packed = written('packed.csv.gz', gzipSync(`${HEADER}\n${charge('S3')}\n`))
      assert.deepEqual(await rowsOf([link, packed], engine), [
        ['EC2', '', 'USD', 1],
        ['S3', '', 'USD', 1],
      ])
    })

    it('two currencies are never added: one is to be named, and the other is told', async () => {
      const file = bill(
        'currencies.csv',
        charge('EC2'),
        charge('EC2', '{}', 'EUR'),
        charge('S3', '{}', 'EUR'),
      )
      const read = await readBill([file], config, engine)
      const [groups] = await read.groups([costRowsQuery(undefined)])
      read.close()
      assert.throws(() => periodBill(groups!, undefined, undefined, config), /EUR and USD.*--currency/)
      const { rowCount, otherCurrencies } = periodBill(groups!, undefined, 'EUR', config)
      assert.deepEqual([rowCount, [...otherCurrencies]], [2, [['USD', 1]]])
    })
  })

describe('text that is no UTF-8', () => {
  it('is read with the replacement character, or is an error that names the file', async () => {
    const file = path.join(temporaryFolder({}), 'latin.csv')
    writeFileSync(file, Buffer.from(`${HEADER}\n${charge('Bäckerei')}\n`, 'latin1'))
    assert.deepEqual(await rowsOf([file], 'stream'), [['B\uFFFDckerei', '', 'USD', 1]])
    await assert.rejects(rowsOf([file], 'duckdb'), BillError)
  })
})
