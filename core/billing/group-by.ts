/** In the order in which the names first occur. */
export function groupBy<T, Name>(
  items: Iterable<T>,
  name: (item: T) => Name,
): ReadonlyMap<Name, readonly T[]> {
  const groups = new Map<Name, T[]>()
  for (const item of items) {
    const group = groups.get(name(item))
    if (group) group.push(item)
    else groups.set(name(item), [item])
  }
  return groups
}
