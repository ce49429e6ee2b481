import { markdownText } from '../../core/index.ts'
import { afterMarker, readMarker } from './marker.ts'

const STALE = /<!-- stale -->[\s\S]*?<!-- \/stale -->\n\n/

const STALE_COMMIT = /^> The figures below are stale: they are of `([0-9a-f]+)`\.$/m
const FAILED = '### Ascribe: ❌ the analysis failed'

/** What a comment says when the analysis failed: the error, over the last good figures if there are any. */
export function failureBody(
  message: string,
  head: string,
  runUrl: string,
  previous: string | undefined,
): string {
  const said = `${markdownText(message)} · [log](${runUrl})`
  const text = previous === undefined ? FAILED : afterMarker(previous)
  if (previous === undefined || text.startsWith(FAILED)) return `${FAILED}\n\nAt head \`${head}\`: ${said}\n`
  const of = STALE_COMMIT.exec(STALE.exec(text)?.[0] ?? '')?.[1] ?? readMarker(previous)?.head
  return `<!-- stale -->
> ⚠️ **The analysis of \`${head}\` failed**: ${said}
>
> The figures below are stale: they are of \`${of}\`.
<!-- /stale -->

${text.replace(STALE, '')}`
}
