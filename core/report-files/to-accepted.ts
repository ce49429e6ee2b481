import { usd } from '../domain/money.ts'
import type { Review } from '../review/review.ts'
import type { Range } from '../source/source-file.ts'
import type { Report } from './report-schema.ts'

type Accepted = Required<Pick<Review, 'accepted' | 'addedExemptions' | 'enforcement'>>
type Finding = Review['findings']['new'][number]
type ReportedFinding = Report['findings']['new'][number]
type Placer = (place: { readonly file: string; readonly line: number }) => Range

export function toFinding({ notEnforced, ...finding }: ReportedFinding, place: Placer): Finding {
  return {
    ...finding,
    key: finding.key ?? undefined,
    range: place(finding),
    monthlyCost: usd(finding.monthlyCost),
    ...(notEnforced && { notEnforced: toNotEnforced(notEnforced) }),
  }
}

/** What a report says is accepted, by whom and why, and where findings fail nothing (yet). */
export function toAccepted(report: Report, place: Placer): Accepted {
  return {
    accepted: report.accepted.map(
      ({ accepted: by, ...finding }): Finding => ({
        ...toFinding(finding, place),
        accepted:
          by.kind === 'baseline'
            ? { kind: by.kind }
            : {
                kind: by.kind,
                from: by.from,
                reason: by.reason,
                owner: by.owner ?? undefined,
                until: by.until ?? undefined,
                range: place(by),
              },
      }),
    ),
    addedExemptions: report.addedExemptions.map(({ from, rules, findings, counts, ...added }) => ({
      from,
      rules,
      findings,
      counts,
      reason: added.reason ?? undefined,
      owner: added.owner ?? undefined,
      until: added.until ?? undefined,
      monthlyCost: usd(added.monthlyCost),
      range: place(added),
    })),
    enforcement: report.enforcement.map(({ where, ...notice }) => ({
      where: where ?? undefined,
      ...toNotEnforced(notice),
    })),
  }
}

function toNotEnforced({ mode, from, daysLeft }: NonNullable<ReportedFinding['notEnforced']>) {
  return { mode, from: from ?? undefined, daysLeft: daysLeft ?? undefined }
}

/** What several reports say of it: of where nothing is enforced, each sentence once. */
export function mergeAccepted(all: readonly Review[]): Accepted {
  const notices = all.flatMap(({ enforcement = [] }) => enforcement)
  return {
    accepted: all.flatMap(({ accepted = [] }) => accepted),
    addedExemptions: all.flatMap(({ addedExemptions = [] }) => addedExemptions),
    enforcement: [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()],
  }
}
