import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { PRESETS } from '../../core/config/presets/index.ts'
import type { TagKey } from '../../core/config/tag-schema.ts'
import { parseHcl } from '../../core/hcl/parse.ts'
import { policyFiles } from '../../core/policy/export.ts'
import { policySchema } from '../../core/policy/policy-schema.ts'
import { refusals } from '../../core/policy/refusals.ts'
import { MAX_SCP } from '../../core/policy/targets/aws-scp.ts'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { policyOf } from './support/exported.ts'

/** Texts that end a string, a comment or a document in one format or another. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    "'",
    '${file("/etc/passwd")}',
    '%{ if true }',
    '\n---\nkind: Secret',
    '*/',
    '# \r\n',
    '\u2028deny',
    '[parameters(',
    '`',
    '\\',
    '{{ x }}',
    '</script>',
    '\ud800',
    '__proto__',
    'null',
    'yes',
    '0x10',
    ': ',
    '- a',
    '&a',
    '*a',
    '!!js',
  ),
)

const tagKey: fc.Arbitrary<TagKey> = fc.record(
  {
    key: hostile.filter((key) => key !== ''),
    required: fc.boolean(),
    values: fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 }),
    or: fc.uniqueArray(hostile, { maxLength: 2 }),
    pattern: fc.constantFrom('^a$', '^"\\$\\{x\\}\'$', '[\\u2028\\]"]'),
    requiredWhen: fc
      .tuple(hostile, hostile)
      .map(([key, value]): ReadonlyMap<string, string> => new Map([[key, value]])),
  },
  { requiredKeys: ['key', 'required'] },
)

const schemas = fc
  .tuple(
    fc.uniqueArray(tagKey, { selector: ({ key }) => key, minLength: 1, maxLength: 3 }),
    fc.array(hostile),
  )
  .map(([keys, aliases]) => ({
    ...PRESETS.none,
    keys: keys.map((key) => ({
      ...key,
      // A condition is about a key of the schema.
      ...(key.requiredWhen && {
        requiredWhen: new Map([[keys[0]!.key, [...key.requiredWhen.values()][0]!]]),
      }),
    })),
    aliases: new Map(aliases.map((alias) => [alias, keys[0]!.key])),
  }))

const { options } = policyOf('version: 1\n')

describe('schemas whose texts mean something to a format', () => {
  for (const target of POLICY_TARGETS)
    it(`${target.id}: every document parses, and says nothing else`, () => {
      fc.assert(
        fc.property(schemas, fc.boolean(), (schema, enforce) => {
          const policy = policySchema({ schema, severities: new Map() })
          for (const file of policyFiles(target, policy, { ...options, enforce })) parses(file)
        }),
        { numRuns: 60 },
      )
    })

  it('Rego holds the refusals as data, and code that is the same for every schema', () => {
    const rego = POLICY_TARGETS.find(({ id }) => id === 'rego')!
    const parts = (schema: Parameters<typeof policySchema>[0]['schema']) => {
      const { text } = rego.files(policySchema({ schema, severities: new Map() }), options)[0]!
      const start = text.indexOf('\nrefusals := ') + '\nrefusals := '.length
      const end = text.indexOf('\nplaces := ')
      return { data: text.slice(start, end), code: text.slice(0, start) + text.slice(end) }
    }
    const { code } = parts(PRESETS['ml-prefixed'])
    fc.assert(
      fc.property(schemas, (schema) => {
        const found = parts(schema)
        assert.equal(found.code, code)
        const { aws } = JSON.parse(found.data) as { aws: { message: string }[] }
        const expected = refusals(policySchema({ schema, severities: new Map() }), 'aws')
        assert.deepEqual(
          aws.map(({ message }) => message),
          expected.map(({ message }) => message),
        )
      }),
      { numRuns: 60 },
    )
  })
})

function parses({ path, text }: { readonly path: string; readonly text: string }): void {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  if (extension === 'json') {
    assert.doesNotThrow(() => JSON.parse(text), path)
    if (path.includes('scp-')) assert.ok(text.length <= MAX_SCP, `${path} has ${text.length} characters`)
  } else if (extension === 'yaml') {
    const documents = parseAllDocuments(text)
    assert.deepEqual(
      documents.flatMap(({ errors }) => errors),
      [],
      path,
    )
    // A binding beside its policy is the most that any file holds.
    assert.ok(documents.length <= 2, path)
  } else if (extension === 'tf' || extension === 'hcl') {
    const { problems } = parseHcl(new SourceFile(path, text))
    assert.deepEqual(problems, [], path)
    const code = text.replace(/^#.*$/gm, '')
    assert.ok(!/(?<!\$)\$\{file\("\/etc/.test(code), path)
  }
}
