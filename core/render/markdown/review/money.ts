import { afterText, beforeText, deltaText, type ShownChange } from '../../amounts/shown-change.ts'

/** `168 → **2,056**`, or one figure where nothing changed. */
export function courseMarkdown(change: ShownChange): string {
  const before = beforeText(change)
  const after = afterText(change)
  return before === after ? after : `${before} → **${after}**`
}

export function deltaMarkdown(change: ShownChange): string {
  return change.delta === 0 ? deltaText(change) : `**${deltaText(change)}**`
}
