/** Things that share a reason. */
export interface ReasonGroup<Of> {
  readonly because: string
  readonly of: readonly Of[]
}

/** Grouped by reason, in the order the reasons appear. */
export function byReason<Of extends { readonly because: string }>(
  things: readonly Of[],
): readonly ReasonGroup<Of>[] {
  const groups = new Map<string, Of[]>()
  for (const thing of things) {
    const group = groups.get(thing.because)
    if (group) group.push(thing)
    else groups.set(thing.because, [thing])
  }
  return [...groups].map(([because, of]) => ({ because, of }))
}
