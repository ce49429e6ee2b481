import * as core from '@actions/core'

/**
 * Text that names of the change may be in, made safe to print: one line, no control characters, and nothing that the
 * runner takes for a command. It obeys `::name::` at the start of a line and the older `##[name]` anywhere in one.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('##[', '## [')
}

/** A line of the job's log. The mark keeps any `::` away from the start of the line. */
export function log(text: string): void {
  core.info(`› ${harmless(text)}`)
}

/** Folds what is printed meanwhile under a heading. The heading is ours, never text of the change. */
export async function inGroup<Result>(
  heading: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  core.startGroup(heading)
  try {
    return await work()
  } finally {
    core.endGroup()
  }
}

/** Something that did not work and changes neither pass nor fail. */
export function note(text: string): void {
  core.notice(harmless(text), { title: 'Ascribe' })
}
