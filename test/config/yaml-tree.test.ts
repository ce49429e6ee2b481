import assert from 'node:assert/strict'
import { nodeAt, readYaml, toPlain } from '../../core/config/yaml-tree.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const read = (text: string) => readYaml(new SourceFile('ascribe.yml', text))
const messages = (text: string) => read(text).problems.map(({ message }) => message)

describe('a YAML tree', () => {
  it('knows where every part is written, aliases where they stand', () => {
    const text = 'teams:\n  fraud-ml: &risk { cost-center: eng-risk }\n  search-ml: *risk\n'
    const { root } = read(text)
    assert.ok(root)
    const written = (...path: string[]) => {
      const { range } = nodeAt(root, path)
      return text.slice(range.start, range.end)
    }
    assert.equal(written('teams', 'fraud-ml', 'cost-center'), 'eng-risk')
    assert.equal(written('teams', 'search-ml'), '*risk')
    assert.equal(JSON.stringify(toPlain(nodeAt(root, ['teams', 'search-ml']))), '{"cost-center":"eng-risk"}')
  })

  it('has no key that reaches a prototype', () => {
    const plain = toPlain(read('__proto__: { admin: true }\n').root!) as Record<string, unknown>
    assert.deepEqual(Object.keys(plain), ['__proto__'])
    assert.equal(plain.admin, undefined)
  })

  // Each of these hangs, crashes or exhausts a reader that trusts its input.
  const hostile: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
    'a billion laughs': [
      'a: &a [x,x,x,x,x,x,x,x,x]\n' +
        [...'bcdefghi']
          .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]\n`)
          .join(''),
      /aliases unfold to more/,
    ],
    'an alias of itself': ['team: &team [*team]', /aliases unfold to more/],
    'deep lists': ['['.repeat(20_000), /nested more than 40 levels/],
    'deep mappings': ['{a: '.repeat(20_000), /nested more than 40 levels/],
    'deep keys': ['? '.repeat(20_000), /nested more than 40 levels/],
    'deep indentation': [
      Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /nested more than 40 levels/,
    ],
    'a large file': ['team: x\n'.repeat(100_000), /at most 262144 are read/],
    'collections as keys': ['? [a, b]\n: c', /all keys must be strings/],
    'many documents': ['version: 1\n---\n'.repeat(1000), /a second document starts here/],
  }
  for (const [name, [text, message]] of Object.entries(hostile))
    it(`survives ${name}, in no time`, () => {
      const start = performance.now()
      assert.match(messages(text).join('\n'), message)
      assert.ok(performance.now() - start < 2000)
    })
})
