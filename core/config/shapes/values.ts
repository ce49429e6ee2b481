import * as z from 'zod'

/** What the sections of `ascribe.yml` are made of; a value of another kind is named by what it is. */
export const text = z.string({
  error: ({ input }) => `expected a text${input === undefined ? '' : `, found ${describe(input)}`}`,
})
export const texts = z.array(text)
export const flag = z.boolean({ error: ({ input }) => `expected true or false, found ${describe(input)}` })
export const amount = z
  .number({ error: ({ input }) => `expected a number, found ${describe(input)}` })
  .min(0, 'expected a number that is not negative')
export const score = amount.max(1, 'expected a score from 0 to 1')
export const date = text.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, e.g. 2027-01-15')
export const percentage = text.regex(/^\d+(\.\d+)?%$/, 'expected a percentage, e.g. 150%')
export const textByName = z.record(z.string(), text)

/** A value of ascribe.yml, for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return `the text ${JSON.stringify(value)}`
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping'
  const hint = ` (a text goes in quotes: "${value}")`
  return `${typeof value === 'number' ? 'the number ' : ''}${value}${hint}`
}
