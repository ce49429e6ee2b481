import { signOf } from '../../../domain/currency.ts'
import type { Review, Verdict } from '../../../review/review.ts'
import { headline } from '../../report/headline.ts'
import { summarySentence } from '../../report/summary-sentence.ts'
import { type Html, html } from '../markup.ts'
import { after, before, delta } from '../money.ts'

const WORDS: Readonly<Record<Verdict['status'], string>> = {
  pass: '✓ Passed',
  warn: '! Warning',
  fail: '✗ Failed',
}

/** What a reader who stops here has read: how much, which way, whose, and whether the merge is blocked. */
export function summaryPart(review: Review): Html {
  const { total, verdict, coverage } = review
  const { growth, coverageBefore, coverageAfter, coverageFell, declared } = headline(review)
  const owned =
    coverageAfter === undefined
      ? undefined
      : html`<div><dt>Attributed</dt><dd${coverageFell ? html` class="more"` : undefined}>${coverageBefore === undefined || coverageBefore === coverageAfter ? undefined : html`<span class="was">${coverageBefore} →</span> `}<data value="${coverage.after.share}">${coverageAfter}</data>${declared === undefined ? undefined : html` <small>(${declared} declared)</small>`}</dd></div>`
  const sign = signOf(review.prices.currency)
  const sentence = summarySentence(review)
  const because = [...verdict.because, ...(verdict.partial ? ['partial estimate'] : [])]
  return html`<header>
<p class="kicker">Ascribe · <code>${review.base}</code> → <code>${review.head}</code></p>
<h1 id="total">${total.delta === 0 ? 'No change in cost' : html`${delta(total, sign)} <small>per month</small>`}</h1>
<p><strong class="verdict ${verdict.status}">${WORDS[verdict.status]}</strong> ${because.join(' · ')}</p>
${sentence === undefined ? undefined : html`<p>${sentence}</p>`}
<dl class="figures">
<div><dt>Before</dt><dd id="before">${before(total, sign)}</dd></div>
<div><dt>After</dt><dd id="after">${after(total, sign)}</dd></div>
${growth === undefined ? undefined : html`<div><dt>Growth</dt><dd>${growth}</dd></div>`}
${owned}
</dl>
</header>
`
}
