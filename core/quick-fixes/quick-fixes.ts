import { identityOf } from '../domain/address.ts'
import type { FoundAbout } from '../editor/at-file.ts'
import { type DiagnosticOptions, shownRange } from '../editor/diagnostics.ts'
import { type EditorRange, type Place, rangeOf } from '../editor/places.ts'
import { messageOf } from '../render/report/message-of.ts'
import { mergeInstances, type Violation, violations } from '../render/report/violations.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { SourceFile } from '../source/source-file.ts'
import type { Workspace } from '../workspace.ts'
import { exemptionFixes } from './exemption-fix.ts'
import { combined, type TagEdit, type TagFix } from './tag-fix.ts'
import { type Choice, fixesOf } from './violation-fixes.ts'

/** A way to mend a finding, as an editor offers it. */
export interface EditorFix {
  readonly title: string
  readonly isPreferred: boolean
  /** What it mends: the diagnostic with this rule and place. */
  readonly mends: { readonly code: string; readonly range: EditorRange; readonly message: string }
  readonly edits: readonly EditorEdit[]
}

export interface EditorEdit extends Place {
  /** The first choices in place. */
  readonly newText: string
  /** In the snippet syntax of the protocol, where there is something to choose. */
  readonly snippet: string | undefined
}

/** The fixes of what is found between two lines of a file. Every one was tried before it is offered. */
export function quickFixesAt(
  workspace: Workspace,
  path: string,
  lines: { readonly from: number; readonly to: number },
  options: DiagnosticOptions,
): readonly EditorFix[] {
  return mendable(workspace, path, options)
    .filter(({ violation }) => {
      const { start, end } = rangeOf(violation.range)
      return start.line <= lines.to && lines.from <= end.line
    })
    .flatMap(({ violation, about }) =>
      [...fixesOf(workspace, violation, about), ...exemptionFixes(violation, about, workspace.loader)].map(
        (fix) => ({
          title: fix.title,
          isPreferred: fix.isPreferred,
          mends: {
            code: violation.ruleId,
            range: rangeOf(shownRange(violation, about)),
            message: messageOf(violation),
          },
          edits: fix.edits.flatMap((edit) => placed(workspace, edit)),
        }),
      ),
    )
}

/** The edits that mend whatever in a file can be mended without a choice; empty where nothing can. */
export function fixAllIn(
  workspace: Workspace,
  path: string,
  options: DiagnosticOptions,
): readonly EditorEdit[] {
  const fixes = mendable(workspace, path, options).flatMap(({ violation, about }) => {
    const [best] = fixesOf(workspace, violation, about, 'certain')
    return best?.isPreferred ? [best] : []
  })
  return combined(fixes).flatMap((edit) => placed(workspace, edit))
}

/**
 * Ways to mend a violation that leave nothing to choose and nothing to guess, the most thorough first. Empty where the
 * workspace does not see just this violation: its configuration may be another than the one that found it.
 */
export function settledFixes(
  workspace: Workspace,
  path: string,
  wanted: Pick<Violation, 'ruleId' | 'project' | 'address' | 'keys'>,
): readonly SettledFix[] {
  const found = mendable(workspace, path, { scope: 'all', severity: 'configured' }).find(
    ({ violation }) =>
      violation.ruleId === wanted.ruleId &&
      identityOf(violation) === identityOf(wanted) &&
      violation.keys.join('\n') === wanted.keys.join('\n'),
  )
  if (!found) return []
  const fixes = (only: Choice, mendsAll: boolean): readonly SettledFix[] =>
    fixesOf(workspace, found.violation, found.about, only).map((fix) => ({ ...fix, mendsAll }))
  if (wanted.ruleId !== 'missing-tag') return fixes('certain', true).filter(({ isPreferred }) => isPreferred)
  const whole = fixes('settled', true).filter(({ edits }) => !edits.some(({ isSnippet }) => isSnippet))
  return [...whole, ...fixes('certain', false)]
}

/** A fix with no value that is not known; where it does not mend all, other tags are still missing. */
export type SettledFix = TagFix & { readonly mendsAll: boolean }

interface Mendable {
  readonly violation: Violation
  readonly about: InspectedResource
}

function mendable(workspace: Workspace, path: string, { scope }: DiagnosticOptions): readonly Mendable[] {
  const shown = workspace
    .at(path)
    .findings.filter(({ about }) => scope === 'all' || about.estimate.kind !== 'free')
  const aboutOf = new Map(shown.map((found) => [identityOf(found.finding), found.about]))
  return mergeInstances(violations(shown.map(({ finding }: FoundAbout) => finding))).map((violation) => ({
    violation,
    about: aboutOf.get(identityOf(violation))!,
  }))
}

function placed(workspace: Workspace, { path, range, newText, isSnippet, plainText }: TagEdit): EditorEdit[] {
  const text = workspace.loader.tree.read(path)
  if (text === undefined) return []
  const source = new SourceFile(path, text)
  const snippet = isSnippet ? newText : undefined
  return [{ path, range: rangeOf({ source, ...range }), newText: plainText, snippet }]
}
