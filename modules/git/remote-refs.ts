/** Name, as `git ls-remote` lists it → commit (or the tag's own object where it is not peeled). */
export type RemoteRefs = ReadonlyMap<string, string>

export function refsIn(listing: string): RemoteRefs {
  const refs = new Map<string, string>()
  for (const line of listing.split('\n')) {
    const [, id, name] = /^([0-9a-f]{40,64})\t(\S+)$/.exec(line) ?? []
    if (id !== undefined) refs.set(name!, id)
  }
  return refs
}

/** The commit that `git checkout REF` would take in a fresh clone; undefined where only a search can tell. */
export function commitNamed(refs: RemoteRefs, ref: string | undefined): string | undefined {
  if (ref === undefined) return refs.get('HEAD')
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return ref
  const names = [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`, ref]
  return names.map((name) => refs.get(name)).find((id) => id !== undefined)
}
