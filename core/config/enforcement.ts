import type { NotEnforced } from '../domain/acceptance.ts'
import { daysBetween, isDay } from '../domain/days.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import type { Mode } from './modes.ts'
import { resourceMatch } from './resolve-match.ts'
import type { Report } from './resolve-schema.ts'
import { matchText, type ResourceMatch } from './resource-match.ts'
import { quote } from './wording.ts'

/** What findings do, and from when on they are enforced. */
export interface ModeSetting {
  readonly mode: Mode
  /** The first day of enforcement, an ISO date. */
  readonly from: string | undefined
}

export interface Enforcement {
  readonly everywhere: ModeSetting
  /** In the order written; the first that matches holds in place of `everywhere`. */
  readonly rules: readonly EnforcementRule[]
}

export interface EnforcementRule extends ModeSetting {
  readonly match: ResourceMatch
  /** What it is about: `path: legacy/**`. */
  readonly name: string
}

export const ENFORCED: Enforcement = { everywhere: { mode: 'enforce', from: undefined }, rules: [] }

type Written = Omit<NonNullable<AscribeYml['enforcement']>, 'rules'>

export function readEnforcement({ enforcement }: AscribeYml, report: Report): Enforcement {
  if (!enforcement) return ENFORCED
  return {
    everywhere: setting(enforcement, ['enforcement'], report),
    rules: (enforcement.rules ?? []).map(({ match: written, ...rule }, index) => {
      const match = resourceMatch(written)
      return { ...setting(rule, ['enforcement', 'rules', index], report), match, name: matchText(match) }
    }),
  }
}

/** Who plans a day and says no more is warned until then. */
function setting(
  { mode, 'enforce-from': from }: Written,
  path: readonly (string | number)[],
  report: Report,
): ModeSetting {
  if (from !== undefined && !isDay(from)) {
    report(
      [...path, 'enforce-from'],
      `${quote(from)} is no day of any year. expected a date, e.g. 2027-01-15`,
    )
    return { mode: mode ?? 'warn', from: undefined }
  }
  if (from === undefined) return { mode: mode ?? 'enforce', from }
  return { mode: mode === undefined || mode === 'enforce' ? 'warn' : mode, from }
}

/** What a setting means on a day: undefined where findings are enforced. Without a day, none has come. */
export function notEnforcedOn(
  { mode, from }: ModeSetting,
  today: string | undefined,
): NotEnforced | undefined {
  if (mode === 'enforce') return undefined
  if (from === undefined || today === undefined) return { mode, from, daysLeft: undefined }
  const daysLeft = daysBetween(today, from)
  return daysLeft <= 0 ? undefined : { mode, from, daysLeft }
}

/** Whether nothing at all fails on a day. */
export function isNothingEnforced({ everywhere, rules }: Enforcement, today: string | undefined): boolean {
  return [everywhere, ...rules].every((one) => notEnforcedOn(one, today) !== undefined)
}
