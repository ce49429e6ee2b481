/**
 * A table that may be asked for any name, also one that a stranger chose: `constructor` and `__proto__` are not in it unless
 * they are written there.
 */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries)
}
