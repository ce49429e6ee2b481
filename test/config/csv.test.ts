import assert from 'node:assert/strict'
import fc from 'fast-check'
import { csvRows } from '../../core/config/csv.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const rows = (text: string) => [...csvRows(new SourceFile('teams.csv', text))]
const texts = (text: string) => rows(text).map((row) => row.map((cell) => cell.text))

describe('comma-separated values', () => {
  it('are cells, quoted where they hold commas, quotes or line breaks', () => {
    assert.deepEqual(texts('a,b\r\n"1,5","say ""hi""\nthere"\n'), [
      ['a', 'b'],
      ['1,5', 'say "hi"\nthere'],
    ])
  })

  it('may be empty at either end, and a line may be', () => {
    assert.deepEqual(texts('\uFEFFa,b,\n\n,x\n,'), [
      ['a', 'b', ''],
      ['', 'x'],
      ['', ''],
    ])
    assert.deepEqual(texts(''), [])
  })

  it('know their places', () => {
    const [, [name, budget]] = rows('team,budget\n"fraud-ml",6000\n') as [unknown, [Cell, Cell]]
    const placed = ({ range }: Cell) => range.source.text.slice(range.start, range.end)
    assert.deepEqual([placed(name), placed(budget)], ['"fraud-ml"', '6000'])
  })

  it('come back as they were written', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim())
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (written) => {
        const quoted = written.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        assert.deepEqual(texts(quoted.join('\n')), written)
      }),
    )
  })

  it('end with any text, after every character of it', () => {
    const text = fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (any) => {
        const found = rows(any).flat()
        for (const { range } of found) assert.ok(range.start <= range.end && range.end <= any.length)
      }),
    )
  })
})

type Cell = ReturnType<typeof rows>[number][number]
