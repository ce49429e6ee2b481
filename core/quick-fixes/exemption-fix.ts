import { coversRule, holds } from '../exemptions/ignore-comment.ts'
import { ignoresAt } from '../exemptions/ignores.ts'
import { ignoresOfFile } from '../inspect/ignores-in.ts'
import type { Violation } from '../render/report/violations.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { type Range, SourceFile } from '../source/source-file.ts'
import { ConfigurationLoader } from '../terraform/index.ts'
import type { TagFix } from './tag-fix.ts'

/** What stands for the reason while it is tried whether the comment is read. */
const SOME_REASON = 'some reason'

/**
 * The way to exempt a violation: a comment above what it is about, with a place for the reason. It is offered where the
 * file with it is read as meant; without a reason it exempts nothing and says so.
 */
export function exemptionFixes(
  { ruleId, severity, accepted, keys }: Violation,
  { resource }: InspectedResource,
  loader: ConfigurationLoader,
): readonly TagFix[] {
  const place = editable([resource.range, ...resource.moduleCalls.map(({ range }) => range).reverse()])
  if (severity === 'hint' || accepted || !place) return []
  const { path, text } = place.source
  const start = text.lastIndexOf('\n', place.start - 1) + 1
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start, place.start)) ?? []
  const end = text.startsWith('\r\n', text.indexOf('\n', start) - 1) ? '\r\n' : '\n'
  const comment = `${indent}# ascribe:ignore ${ruleId}`
  const tried = `${comment} ${SOME_REASON}${end}`
  const after = text.slice(0, start) + tried + text.slice(start)
  const source = new SourceFile(path, after)
  const moved = { source, start: place.start + tried.length, end: place.end + tried.length }
  if (!isReadAs(moved, ruleId, keys, loader)) return []
  return [
    {
      title: `Exempt ${resource.address} from ${ruleId}, with a reason`,
      isPreferred: false,
      edits: [
        {
          path,
          range: { start, end: start },
          newText: `${comment} \${1:reason}${end}`,
          isSnippet: true,
          plainText: `${comment}${end}`,
        },
      ],
    },
  ]
}

/** The block itself or, where that is in a downloaded module, the innermost call of it that can be edited. */
function editable(places: readonly Range[]): Range | undefined {
  return places.find(
    ({ source: { path } }) => !/(?:^|\/)\.terraform\//.test(path) && /\.(?:tf|tofu|ya?ml)$/.test(path),
  )
}

/** Whether a comment beside a place exempts it from all that a violation says. */
function isReadAs(
  place: Range,
  ruleId: string,
  keys: readonly string[],
  loader: ConfigurationLoader,
): boolean {
  const { path, text } = place.source
  const { tree } = loader
  const read = (asked: string) => (asked === path ? text : tree.read(asked))
  const ignores = ignoresOfFile(new ConfigurationLoader({ ...tree, read }), path, place.source)
  return ignoresAt(ignores)(place).some(
    (ignore) =>
      ignore.reason === SOME_REASON &&
      holds(ignore, undefined) &&
      (keys.length === 0 ? [undefined] : keys).every((key) => coversRule(ignore, ruleId, key)),
  )
}
