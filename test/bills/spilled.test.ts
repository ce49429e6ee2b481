import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { confine, loadDuckDb } from '../../bills/duckdb-bill.ts'

describe('a bill that does not fit the memory', () => {
  const spilled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ascribe-bill-'))

  it('is laid where temporary files lie, not into the folder of whoever asks, and is gone afterwards', async () => {
    const api = await loadDuckDb()
    assert.ok(api)
    const before = spilled()
    const instance = await api.DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await confine(connection, [], '80MB')
    // Six million groups are more than 80 MB.
    const reader = await connection.runAndReadAll(
      'SELECT COUNT(*) FROM (SELECT DISTINCT hash(range) FROM range(6000000))',
    )
    assert.deepEqual(reader.getRows(), [[6_000_000n]])
    assert.equal(existsSync('.tmp'), false)
    assert.equal(spilled().length, before.length + 1)
    connection.closeSync()
    instance.closeSync()
    assert.equal(spilled().length, before.length)
  })
})
