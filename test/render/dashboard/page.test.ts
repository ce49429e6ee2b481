import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { FACT_DIMENSIONS } from '../../../core/billing/dashboard/facts.ts'
import type { Breakdown } from '../../../core/billing/report/bill-report.ts'
import { toDollars } from '../../../core/domain/money.ts'
import { type PageData, pageData } from '../../../core/render/html/dashboard/page-data.ts'
import { type Choice, firstChoice, select } from '../../../core/render/html/dashboard/select.ts'
import { htmlDashboard, htmlTeamDashboard } from '../../../core/render/html/dashboard.ts'
import { big, charge, FRAUD, OCTOBER, SEPTEMBER, storyOf } from '../../billing/dashboard/story.ts'
import { OPTIONS } from './options.ts'

const STORY = storyOf([...SEPTEMBER, ...OCTOBER])
const DATA = pageData(STORY.pages.all)
const chosen = (more: Partial<Choice>): Choice => ({ ...firstChoice(DATA), ...more })

const embedded = (html: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!)

describe('the page of a dashboard', () => {
  it('has one script, and its policy lets in that one and nothing else', () => {
    const html = htmlDashboard(STORY.pages, OPTIONS)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text!)
    assert.equal(scripts.length, 1)
    const hash = createHash('sha256').update(scripts[0]!).digest('base64')
    assert.match(policy, /^default-src 'none';/)
    assert.equal(/script-src ([^;]*)/.exec(policy)![1], `'sha256-${hash}'`)
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//)
  })

  it('its script is the one that is built from its sources', () => {
    const build = fileURLToPath(new URL('../../../scripts/dashboard/build.ts', import.meta.url))
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', build, '--check'], {
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
  })

  it('its sums by every tag are the report’s', () => {
    const by: readonly Breakdown[] = ['team', 'project', 'phase', 'environment', 'costCenter', 'service']
    for (const dimension of by) {
      const groups = new Map(
        select(DATA, chosen({ groupBy: dimension as Choice['groupBy'] })).groups.map((group) => [
          group.name,
          group.amount,
        ]),
      )
      for (const { name, amount } of STORY.report.by[dimension])
        if (name !== undefined && amount !== 0) assert.equal(groups.get(name), amount, `${dimension} ${name}`)
      assert.equal(
        [...groups.values()].reduce((sum, amount) => sum + amount, 0),
        STORY.report.total,
      )
    }
  })

  it('a choice shows its part of the whole bill; sharing came first', () => {
    const team = DATA.names.team.indexOf('fraud-ml')
    const phase = DATA.names.phase.indexOf('training')
    assert.equal(select(DATA, chosen({ filters: { team } })).total, STORY.page('fraud-ml').total)
    assert.equal(toDollars(select(DATA, chosen({ filters: { team, phase } })).total as never), 120)
    const html = htmlDashboard(STORY.pages, OPTIONS)
    assert.match(html, /of the \$239 that are billed \(100\.0%\)/)
  })

  it('wherever shared and idle costs stand, the total is the same', () => {
    for (const isSharedCarried of [true, false])
      for (const isIdleSpread of [true, false])
        for (const groupBy of FACT_DIMENSIONS) {
          const view = select(DATA, chosen({ isSharedCarried, isIdleSpread, groupBy }))
          assert.equal(view.total, STORY.report.total)
          for (const parts of [
            view.groups.flatMap((group) => group.parts),
            view.days.flat(),
            view.periods.at(-1)!,
          ])
            assert.equal(
              parts.reduce((sum, part) => sum + part, 0),
              STORY.report.total,
            )
        }
    const apart = select(DATA, chosen({ isSharedCarried: false, groupBy: 'team' }))
    assert.equal(apart.groups.find(({ name }) => name === '(shared)')!.amount, STORY.report.coverage.shared)
  })

  it('colours stay with their values, and what has no owner has bands of its own', () => {
    const all = select(DATA, chosen({}))
    assert.deepEqual(
      all.bands.map(({ look, title }) => [look, title]),
      [
        ['phase-0', 'training'],
        ['phase-1', 'inference'],
        ['unnamed', 'No phase'],
        ['shared', 'Shared platform fees'],
        ['missing', 'Untagged'],
        ['idle', 'Idle'],
        ['apart', 'Tax, support, credits'],
      ],
    )
    const team = pageData(STORY.page('search-ml'))
    assert.equal(
      select(team, firstChoice(team)).bands.find(({ title }) => title === 'inference')!.look,
      'phase-1',
    )
    const only = select(DATA, chosen({ filters: { team: DATA.names.team.indexOf('search-ml') } }))
    assert.deepEqual(only.bands.find(({ title }) => title === 'inference')!.look, 'phase-1')
  })

  it('is read without its script: the figures are in tables, the menus are not shown', () => {
    const html = htmlTeamDashboard(STORY.page('fraud-ml'), OPTIONS)
    assert.match(html, /<form class="filters"[^>]* hidden>/)
    assert.match(html, /<data id="total" value="130">\$130<\/data>/)
    for (const figure of ['<data value="120">$120</data>', 'high ROI', '$2,000', 'October 2026'])
      assert.ok(html.includes(figure), figure)
    // A day of the daily chart, as a row: 90 on the second.
    assert.match(html, /<th scope="row">2026-10-02<\/th><td class="figure"><data value="90">/)
  })

  it('names what there is to win, and where the money of a team over its budget went', () => {
    const search = htmlTeamDashboard(STORY.page('search-ml'), OPTIONS)
    // Worth 30: its production may cost 10.
    assert.match(search, /<h3>Optimisation targets<\/h3>/)
    assert.match(
      search,
      /loss-making<\/td><td class="figure"><data value="48.768116">.*?<data value="38.768116">/s,
    )
    const fraud = htmlTeamDashboard(STORY.page('fraud-ml'), OPTIONS)
    assert.match(fraud, /fraud-ml: \$30 over budget/)
    assert.match(fraud, /fraud_xgb_v7 · training · Amazon EC2: <data value="120">/)
  })

  it('says what is not there, and why', () => {
    const empty = htmlTeamDashboard(STORY.page('research'), OPTIONS)
    for (const text of ['Nothing is charged to this team in October 2026', 'has a budget in ascribe.yml'])
      assert.ok(empty.includes(text), text)
    assert.doesNotMatch(empty, /<script/)
    const alone = storyOf([charge('2026-10-01', 5, { ...FRAUD, team: 'new-team', model: 'new_model' })])
    const page = htmlTeamDashboard(alone.page('new-team'), OPTIONS)
    for (const text of ['does not reach back before this period', 'nothing is graded', 'names its model'])
      assert.ok(page.includes(text), text)
    const worthless = storyOf(
      [charge('2026-10-01', 5, FRAUD)],
      '2026-10',
      'version: 1\nmodels: { fraud_xgb_v7: {} }\n',
    )
    assert.match(htmlDashboard(worthless.pages, OPTIONS), /What the models are worth is not known/)
  })

  it('names of a hostile bill are text, in the page and in its data', () => {
    const name = '</script><img src=x onerror=alert(1)>\u2028"\'&`'
    const by = {
      team: name,
      model: name,
      project: name,
      phase: name,
      environment: name,
      costCenter: name,
      service: name,
    }
    const story = storyOf([
      charge('2026-10-01', 5, by),
      charge('2026-10-02', 1, { ...by, model: '__proto__' }),
    ])
    for (const html of [htmlDashboard(story.pages, OPTIONS), htmlTeamDashboard(story.page(name), OPTIONS)]) {
      assert.equal(html.match(/<script/g)!.length, 2)
      assert.equal(html.match(/<\/script/g)!.length, 2)
      assert.ok(!html.includes('<img') && !html.includes('\u2028'))
      assert.equal(embedded(html).names.team[0], name)
    }
  })

  it('two thousand models of fifty teams are one page that a browser opens at once', () => {
    const story = big()
    const started = performance.now()
    const html = htmlDashboard(story.pages, OPTIONS)
    assert.ok(performance.now() - started < 5_000)
    assert.ok(html.length < 2_000_000, `${html.length} characters`)
    assert.match(html, /1900 more models/)
  })
})
