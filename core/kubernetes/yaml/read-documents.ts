import type { Value } from '../../domain/value.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { composeDocument } from './compose-document.ts'
import { splitDocuments } from './split-documents.ts'

/** Every document of a YAML file, whatever it is. A broken one gives one problem, and the others are still read. */
export function readDocuments(source: SourceFile): {
  readonly documents: readonly Value[]
  readonly problems: readonly Problem[]
} {
  const documents: Value[] = []
  const problems: Problem[] = []
  for (const stretch of splitDocuments(source.text)) {
    const composed = composeDocument(source, stretch)
    problems.push(...composed.problems)
    if (composed.value) documents.push(composed.value)
  }
  return { documents, problems }
}
