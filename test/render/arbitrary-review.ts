import fc from 'fast-check'
import type { Suggestion } from '../../core/domain/suggestion.ts'
import type { InspectedResource } from '../../core/review/inspection.ts'
import type { Review } from '../../core/review/review.ts'
import { finding, inspected, inspection, lacks, notLoaded, problem, reviewOf } from '../support/review.ts'

/** What somebody could write into a tag, a name, a path: Markdown, HTML, terminal codes, scripts of every direction. */
export function hostileText(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    ...[
      '|',
      '`',
      '``',
      '<',
      '>',
      '[x](y)',
      '@acme/all',
      '\n',
      '\r\n',
      '\t',
      '\\',
      '*',
      '_',
      '~~',
      '$x$',
      '#12',
      '&lt;',
    ],
    ...[
      '<!-- ascribe v=1 id="default" -->',
      '</details>',
      '<img src=x>',
      'https://evil.example',
      'www.evil.example',
    ],
    ...[
      '\x1b[2J',
      '\x1b]0;title\x07',
      '\x9b31m',
      '\x07',
      '\b',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u2028',
      '\ufeff',
    ],
    ...[
      '模型',
      '🚀',
      '👩‍🚀',
      'e\u0301\u0302\u0303\u0304',
      '\ud800',
      '\u0000',
      '\u{e0041}',
      'gpu',
      'train',
      ' ',
    ],
  )
  return fc.oneof(
    fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }),
  )
}

/** Names: mostly ordinary ones, so that groups form. */
function name(): fc.Arbitrary<string> {
  const ordinary = fc.constantFrom(
    'fraud_xgb_v7',
    'reco_ranker_v3',
    'churn_lgbm_v2',
    'shared',
    'risk-ml',
    'growth-ml',
  )
  return fc.oneof({ weight: 4, arbitrary: ordinary }, { weight: 1, arbitrary: hostileText() })
}

/** Dollars a month, from less than a cent to billions. */
function monthly(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 20, noNaN: true }),
    fc.double({ min: 0, max: 5000, noNaN: true }),
    fc.double({ min: 0, max: 1e9, noNaN: true }),
  )
}

interface Told {
  readonly name: string
  readonly before: number | undefined
  readonly after: number | undefined
  readonly model: string | undefined
  readonly team: string | undefined
  readonly phase: string | undefined
  readonly many: boolean
}

const told: fc.Arbitrary<Told> = fc.record({
  name: name(),
  before: fc.option(monthly(), { nil: undefined }),
  after: fc.option(monthly(), { nil: undefined }),
  model: fc.option(name(), { nil: undefined }),
  team: fc.option(name(), { nil: undefined }),
  phase: fc.option(fc.constantFrom('training', 'inference', 'monitoring', 'feature_pipeline'), {
    nil: undefined,
  }),
  many: fc.constantFrom(false, false, false, true),
})

/** A review of up to thirty resources with any names, costs and owners. */
export function anyReview(): fc.Arbitrary<Review> {
  return fc
    .record({ resources: fc.array(told, { maxLength: 30 }), words: hostileText() })
    .map(({ resources, words }) => {
      const base = resources.flatMap((one, at) =>
        one.before === undefined ? [] : [side(one, at, one.before)],
      )
      const head = resources.flatMap((one, at) => (one.after === undefined ? [] : [side(one, at, one.after)]))
      const review = reviewOf(
        inspection(base),
        inspection(head, {
          findings: head.flatMap((one, at) =>
            at % 2 === 0 ? lacks(one, 'team', words) : [finding(one, 'invalid-tag-value', words)],
          ),
          problems: head.slice(0, 2).map(({ resource }) => problem(words, resource.range)),
          notLoaded: words.length % 2 === 0 ? [notLoaded(`module.${words}`, words, words)] : [],
        }),
        { notes: [words], base: words },
      )
      return { ...review, suggestions: head.slice(0, 2).map((one) => suggestionFor(one, words)) }
    })
}

function suggestionFor(
  { resource: { project, address, range }, cost }: InspectedResource,
  words: string,
): Suggestion {
  return {
    id: 'graviton',
    project,
    address,
    range,
    what: words,
    saves: cost,
    risk: words,
    source: words,
    sourceDate: words,
  }
}

function side({ name, model, team, phase, many }: Told, at: number, monthly: number): InspectedResource {
  return inspected(`aws_instance.${name}[${at}]`, {
    file: `${name}.tf`,
    line: at + 1,
    monthly,
    what: name,
    tags: {
      ...(model !== undefined && { model_id: model }),
      ...(team !== undefined && { team }),
      ...(phase !== undefined && { lifecycle_phase: phase }),
    },
    ...(many && { multiplicity: { kind: 'unknown', because: name } }),
  })
}
