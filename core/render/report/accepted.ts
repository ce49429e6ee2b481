import type { Acceptance } from '../../domain/acceptance.ts'
import { type CurrencyCode, signOf } from '../../domain/currency.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Usd } from '../../domain/money.ts'
import type { AddedExemption } from '../../review/settled.ts'
import { stakeOf } from '../../review/stake.ts'
import type { Range } from '../../source/source-file.ts'
import { amountText } from '../amounts/amount.ts'
import { counted } from '../text/counted.ts'

type Exemption = Extract<Acceptance, { kind: 'exemption' }>

/** The findings that one exemption accepts. */
export interface ExemptGroup {
  readonly exemption: Exemption
  readonly rules: readonly string[]
  readonly findings: readonly Finding[]
  readonly monthlyCost: Usd
}

/** By exemption, the most money first; what the baseline has is in none. */
export function exemptGroups(accepted: readonly Finding[] = []): readonly ExemptGroup[] {
  const groups = new Map<string, { exemption: Exemption; findings: Finding[] }>()
  for (const finding of accepted) {
    const { accepted: by } = finding
    if (by?.kind !== 'exemption') continue
    const key = `${by.range.start} ${by.range.source.path}`
    const group = groups.get(key)
    if (group) group.findings.push(finding)
    else groups.set(key, { exemption: by, findings: [finding] })
  }
  return [...groups.values()]
    .map(({ exemption, findings }) => ({
      exemption,
      findings,
      rules: [...new Set(findings.map(({ ruleId }) => ruleId))].sort(),
      monthlyCost: stakeOf(findings),
    }))
    .sort((a, b) => b.monthlyCost - a.monthlyCost || byPlace(a.exemption.range, b.exemption.range))
}

function byPlace(a: Range, b: Range): number {
  const [left, right] = [a.source.path, b.source.path]
  return left === right ? a.start - b.start : left < right ? -1 : 1
}

/** `missing-tag: 3 exempt findings of aws_instance.train and 1 more ($885/month): retired in Q1 (ml-platform, until 2027-03-31)` */
export function exemptText(group: ExemptGroup, currency: CurrencyCode): string {
  const { exemption, rules, findings, monthlyCost } = group
  const addresses = [...new Set(findings.map(({ address }) => address))]
  const others = addresses.length > 1 ? ` and ${addresses.length - 1} more` : ''
  const what = `${rules.join(', ')}: ${counted(findings.length, 'exempt finding')} of ${addresses[0]}${others}`
  return `${what}${moneyText(monthlyCost, currency)}: ${termsText(exemption)}`
}

/** `412 known findings in the baseline, $38,210/month`; undefined where there are none. */
export function baselineSentence(
  accepted: readonly Finding[] = [],
  currency: CurrencyCode,
): string | undefined {
  const known = accepted.filter(({ accepted: by }) => by?.kind === 'baseline')
  if (known.length === 0) return undefined
  const stake = stakeOf(known)
  const money = stake > 0 ? `, ${amountText(stake, signOf(currency))}/month` : ''
  return `${counted(known.length, 'known finding')} in the baseline${money}`
}

/** What a change adds to what is accepted, and whether that counts already. */
export function addedText(added: AddedExemption, currency: CurrencyCode): string {
  const { from, rules, findings, monthlyCost, counts } = added
  const about = `${counted(findings, 'finding')}${moneyText(monthlyCost, currency)}`
  if (from === 'baseline')
    return `added to the baseline: ${about}; the base side's baseline decides until it is merged`
  const effect = counts ? '' : '; it does not count until it is merged'
  return `added exemption from ${rules.join(', ')}: ${about}: ${termsText(added)}${effect}`
}

function moneyText(amount: Usd, currency: CurrencyCode): string {
  return amount > 0 ? ` (${amountText(amount, signOf(currency))}/month)` : ''
}

const MAX_REASON = 200

/** `retired in Q1 (ml-platform, until 2027-03-31)` */
export function termsText({
  reason = '',
  owner,
  until,
}: Pick<AddedExemption, 'reason' | 'owner' | 'until'>): string {
  const terms = [...(owner === undefined ? [] : [owner]), ...(until === undefined ? [] : [`until ${until}`])]
  const short = reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON)}…` : reason
  return terms.length === 0 ? short : `${short} (${terms.join(', ')})`
}
