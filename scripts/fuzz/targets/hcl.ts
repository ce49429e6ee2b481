import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { parseJsonBody } from '../../../core/hcl/json/parse-json-body.ts'
import { parseExpression, parseHcl, parseTemplate } from '../../../core/hcl/parse.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { CONFIGURATION_IN_JSON } from '../../../core/terraform/configuration/json-schema.ts'
import { EXPRESSION_WORDS, expression, template } from '../grammars/expressions.ts'
import { jsonOf } from '../grammars/json.ts'
import { mustBeTold } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

const BLOCKS = [
  'resource "aws_instance" "train"',
  'module "vpc"',
  'locals',
  'dynamic "tag"',
  'tags',
  'a b "c"',
]
const { body } = fc.letrec<{ body: string }>((tie) => ({
  body: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc
          .tuple(fc.constantFrom('a', 'tags', 'é'), expression)
          .map(([name, value]) => `${name} = ${value}\n`),
        fc.constantFrom('# a\n', '// b\r\n', '/* c\n */\n', '\n', '\t'),
        fc.tuple(fc.constantFrom(...BLOCKS), tie('body')).map(([head, inner]) => `${head} {\n${inner}}\n`),
        fc.tuple(fc.constantFrom(...BLOCKS), expression).map(([head, value]) => `${head} { a = ${value} }\n`),
      ),
      { maxLength: 4 },
    )
    .map((lines) => lines.join('')),
}))

const WORDS = [
  'resource',
  'module',
  'aws_instance',
  'tags',
  'count',
  'for_each',
  '//',
  'depends_on',
  '${var.team}',
]

export default {
  files: /^core\/hcl\//,
  seeds: (root) =>
    ['gpu-training-run.tf', 'llama-serving.tf', 'templates.tf', 'templates-crlf.tf']
      .map((name) => readFileSync(path.join(root, 'test/hcl/fixtures', name), 'utf8'))
      .flatMap((text) => [text, ...text.split(/\n\n/)])
      .concat(
        '{ "resource": { "aws_instance": { "train": { "depends_on": ["aws_eip.ip"], "provider": "aws.west" } } } }',
      ),
  grammar: fc.oneof(
    { arbitrary: body, weight: 4 },
    template,
    jsonOf(WORDS).map((value) => JSON.stringify(value, undefined, 1)),
  ),
  words: [
    ...EXPRESSION_WORDS,
    ...BLOCKS.map((head) => `${head} {\n`),
    ' = ',
    '{\n',
    '}\n',
    '"//": ',
    '\\ud83e\\udd16',
    '“',
    '[for a in b : a...]',
    '['.repeat(260),
    '"depends_on": ["aws_eip.ip"], ',
  ],
  run: (text) => {
    const source = new SourceFile('main.tf', text)
    const { body, comments, problems } = parseHcl(source)
    mustBeTold(problems)
    mustNest(body, text.length)
    for (const comment of comments)
      if (text.slice(comment.start, comment.end) !== comment.text)
        throw new Error('a comment is not where it is')
    for (const read of [parseTemplate(source), parseExpression(source)]) {
      mustBeTold(read.problems)
      mustNest(read, text.length)
    }
    const json = parseJsonBody(new SourceFile('main.tf.json', text), CONFIGURATION_IN_JSON)
    mustBeTold(json.problems)
    mustNest(json.body, text.length, 'shared labels')
  },
} satisfies FuzzTarget

/**
 * Every node lies within the one around it, and the outermost in the text. In JSON, blocks share their outer labels:
 * those lie in the text.
 */
function mustNest(root: object, length: number, labels?: 'shared labels'): void {
  const open: (readonly [object, number, number])[] = [[root, 0, length]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, from, until] = next
    let [start, end] = [from, until]
    if (
      'start' in value &&
      'end' in value &&
      typeof value.start === 'number' &&
      typeof value.end === 'number'
    ) {
      if (labels === undefined) {
        start = value.start
        end = value.end
      } else if (!(value.start >= 0 && value.start <= value.end && value.end <= length))
        throw new Error(`out of range: ${value.start} to ${value.end}`)
      if (!(start >= from && start <= end && end <= until))
        throw new Error(`out of range: ${start} to ${end} within ${from} to ${until}`)
    }
    for (const child of Object.values(value))
      if (child !== null && typeof child === 'object' && !(child instanceof SourceFile))
        open.push([child, start, end])
  }
}
