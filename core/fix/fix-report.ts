import { identityOf } from '../domain/address.ts'
import { printJson } from '../render/json/document.ts'
import { counted } from '../render/text/counted.ts'
import { visible } from '../render/text/visible.ts'
import type { FixChange, FixPlan } from './fix-plan.ts'
import { unifiedDiff } from './unified-diff.ts'

export interface FixReportOptions {
  readonly showPath: (path: string) => string
  /** Whether the files are written; else it is told how to. */
  readonly isWritten: boolean
}

/**
 * All files' unified diffs, paths from the tree's root. For a screen, control characters of the files are made visible;
 * `git apply` needs them as they are.
 */
export function fixDiff({ files }: FixPlan, isForScreen = false): string {
  const diff = files.map(({ path, before, edits }) => unifiedDiff(path, before, edits)).join('')
  return isForScreen ? diff.replace(/[^\n\t\x20-\x7e]+/g, visible) : diff
}

/** What is written where and by whose word, what stays and why, and a closing line. */
export function fixSummary(plan: FixPlan, { showPath, isWritten }: FixReportOptions): string {
  const { files, changes, refusals } = plan
  const lines = changes.map((change) => `${showPath(change.path)}: ${changeText(change)}`)
  if (refusals.length > 0) {
    if (lines.length > 0) lines.push('')
    lines.push('Not fixed:')
    for (const { path, line, message, because, ruleId } of refusals)
      lines.push(`${showPath(path)}:${line}: ${message} [${ruleId}]`, `  ${because}`)
  }
  if (lines.length > 0) lines.push('')
  lines.push(closing(plan, isWritten))
  if (files.length > 0 && !isWritten) lines.push('Nothing is written: --write does it.')
  return `${lines.map(visible).join('\n')}\n`
}

function changeText({ place, mends, tags, reaches }: FixChange): string {
  const reached = reaches.length === 0 ? '' : `, for ${counted(reaches.length, 'resource')}`
  const said = (sources: readonly string[]) => `(${sources.join('; ')})`
  if (mends !== undefined) return `${mends}${reached}`
  const written = tags.map(({ key, value, sources }) => `${key} = ${JSON.stringify(value)} ${said(sources)}`)
  return `${place}: ${written.join(', ')}${reached}`
}

function closing({ files, changes, refusals }: FixPlan, isWritten: boolean): string {
  const stay =
    refusals.length === 0
      ? ''
      : `${counted(refusals.length, 'finding')} ${refusals.length === 1 ? 'stays' : 'stay'}.`
  if (files.length === 0)
    return refusals.length === 0 ? 'Nothing is to be fixed.' : `Nothing can be fixed. ${stay}`
  const reached = new Set(changes.flatMap(({ reaches }) => reaches.map(identityOf))).size
  const done = isWritten ? 'changed' : 'would change'
  const where = `${counted(files.length, 'file')} ${done}: ${counted(changes.length, 'fix', 'fixes')} for ${counted(reached, 'resource')}.`
  return stay === '' ? where : `${where} ${stay}`
}

/** docs/fix.md */
export function fixJson(
  { files, changes, refusals }: FixPlan,
  { showPath, isWritten }: FixReportOptions,
): string {
  return printJson({
    written: isWritten && files.length > 0,
    files: files.map(({ path, before, edits }) => ({
      file: showPath(path),
      diff: unifiedDiff(path, before, edits),
      edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    })),
    fixes: changes.map(({ place, path, mends, tags, reaches }) => ({
      file: showPath(path),
      place,
      mends: mends ?? null,
      tags,
      reaches,
    })),
    notFixed: refusals.map(({ ruleId, project, address, key, path, line, message, because }) => ({
      ruleId,
      project,
      address,
      key: key ?? null,
      file: showPath(path),
      line,
      message,
      because,
    })),
  })
}
