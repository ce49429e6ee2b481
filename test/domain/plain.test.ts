import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Plain, toPlain } from '../../core/domain/plain.ts'
import {
  list,
  map,
  number,
  object,
  set,
  string,
  tuple,
  unknown,
  type Value,
} from '../../core/domain/value.ts'
import { toValue } from '../support/resource.ts'

const entries = (of: Record<string, Value>): ReadonlyMap<string, Value> => new Map(Object.entries(of))

describe('a value as plain JSON', () => {
  it('is what was written', () => {
    const written = {
      instance_type: 'g5.2xlarge',
      count: 2,
      spot: false,
      tags: { team: 'fraud-ml' },
      zones: ['a'],
    }
    assert.deepEqual(toPlain(toValue(written)), written)
    assert.deepEqual(toPlain(set([string('a')])), ['a'])
    assert.deepEqual(toPlain(tuple([string('a'), number(1)])), ['a', 1])
    assert.equal(toPlain({ kind: 'null' }), null)
  })

  it('is so for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
        const text = JSON.stringify(json)
        fc.pre(
          !text.includes('"kind"') && !/"\$+(unknown|sensitive|truncated)"/.test(text) && !/-0\b/.test(text),
        )
        assert.equal(JSON.stringify(toPlain(toValue(JSON.parse(text)))), text)
      }),
    )
  })

  it('says what is unknown, in whole or in part', () => {
    const open = unknown('var.tags has no default')
    assert.deepEqual(toPlain(open), { $unknown: 'var.tags has no default' })
    assert.deepEqual(toPlain({ ...map(entries({ team: string('fraud-ml') })), open }), {
      team: 'fraud-ml',
      $unknown: 'var.tags has no default',
    })
    assert.deepEqual(toPlain({ ...list([string('a')]), open }), [
      'a',
      { $unknown: 'var.tags has no default' },
    ])
  })

  it('shows nothing of what is sensitive, not even inside', () => {
    const secret = { ...object(entries({ password: string('hunter2') })), sensitive: true } as const
    assert.deepEqual(toPlain(object(entries({ login: secret, user: string('ml') }))), {
      login: { $sensitive: true },
      user: 'ml',
    })
    assert.deepEqual(toPlain({ ...unknown('a secret'), sensitive: true }), { $sensitive: true })
  })

  it('a key cannot pass for a mark, nor __proto__ for a prototype', () => {
    const forged = toPlain(
      map(
        new Map([
          ['$unknown', string('x')],
          ['$$sensitive', string('y')],
          ['__proto__', string('z')],
        ]),
      ),
    )
    assert.equal(JSON.stringify(forged), '{"$$unknown":"x","$$$sensitive":"y","__proto__":"z"}')
    assert.equal(Object.getPrototypeOf(forged), Object.prototype)
  })

  it('writes a third as the nearest double', () => {
    assert.equal(toPlain({ kind: 'number', value: 1 / 3, digits: `0.${'3'.repeat(60)}` }), 1 / 3)
  })

  it('keeps the digits that a double cannot hold', () => {
    assert.equal(
      toPlain({ kind: 'number', value: 2 ** 64, digits: '18446744073709551617' }),
      '18446744073709551617',
    )
    assert.equal(toPlain(number(Infinity)), 'Infinity')
  })

  it('is cut where it would explode', () => {
    let bomb: Value = string('ha')
    for (let level = 0; level < 40; level++) bomb = list([bomb, bomb])
    const text = JSON.stringify(toPlain(bomb))
    assert.ok(text.length < 2_000_000, `${text.length} characters`)
    assert.match(text, /\$truncated/)

    let deep: Value = string('x')
    for (let level = 0; level < 5000; level++) deep = list([deep])
    assert.match(JSON.stringify(toPlain(deep)), /nested deeper than 64 levels/)

    assert.equal(
      toPlain(string('x'.repeat(50)), { values: 10, characters: 20, depth: 5 }),
      `${'x'.repeat(20)}… (30 characters more)`,
    )
    const few: Plain = toPlain(toValue(['a', 'b', 'c', 'd']), { values: 3, characters: 20, depth: 5 })
    assert.deepEqual(few, ['a', 'b', { $truncated: '2 more' }])
  })
})
