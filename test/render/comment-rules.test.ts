import assert from 'node:assert/strict'
import { reviewChange } from '../../core/changes/review-change.ts'
import { type CommentOptions, markdownComment } from '../../core/render/markdown/comment.ts'
import type { Review } from '../../core/review/review.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { finding, inspected, inspection, lacks, reviewOf } from '../support/review.ts'
import { cataloguedReview, fraudEndpointReview } from './fraud-endpoint.ts'

const OPTIONS: CommentOptions = {
  colour: false,
  width: 80,
  limit: 60_000,
  baseIs: 'merge base',
  today: '2026-11-02',
  reportUrl: 'https://github.example/acme/ml/actions/runs/1',
}

const comment = (review: Review, options: Partial<CommentOptions> = {}): string =>
  markdownComment(review, { ...OPTIONS, ...options })

/** What a reader sees without unfolding anything. */
const inSight = (text: string): string => text.replace(/<details>[\s\S]*?<\/details>/g, '<details>')

/** The rows of a table by its heading, each as its cells. */
function rowsOf(text: string, heading: RegExp): readonly (readonly string[])[] {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => heading.test(line))
  assert.ok(at >= 0, `no table ${heading} in\n${text}`)
  const rest = lines.slice(at + 2)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.replaceAll('*', '').trim()),
  )
}

const dollars = (text: string): number =>
  Number(text.replace(/[$,+]/g, '').replace('−', '-').replace(/^.*→ /, ''))

const box = (name: string, monthly: number, tags: Readonly<Record<string, string>> = {}) =>
  inspected(`aws_instance.${name}`, { monthly, tags })
const adds = (...boxes: readonly ReturnType<typeof box>[]) => reviewOf(inspection([]), inspection(boxes))

describe('what the comment promises', () => {
  it('the first line is the verdict: how much, which way, pass or fail', () => {
    const first = (review: Review) => comment(review).split('\n')[0]!
    assert.match(
      first(cataloguedReview()),
      /^### Ascribe: \*\*\+\$3,198\/month\*\* \(\+17\.5%\) · ❌ failed: /,
    )
    const shrinks = reviewOf(inspection([box('train', 40)]), inspection([box('train', 30)]))
    assert.match(first(shrinks), /^### Ascribe: \*\*−\$10\/month\*\* \(−25\.0%\) · ✅ passed$/)
  })

  it('25 lines are in sight, or less; the rest is folded, and a fold begins with an empty line', () => {
    const text = comment(cataloguedReview())
    const lines = inSight(text)
      .split('\n')
      .filter((line) => line !== '')
    assert.ok(lines.length <= 25, `${lines.length} lines:\n${lines.join('\n')}`)
    assert.equal(text.match(/<\/summary>\n\n/g)!.length, text.match(/<\/summary>/g)!.length)
  })

  it('only models whose cost changes have rows, at most ten, by the size of the change, then one with the sum', () => {
    const boxes = Array.from({ length: 14 }, (_, at) =>
      box(`b${at}`, 100 * (at + 1), { model_id: `model-${at}` }),
    )
    const steady = box('steady', 5000, { model_id: 'steady' })
    const rows = rowsOf(comment(reviewOf(inspection([steady]), inspection([steady, ...boxes]))), /^\| Model/)
    assert.deepEqual(
      rows.map(([name]) => name),
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((at) => `model-${at}`).concat('4 more models', 'unattributed'),
    )
    assert.equal(rows.at(-2)!.at(-2), '+1,000')
  })

  it('teams alike', () => {
    const boxes = Array.from({ length: 13 }, (_, at) => box(`b${at}`, 100 * (at + 1), { team: `team-${at}` }))
    const rows = rowsOf(comment(adds(...boxes)), /^\| Team/)
    assert.deepEqual(
      rows.map(([name]) => name),
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((at) => `team-${at}`).concat('3 more teams'),
    )
    assert.equal(rows.at(-1)!.at(-1), '+600')
  })

  it("rows add up to the headline as they are shown; the unattributed have theirs, and are no part of another's", () => {
    const delta = 3_198
    const text = comment(cataloguedReview())
    const models = rowsOf(text, /^\| Model · team/)
    const sum = (rows: readonly (readonly string[])[], cell: number) =>
      rows.reduce((total, row) => total + dollars(row.at(cell)!), 0)
    assert.equal(sum(models, -2), delta)
    assert.equal(sum(rowsOf(text, /^\| Team/), -1), delta)
    assert.equal(sum(rowsOf(text, /^\| Resource/), -1), delta)
    assert.deepEqual(models.at(-1), ['⚠️ unattributed', '1,094 → 1,979', '0', '0', '+885', '1,979'])
    assert.equal(
      rowsOf(comment(adds(box('a', 5, { model_id: 'm' }))), /^\| Model/).at(-1)![0],
      'unattributed',
    )
  })

  it('a few dollars of rounding go to the largest row, never to the headline', () => {
    const thirds = ['a', 'b', 'c'].map((name) => box(name, 100.4, { model_id: name, team: name }))
    const text = comment(adds(...thirds))
    assert.match(text, /^### Ascribe: \*\*\+\$301\/month\*\*/)
    const changes = rowsOf(text, /^\| Model/).map((row) => dollars(row.at(-2)!))
    assert.deepEqual(
      changes.toSorted((a, b) => b - a),
      [101, 100, 100, 0],
    )
  })

  it('whole dollars from ten up, cents below, and never $0 for something', () => {
    const shown = (monthly: number) => /\*\*(\+.*?)\/month/.exec(comment(adds(box('a', monthly))))![1]
    assert.deepEqual([10, 9.5, 0.25, 0.002].map(shown), ['+$10', '+$9.50', '+$0.25', '+<$0.01'])
  })

  it('what has no price is counted with its reason; above a fifth of the changed, the estimate is partial', () => {
    const unpriced = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        inspected(`aws_new_thing.n${at}`, { estimate: { kind: 'unpriced', because: 'nobody lists it' } }),
      )
    const priced = Array.from({ length: 8 }, (_, at) => box(`b${at}`, 40))
    const at20 = comment(adds(...priced, ...unpriced(2)))
    assert.doesNotMatch(at20.split('\n')[0]!, /partial estimate/)
    assert.match(at20, /what was not priced \(2\)/)
    assert.match(at20, /Not priced: `aws_new_thing\.n0`, `aws_new_thing\.n1` \(unpriced: nobody lists it\)/)
    assert.match(comment(adds(...priced, ...unpriced(3))).split('\n')[0]!, / · partial estimate$/)
  })

  it('a mark stands beside a word or a figure, and means a state', () => {
    const marks = /[\p{Extended_Pictographic}⬇]\ufe0f?/gu
    for (const line of comment(cataloguedReview()).split('\n'))
      for (const mark of line.matchAll(marks)) {
        assert.match(mark[0], /^[❌⚠✅⬇]/u)
        const around = line.replace(mark[0], '').replace(/[|*`#\s·:]/g, '')
        assert.match(around, /[\p{L}\d]/u, line)
      }
    assert.doesNotMatch(comment(cataloguedReview()), /<img|!\[|```mermaid/)
  })

  it('a bar has ten cells, rounded down, and is full only at the whole budget', () => {
    const bars = [99.9, 100, 250, 9.9, 0.1].map((spent) => {
      const ascribeYml = 'version: 1\nteams:\n  risk-ml: { budget: 100 }\n'
      const head = inspection([box('train', spent, { team: 'risk-ml' })])
      const [row] = rowsOf(comment(reviewOf(inspection([]), head, { ascribeYml })), /^\| Budget/)
      return row![1]!.replaceAll('`', '')
    })
    assert.deepEqual(bars, [
      '█████████░ 99% ⚠️ near its end',
      '██████████ 100% ⚠️ near its end',
      '██████████ 250% ❌ exceeded',
      '░░░░░░░░░░ 10%',
      '░░░░░░░░░░ 0%',
    ])
  })

  it('a violation names its place, its resource, what it lacks, and the money at stake', () => {
    assert.match(
      comment(fraudEndpointReview()),
      /^- `infra\/train\.tf:14` `aws_instance\.gpu_train` lacks `team`, `model_id` \(\$885\/month unattributed\) · missing-tag$/m,
    )
    const link = () => 'https://github.example/acme/ml/pull/7/files#diff-33R14'
    const text = comment(fraudEndpointReview(), { link })
    assert.match(text, /^- \[`infra\/train\.tf:14`\]\(https:\/\/github\.example\/acme\/ml\/pull\/7/m)
    // GitHub would unfold an address that stands alone on its line.
    assert.doesNotMatch(text, /^\s*<?https?:/m)
  })

  it('what fails comes before what only warns, each under its own heading', () => {
    const train = box('train', 40)
    const findings = [
      finding(train, 'notebook-always-on', 'it never sleeps', { severity: 'warning' }),
      ...lacks(train, 'team'),
    ]
    const text = comment(reviewOf(inspection([]), inspection([train], { findings })))
    const [errors, warnings] = [
      '❌ New tag violations: 1 in 1 resource',
      '⚠️ New warnings: 1 in 1 resource',
    ].map((title) => text.indexOf(title))
    assert.ok(errors! > 0 && warnings! > errors!)
    assert.ok(text.indexOf('it never sleeps') > warnings!)
  })

  it('date, region, hours and both commits are always in sight, and an old date is marked', () => {
    const footer = (today: string) => inSight(comment(cataloguedReview(), { today })).split('\n').at(-2)!
    assert.match(footer('2026-11-02'), /730 hours.*\*\*2026-11-01\*\* in us-east-1\./)
    assert.match(footer('2026-11-02'), /Base `4d1e7c0` \(merge base\) → head `9f2c1ab`/)
    assert.doesNotMatch(footer('2027-01-30'), /⚠️/)
    assert.match(footer('2027-01-31'), /⚠️ more than 90 days old/)
  })

  it('no region is named for pods at rates that are those of none', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: { name: api }
spec: { containers: [{ name: api, image: api, resources: { requests: { cpu: 1 } } }] }
`
    const footer = (yml: string) => {
      const side = (label: string, files: Record<string, string>) => ({
        label,
        tree: memoryTree({ 'ascribe.yml': `version: 1\n${yml}`, ...files }),
      })
      const review = reviewChange(side('4d1e7c0', {}), side('9f2c1ab', { 'k8s/pod.yaml': pod }), {
        below: '',
        prices: frozenBook(),
      })
      assert.ok(review.total.delta > 0)
      return inSight(comment(review)).split('\n').at(-2)!
    }
    assert.match(footer(''), /estimates at list prices of \*\*[-\d]+\*\*\./)
    assert.match(
      footer('clusters: { all: { manifests: [k8s/**], rates: { cpu: 0.05, memory: 0.01 } } }\n'),
      /estimates at list prices of \*\*[-\d]+\*\*\./,
    )
  })

  it('a team of the catalogue that is asked for its approval is not called by the comment itself', () => {
    const text = comment(cataloguedReview())
    assert.match(text, /^Approval is asked of `@acme\/risk-ml`: /m)
    assert.doesNotMatch(text.replace(/`[^`]*`/g, ''), /@(?!&#8203;)/)
  })

  it('what predictions cost is said with its scope, and of what is not known nothing', () => {
    const text = comment(cataloguedReview())
    assert.match(
      text,
      /^Per 1,000 predictions, production: \*\*fraud_xgb_v7\*\* \$0\.019 → \*\*\$0\.064\*\* \(grade A → B\) · \*\*reco_ranker_v3\*\* /m,
    )
    assert.doesNotMatch(text, /churn_lgbm_v2.*grade/)
    assert.doesNotMatch(comment(fraudEndpointReview()), /Per 1,000/)
  })

  it('is cut in one order until it fits, by whole rows, and says how many are left out', () => {
    const boxes = Array.from({ length: 400 }, (_, at) =>
      inspected(`aws_instance.node_${at}`, {
        monthly: 1000 - at,
        what: `Instance (${'x'.repeat(80)}${at})`,
        tags: { model_id: `model-${at}`, team: `team-${at}` },
        file: `infra/${at}.tf`,
      }),
    )
    const unpriced = Array.from({ length: 60 }, (_, at) =>
      inspected(`aws_new.n${at}`, { estimate: { kind: 'unpriced', because: `reason ${at}` } }),
    )
    const all = [...boxes, ...unpriced]
    const head = inspection(all, { findings: boxes.flatMap((one) => lacks(one, 'project')) })
    const review = reviewOf(inspection([]), head)
    const limits = [60_000, 12_000, 8_000, 4_000, 3_000, 2_400, 1_500]
    const stages = limits.map((limit) => comment(review, { limit }))
    for (const [at, limit] of limits.entries()) {
      const text = stages[at]!
      assert.ok(text.length <= limit, `${text.length} > ${limit}`)
      assert.match(text, /^### Ascribe: \*\*\+\$/)
      assert.match(text, /\$0 → \*\*\$\d/)
      assert.match(text, /New tag violations: 400 in 400 resources/)
      assert.match(text, /\*\*2026-11-01\*\*/)
      assert.match(text, /\[full report\]\(/)
      assert.match(text, /<\/sub>\n$/)
      for (const line of text.split('\n')) if (line.startsWith('|')) assert.match(line, /\|$/)
    }
    const has = {
      reasons: (text: string) => text.includes('Not priced: `'),
      figures: (text: string) => text.includes('| Resource | Before | After | Change |'),
      resources: (text: string) => /^\| `aws_instance\.node_0`/m.test(text),
      violations: (text: string) => text.includes('`aws_instance.node_0` lacks'),
    }
    // What is cut first is there only where all that is cut after it is.
    for (const text of stages) {
      if (has.reasons(text)) assert.ok(has.figures(text))
      if (has.figures(text)) assert.ok(has.resources(text))
      if (has.resources(text)) assert.ok(has.violations(text))
    }
    assert.ok(has.reasons(stages[0]!) && !has.violations(stages.at(-1)!))
    assert.match(stages[0]!, /\| 350 more resources \|/)
    assert.match(stages[0]!, /^- 380 more, cheaper than these, in the full report$/m)
  })

  it('counts what GitHub counts: UTF-16 units, after escaping', () => {
    const name = '<@🚀|'.repeat(12)
    const boxes = Array.from({ length: 300 }, (_, at) =>
      box(`${name}${at}`, 50 + at, { model_id: `${name}${at}` }),
    )
    const head = inspection(boxes, { findings: boxes.flatMap((one) => lacks(one, name)) })
    assert.ok(comment(reviewOf(inspection([]), head)).length <= 60_000)
  })
})
