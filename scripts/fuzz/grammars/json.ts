import fc, { type Arbitrary } from 'fast-check'

/** Any JSON whose keys and texts are of these words. */
export function jsonOf(words: readonly string[]): Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      {
        arbitrary: fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 2.5, 1e21, '', ...words),
        weight: 4,
      },
      fc.array(tie('value'), { maxLength: 3 }),
      objectOf(fc.constantFrom(...words), tie('value')),
    ),
  }))
  return value
}

/** `__proto__` is a key as any other. */
export function objectOf(key: Arbitrary<string>, value: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
}
