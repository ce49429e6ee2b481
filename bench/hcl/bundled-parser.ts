import { parseHcl } from '../../core/hcl/parse.ts'
import type { HclFile } from '../../core/hcl/syntax.ts'
import { SourceFile } from '../../core/source/source-file.ts'

/** What `parse.ts` here bundles and measures. */
export function parse(text: string): HclFile {
  return parseHcl(new SourceFile('main.tf', text))
}
